package org.omloop.server.directory;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.omloop.ledger.Earmarked;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.LedgerChanges;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Invitation;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.PublicKey;

/**
 * The accounts, the keys and the head, as they stand in the journal. It may be a commit behind the ledger that
 * decides; it is never ahead.
 *
 * <p>Thread-safe. Written by the sequencer, read by all; of two values read one after the other the second may be of a
 * later commit.
 */
public final class Directory {
  private static final long MICROS_PER_SECOND = 1_000_000;

  /** Settings and the unix second they hold from, never before their own entry. */
  private record Announced(long effective, Map<Setting, Optional<Object>> settings) {}

  private final Map<AccountId, Account> accounts = new ConcurrentHashMap<>();
  private final Map<KeyId, EnrolledKey> keys = new ConcurrentHashMap<>();
  private final Map<AccountId, List<Earmarked>> earmarked = new ConcurrentHashMap<>();
  /** By the hash of the code. */
  private final Map<String, Invited> invitations = new ConcurrentHashMap<>();

  private volatile List<Announced> policies = List.of();
  private volatile Optional<Order.Genesis> genesis = Optional.empty();
  private volatile Optional<Order.Statement> lastStatement = Optional.empty();
  private volatile long bookedAt;
  private volatile Optional<SignedCheckpoint> checkpoint = Optional.empty();

  /** Returns when the last entry was booked, unix microseconds; 0 before the first. */
  public long bookedAt() {
    return bookedAt;
  }

  /** Takes in what a commit changed. */
  public void publish(LedgerChanges changes, SignedCheckpoint head) {
    changes.accounts().forEach(account -> accounts.put(account.id(), account));
    changes.keys().forEach(key -> keys.put(key.id(), key));
    earmarked.putAll(changes.earmarked());
    checkpoint = Optional.of(head);
  }

  /** Takes in what only the entry itself tells: the founding facts, the invitations, the rules, what the bank stated. */
  public void follow(JournalEntry entry) {
    bookedAt = entry.bookedAt();
    if (entry.refusal().isPresent()) {
      return;
    }
    if (entry.order().order() instanceof Order.Genesis founding) {
      genesis = Optional.of(founding);
      founding.operators().forEach(each -> invite(Ledger.OPERATOR, each));
    } else if (entry.order().order() instanceof Order.Open open) {
      open.invitation().ifPresent(each -> invite(open.account(), each));
    } else if (entry.order().order() instanceof Order.KeyAdd add) {
      add.codeHash()
          .ifPresent(code -> invitations.computeIfPresent(
              code, (same, each) -> new Invited(each.account(), each.invitation(), true)));
    } else if (entry.order().order() instanceof Order.Statement statement) {
      lastStatement = Optional.of(statement);
    } else if (entry.order().order() instanceof Order.PolicyChange change) {
      long effective = Math.max(change.effective(), bookedAt / MICROS_PER_SECOND);
      policies = Stream.concat(
              policies.stream(), Stream.of(new Announced(effective, change.settings())))
          .sorted(Comparator.comparingLong(Announced::effective))
          .toList();
    }
  }

  private void invite(AccountId account, Invitation invitation) {
    invitations.put(invitation.codeHash(), new Invited(account, invitation, false));
  }

  /** Returns an invitation, also one that was used, by the hash of its code. */
  public Optional<Invited> invited(String codeHash) {
    return Optional.ofNullable(invitations.get(codeHash));
  }

  /** Returns an account as it stands. */
  public Optional<Account> account(AccountId id) {
    return Optional.ofNullable(accounts.get(id));
  }

  /** Returns what an account may spend in some places only, when the last entry was booked. */
  public List<Earmarked> earmarked(AccountId id) {
    long at = bookedAt / MICROS_PER_SECOND;
    return earmarked.getOrDefault(id, List.of()).stream()
        .filter(each -> each.terms().binds(at))
        .toList();
  }

  /** Returns all accounts, in no order. */
  public Collection<Account> accounts() {
    return Collections.unmodifiableCollection(accounts.values());
  }

  /** Returns a key, also one that is revoked. */
  public Optional<EnrolledKey> key(KeyId id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** Returns all keys, in no order. */
  public Collection<EnrolledKey> keys() {
    return Collections.unmodifiableCollection(keys.values());
  }

  /**
   * Returns the key an order's signature must verify under: an enrolled one, or the order's own where it answers an
   * invitation that was given out. Empty: nobody we know signed this.
   */
  public Optional<PublicKey> keyFor(SignedOrder order, KeyId id) {
    Optional<EnrolledKey> enrolled = key(id);
    return enrolled.isPresent()
        ? enrolled.map(EnrolledKey::key)
        : invited(order.order()).filter(key -> key.keyId().equals(id));
  }

  private Optional<PublicKey> invited(Order order) {
    return order instanceof Order.KeyAdd add
        ? add.codeHash().filter(invitations::containsKey).map(known -> add.key())
        : Optional.empty();
  }

  /** Returns the founding order; empty before the ledger is founded. */
  public Optional<Order.Genesis> genesis() {
    return genesis;
  }

  /** Returns the last bank statement that is stated; empty before the first. */
  public Optional<Order.Statement> lastStatement() {
    return lastStatement;
  }

  /** Returns the rules in force when the last entry was booked. */
  public Policy policy() {
    Policy policy =
        genesis.map(founding -> Policy.INITIAL.with(founding.settings())).orElse(Policy.INITIAL);
    for (Announced each : policies) {
      boolean inForce = each.effective() <= bookedAt / MICROS_PER_SECOND;
      policy = inForce ? policy.with(each.settings()) : policy;
    }
    return policy;
  }

  /** Returns the head; empty before the ledger is founded. */
  public Optional<SignedCheckpoint> checkpoint() {
    return checkpoint;
  }

  /** Returns how many entries are in the journal. */
  public long treeSize() {
    return checkpoint.map(each -> each.checkpoint().size()).orElse(0L);
  }
}
