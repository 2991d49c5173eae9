package org.omloop.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.ledger.signing.Sha256;

/**
 * One currency's decisions: (state, order, time) → decision, the same on every machine, for ever. It reads no clock,
 * does no IO, and trusts that whoever submits an order has verified its signatures under {@link #keyFor}.
 *
 * <p>Threading: a {@code Ledger} is confined to one thread at a time; what it hands out is immutable.
 *
 * <p>Failure: an {@link IllegalStateException} means the state can no longer be trusted; read the journal anew.
 */
public final class Ledger {
  /** Where units come from. */
  public static final AccountId ISSUANCE = new AccountId("issuance");

  /** Where redeemed units wait for the bank. */
  public static final AccountId TRANSIT = new AccountId("transit");

  /** The operator's own account; its keys are the operators'. */
  public static final AccountId OPERATOR = new AccountId("operator");

  private final LedgerState state = new LedgerState();
  private final OrderIndex orders = new OrderIndex();
  private final MonthEnd monthEnd = new MonthEnd();
  private long size;
  private long lastBookedAt;
  /**
   * Decides an order and takes in the consequences.
   *
   * @param order an order whose signatures hold
   * @param now unix microseconds; an entry is booked then, or just after the entry before it
   */
  public Decision decide(SignedOrder order, long now) {
    if (state.genesis.isEmpty() && !(order.order() instanceof Order.Genesis)) {
      throw new IllegalStateException("the first order must be genesis");
    }
    long fingerprint = fingerprint(order.text());
    OptionalLong known = orders.find(order.id());
    if (known.isPresent()) {
      return orders.matches(order.id(), fingerprint)
          ? new Decision.Replayed(known.getAsLong())
          : new Decision.Conflicting(known.getAsLong());
    }
    BookingTime time = new BookingTime(Math.max(now, lastBookedAt + 1));
    state.releaseExpired(time.seconds());
    monthEnd.enter(time, state.policies);
    Examination exam = new Examination(state, order, time);
    Ruling ruling = Rules.rule(order.order(), size, exam);
    Decision decision = book(ruling, order, time);
    orders.put(order.id(), fingerprint, size);
    lastBookedAt = time.micros();
    if (!isOfMonthBefore(ruling)) {
      monthEnd.begin();
    }
    size++;
    return decision;
  }

  /** The first 64 bits of a hash are enough to tell a retry from other bytes under the same id. */
  private static long fingerprint(String text) {
    return ByteBuffer.wrap(Sha256.of(text.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private Decision book(Ruling ruling, SignedOrder order, BookingTime time) {
    if (ruling instanceof Ruling.Refuse refuse) {
      return new Decision.Refused(
          new JournalEntry(
              size,
              time.micros(),
              EntryKind.REFUSED,
              order,
              Optional.of(refuse.reason()),
              List.of()),
          refuse.reason());
    }
    Ruling.Book booking = (Ruling.Book) ruling;
    JournalEntry entry = new JournalEntry(
        size,
        time.micros(),
        booking.kind(),
        order,
        Optional.empty(),
        booking.legs().stream().flatMap(leg -> leg.postings().stream()).toList());
    booking.legs().forEach(state::move);
    booking.effect().run();
    return new Decision.Posted(entry);
  }

  /**
   * Takes in an entry of the journal by deciding its order again.
   *
   * @throws ReplayMismatch when this ledger decides otherwise: the journal or the program has been changed
   */
  public void replay(JournalEntry entry) {
    if (entry.index() != size) {
      throw new ReplayMismatch(entry, "stands at the place of entry " + size);
    }
    if (entry.bookedAt() <= lastBookedAt) {
      throw new ReplayMismatch(entry, "is booked no later than the entry before it");
    }
    if (size == 0 && !(entry.order().order() instanceof Order.Genesis)) {
      throw new ReplayMismatch(entry, "comes first and is not genesis");
    }
    Decision decision = decide(entry.order(), entry.bookedAt());
    Optional<JournalEntry> decided = decision.match(
        posted -> Optional.of(posted.entry()),
        refused -> Optional.of(refused.entry()),
        replayed -> Optional.<JournalEntry>empty(),
        conflicting -> Optional.<JournalEntry>empty());
    if (decided.isEmpty()) {
      throw new ReplayMismatch(entry, "decides an order that an earlier entry has decided");
    }
    if (!isSame(decided.get(), entry)) {
      throw new ReplayMismatch(entry, "should be " + describe(decided.get()));
    }
  }

  private static boolean isSame(JournalEntry one, JournalEntry other) {
    return one.kind() == other.kind()
        && one.bookedAt() == other.bookedAt()
        && one.refusal().equals(other.refusal())
        && one.postings().equals(other.postings());
  }

  private static String describe(JournalEntry entry) {
    return entry
        .refusal()
        .map(reason -> "refused as " + reason.wireName())
        .orElseGet(() -> "posted as " + entry.kind().wireName() + " of "
            + entry.postings().size() + " other postings");
  }

  /**
   * Returns the public key an order's signature must verify under: an enrolled key, or the order's own new key where
   * the order founds the ledger or answers a known invitation. Empty: nobody we know signed this.
   */
  public Optional<PublicKey> keyFor(SignedOrder order, KeyId id) {
    Optional<EnrolledKey> enrolled = key(id);
    if (enrolled.isPresent()) {
      return enrolled.map(EnrolledKey::key);
    }
    return selfSigned(order.order()).filter(key -> key.keyId().equals(id));
  }

  private Optional<PublicKey> selfSigned(Order order) {
    if (order instanceof Order.Genesis genesis && state.genesis.isEmpty()) {
      return Optional.of(genesis.serverKey());
    }
    if (order instanceof Order.KeyAdd add) {
      return add.codeHash().filter(state::knowsInvitation).map(known -> add.key());
    }
    return Optional.empty();
  }

  /** Returns how many entries have been decided. */
  public long size() {
    return size;
  }

  /** Returns when the last entry was booked, in unix microseconds; 0 before the first. */
  public long lastBookedAt() {
    return lastBookedAt;
  }

  /** Returns the founding order; empty before entry 0. */
  public Optional<Order.Genesis> genesis() {
    return state.genesis;
  }

  /** Returns an account as it stands. */
  public Optional<Account> account(AccountId id) {
    return Optional.ofNullable(state.accounts.get(id));
  }

  /** Returns all accounts by id; a view, to be read on the ledger's thread. */
  public Collection<Account> accounts() {
    return Collections.unmodifiableCollection(state.accounts.values());
  }

  /** Returns what an account could spend in some places only when the last entry was booked, by the programme's name. */
  public List<Earmarked> earmarked(AccountId id) {
    long at = new BookingTime(lastBookedAt).seconds();
    return state.programmes.earmarks().of(id).stream()
        .filter(each -> each.terms().binds(at))
        .toList();
  }

  /** Returns a key as it stands. */
  public Optional<EnrolledKey> key(KeyId id) {
    return Optional.ofNullable(state.keys.get(id));
  }

  /** Returns the entry that decided an order. */
  public OptionalLong find(OrderId id) {
    return orders.find(id);
  }

  /** Returns the policy in force when the last entry was booked. */
  public Policy policy() {
    return state.policies.at(new BookingTime(lastBookedAt).seconds());
  }

  /**
   * Returns a bonus that the server's key may grant at a moment, unix microseconds, or just after the last entry: one at a
   * time. Depends on the journal alone.
   */
  public Optional<Bonus> bonusDue(long now, KeyId server) {
    return BonusRules.due(state, new BookingTime(Math.max(now, lastBookedAt + 1)), server);
  }

  /** What the server books of a month that is over leaves the month after it unbegun. */
  private static boolean isOfMonthBefore(Ruling ruling) {
    return ruling instanceof Ruling.Book booking
        && (booking.kind() == EntryKind.SEAL || booking.kind() == EntryKind.DEMURRAGE);
  }

  /**
   * Returns the accounts, by id, that the levy of the month before (UTC) takes something from at a moment, unix
   * microseconds, or just after the last entry. A levy is on what they had when that month ended: once anything but a seal
   * or a levy was booked in the month after it, there are none. Takes time in the number of accounts where there are any.
   */
  public List<AccountId> levyDue(long now) {
    BookingTime time = new BookingTime(Math.max(now, lastBookedAt + 1));
    if (!monthEnd.awaitsLevies(time)) {
      return List.of();
    }
    state.releaseExpired(time.seconds()); // as the entry will that comes next
    return ServiceRules.levyDue(state, time);
  }

  /** Returns the root over all balances as they stand, for a {@code seal}. */
  public String balanceRoot() {
    return BalanceSeal.root(state.accounts.values());
  }

  /** Returns what changed since it was last asked. */
  public LedgerChanges takeChanges() {
    return state.takeChanges();
  }
}
