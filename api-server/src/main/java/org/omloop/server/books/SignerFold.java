package org.omloop.server.books;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.KeyId;

/** Who signed what, by the random names of keys' holders. */
final class SignerFold {
  /** How a key came to be. */
  enum Grant {
    GENESIS,
    INVITATION,
    OWN_KEY,
    OPERATORS,
    /** By operators, for a member who had a key before. */
    RECOVERY
  }

  /** A key's entry in the journal. */
  record Granted(
      long index, KeyId key, AccountId account, String holder, Grant how, Set<String> signers) {}

  /** An order that wanted two people. */
  record ByTwo(long index, EntryKind kind, Set<String> people) {}

  private static final Set<EntryKind> ADMINISTRATIVE = EnumSet.of(
      EntryKind.GENESIS,
      EntryKind.OPEN,
      EntryKind.CLOSE,
      EntryKind.SUSPEND,
      EntryKind.CLASSIFY,
      EntryKind.LIMIT,
      EntryKind.KEY_ADD,
      EntryKind.KEY_REVOKE,
      EntryKind.POLICY,
      EntryKind.PROGRAMME);

  private final Map<String, Order.Programme> programmes = new HashMap<>();
  private final List<Granted> grants = new ArrayList<>();
  private final Map<EntryKind, Long> two = new EnumMap<>(EntryKind.class);
  private final List<ByTwo> notByTwo = new ArrayList<>();
  private final Map<OrderId, Long> givenBackByOne = new HashMap<>();
  private final Map<EntryKind, Long> kinds = new EnumMap<>(EntryKind.class);
  private final TreeMap<String, Set<EntryKind>> work = new TreeMap<>();
  private final Set<AccountId> haveHadKeys = new HashSet<>();
  private final Map<AccountId, Long> ownOrders = new HashMap<>();
  private long revokedByOperators;

  void follow(JournalEntry entry, Ledger after) {
    kinds.merge(entry.kind(), 1L, Long::sum);
    if (entry.refusal().isPresent()) {
      return;
    }
    List<EnrolledKey> signers = entry.order().signatures().stream()
        .map(each -> after.key(each.key()))
        .flatMap(Optional::stream)
        .toList();
    Set<String> people = new TreeSet<>();
    signers.forEach(each -> people.add(each.holder()));
    signers.forEach(each -> count(each, entry.kind()));
    if (needsTwo(entry.order().order(), signers, after)) {
      two.merge(entry.kind(), 1L, Long::sum);
      if (people.size() < 2) {
        notByTwo.add(new ByTwo(entry.index(), entry.kind(), people));
      }
    }
    if (entry.order().order() instanceof Order.Returned back && people.size() < 2) {
      givenBackByOne.putIfAbsent(back.redeem(), entry.index());
    }
    keys(entry, signers, people, after);
  }

  private void count(EnrolledKey signer, EntryKind kind) {
    if (signer.account().equals(Ledger.OPERATOR)) {
      work.computeIfAbsent(signer.holder(), each -> EnumSet.noneOf(EntryKind.class))
          .add(kind);
    } else {
      ownOrders.merge(signer.account(), 1L, Long::sum);
    }
  }

  private boolean needsTwo(Order order, List<EnrolledKey> signers, Ledger after) {
    if (order instanceof Order.Issue issue) {
      Optional<Amount> most = after.policy().amount(Setting.TWO_SIGNATURES_ABOVE);
      return most.filter(each -> issue.amount().compareTo(each) > 0).isPresent();
    }
    if (order instanceof Order.KeyAdd add) {
      boolean office = signers.stream().anyMatch(each -> each.account().equals(Ledger.OPERATOR));
      return add.code().isEmpty() && office;
    }
    if (order instanceof Order.Grant grant) {
      return !isLaidDown(grant, signers);
    }
    if (order instanceof Order.Programme programme) {
      Optional<Order.Programme> before = Optional.ofNullable(
          programmes.put(programme.from() + " " + programme.programme(), programme));
      return before.filter(programme::endsBefore).isEmpty();
    }
    return order instanceof Order.Limit || order instanceof Order.PolicyChange;
  }

  /** As the terms in force by then let one sign: a partner's keys, or the server's for a bonus. */
  private boolean isLaidDown(Order.Grant grant, List<EnrolledKey> signers) {
    Optional<Order.Programme> terms =
        Optional.ofNullable(programmes.get(grant.from() + " " + grant.programme()));
    boolean isPartners = terms.stream()
        .flatMap(each -> each.partners().stream())
        .anyMatch(each -> signers.stream().allMatch(key -> key.account().equals(each)));
    boolean isBonus = terms.filter(each -> each.bonusBasisPoints() > 0).isPresent()
        && signers.stream()
            .allMatch(
                key -> key.account().equals(Ledger.OPERATOR) && key.rights().contains(Right.SERVE));
    return isPartners || isBonus;
  }

  private void keys(
      JournalEntry entry, List<EnrolledKey> signers, Set<String> people, Ledger after) {
    Order order = entry.order().order();
    if (order instanceof Order.Genesis genesis) {
      KeyId server = genesis.serverKey().keyId();
      String holder = after.key(server).map(EnrolledKey::holder).orElse("");
      grants.add(new Granted(
          entry.index(), server, Ledger.OPERATOR, holder, Grant.GENESIS, Set.of(holder)));
    } else if (order instanceof Order.KeyAdd add) {
      grants.add(new Granted(
          entry.index(),
          add.key().keyId(),
          add.account(),
          add.holder(),
          how(add, signers, after),
          Set.copyOf(people)));
      haveHadKeys.add(add.account());
    } else if (order instanceof Order.KeyRevoke revoke
        && !revoke.account().equals(Ledger.OPERATOR)
        && signers.stream().anyMatch(each -> each.account().equals(Ledger.OPERATOR))) {
      revokedByOperators++;
    }
  }

  private Grant how(Order.KeyAdd add, List<EnrolledKey> signers, Ledger after) {
    if (add.code().isPresent()) {
      return Grant.INVITATION;
    }
    boolean own = signers.stream().allMatch(each -> each.account().equals(add.account()))
        && !add.account().equals(Ledger.OPERATOR);
    if (own) {
      return Grant.OWN_KEY;
    }
    boolean holder = after
        .account(add.account())
        .filter(each -> each.type() == AccountType.HOLDER)
        .isPresent();
    return holder && haveHadKeys.contains(add.account()) ? Grant.RECOVERY : Grant.OPERATORS;
  }

  List<Granted> grants() {
    return List.copyOf(grants);
  }

  /** How many orders of each kind wanted two people. */
  Map<EntryKind, Long> two() {
    return Map.copyOf(two);
  }

  List<ByTwo> notByTwo() {
    return List.copyOf(notByTwo);
  }

  /** Redemptions that one person alone gave back, with or without the bank, each with its entry's index. */
  Map<OrderId, Long> givenBackByOne() {
    return Map.copyOf(givenBackByOne);
  }

  /** How many entries there are of each kind. */
  Map<EntryKind, Long> kinds() {
    return Map.copyOf(kinds);
  }

  /** How many entries are administrative acts. */
  long administrative() {
    return kinds.entrySet().stream()
        .filter(each -> ADMINISTRATIVE.contains(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** What each holder of an operator's key has signed with it, by holder. */
  Map<String, Set<EntryKind>> work() {
    return Map.copyOf(work);
  }

  /** How many orders members' own keys have signed for an account. */
  long ownOrders(AccountId account) {
    return ownOrders.getOrDefault(account, 0L);
  }

  /** How many members' keys operators have ended. */
  long revokedByOperators() {
    return revokedByOperators;
  }

  /** Tells whether a kind of entry is an administrative act. */
  static boolean isAdministrative(EntryKind kind) {
    return ADMINISTRATIVE.contains(kind);
  }

  /** Returns the holders who may do any of this by a key that has not ended. */
  static Set<String> holders(Ledger ledger, List<Granted> grants, Set<Right> rights) {
    Set<String> holders = new TreeSet<>();
    for (Granted each : grants) {
      ledger
          .key(each.key())
          .filter(key -> rights.stream().anyMatch(key::may))
          .ifPresent(key -> holders.add(key.holder()));
    }
    return holders;
  }
}
