package org.omloop.ledger;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.payment.RequestId;
import org.omloop.ledger.signing.KeyId;

/**
 * Everything the journal so far amounts to. Between two decisions all balances add up to zero, and no account holds
 * more than it has.
 *
 * <p>Confined to its ledger's thread.
 */
final class LedgerState {
  /** An invitation that has not been used, and the account it is for. */
  record Pending(AccountId account, Invitation invitation) {}

  /** Sorted, so that the seal's root needs no other order. */
  final TreeMap<AccountId, Account> accounts = new TreeMap<>();

  final Map<KeyId, EnrolledKey> keys = new HashMap<>();
  /** By hash of the code; an invitation that was used stays known, but is no longer pending. */
  private final Map<String, Optional<Pending>> invitations = new HashMap<>();

  final Map<OrderId, Payment> payments = new HashMap<>();
  final Map<OrderId, Redemption> redemptions = new HashMap<>();
  final Map<OrderId, Reservation> holds = new HashMap<>();
  final Set<RequestId> paidRequests = new HashSet<>();
  final Set<String> bankReferences = new HashSet<>();
  final Map<AccountId, String> levied = new HashMap<>();
  final Programmes programmes = new Programmes();
  final Timetable policies = new Timetable();
  Optional<Order.Statement> lastStatement = Optional.empty();
  Optional<Order.Genesis> genesis = Optional.empty();

  /** What changed since {@link #takeChanges}, in order of first change. */
  private final Set<AccountId> changedAccounts = new LinkedHashSet<>();

  private final Set<KeyId> changedKeys = new LinkedHashSet<>();
  private final PriorityQueue<Reservation> expiries =
      new PriorityQueue<>(Comparator.comparingLong(Reservation::until)
          .thenComparing(each -> each.id().value()));

  Account account(AccountId id) {
    Account account = accounts.get(id);
    if (account == null) {
      throw new IllegalStateException("no account " + id);
    }
    return account;
  }

  void change(AccountId id, UnaryOperator<Account> change) {
    put(change.apply(account(id)));
  }

  void put(Account account) {
    accounts.put(account.id(), account);
    changedAccounts.add(account.id());
  }

  void put(EnrolledKey key) {
    keys.put(key.id(), key);
    changedKeys.add(key.id());
  }

  void invite(AccountId account, Invitation invitation) {
    invitations.put(invitation.codeHash(), Optional.of(new Pending(account, invitation)));
  }

  boolean knowsInvitation(String codeHash) {
    return invitations.containsKey(codeHash);
  }

  Optional<Pending> invitation(String codeHash) {
    return invitations.getOrDefault(codeHash, Optional.empty());
  }

  void useInvitation(String codeHash) {
    invitations.put(codeHash, Optional.empty());
  }

  void move(Leg leg) {
    change(leg.from(), from -> from.debited(leg.amount()));
    change(leg.to(), to -> to.credited(leg.amount()));
  }

  /** Tells whether every balance stays in range: the fund and units under way have no cap, and yet numbers end. */
  boolean canMove(List<Leg> legs) {
    Map<AccountId, Long> balances = new HashMap<>();
    return legs.stream()
        .allMatch(leg -> staysInRange(balances, leg.from(), -leg.amount().minorUnits())
            && staysInRange(balances, leg.to(), leg.amount().minorUnits()));
  }

  private boolean staysInRange(Map<AccountId, Long> balances, AccountId id, long change) {
    long before = Optional.ofNullable(balances.get(id))
        .orElseGet(() -> account(id).balance().minorUnits());
    balances.put(id, before + change);
    return Math.abs(before + change) <= Amount.MAXIMUM;
  }

  void hold(Reservation hold) {
    holds.put(hold.id(), hold);
    expiries.add(hold);
    change(hold.from(), from -> from.withHeld(from.held() + hold.amount().minorUnits()));
  }

  void release(Reservation hold) {
    holds.remove(hold.id());
    expiries.remove(hold);
    programmes.earmarks().released(hold.id());
    change(hold.from(), from -> from.withHeld(from.held() - hold.amount().minorUnits()));
  }

  /** Lets every hold go whose time is over; it needs no entry, because replay does the same. */
  void releaseExpired(long unixSeconds) {
    for (Reservation next = expiries.peek();
        next != null && next.until() <= unixSeconds;
        next = expiries.peek()) {
      release(next);
    }
  }

  LedgerChanges takeChanges() {
    LedgerChanges changes = new LedgerChanges(
        changedAccounts.stream().map(this::account).toList(),
        changedKeys.stream()
            .map(keys::get)
            .map(java.util.Objects::requireNonNull)
            .toList(),
        programmes.earmarks().takeChanges());
    changedAccounts.clear();
    changedKeys.clear();
    return changes;
  }
}
