package org.omloop.ledger.circulation.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Accounts.Traits;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.rows.TextTable;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.Purpose;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;

/**
 * The rows of a circuit as its journal books them, entry by entry. Only movements that touch the circuit become rows:
 * the accounts outside (circulation.md, section 2) have no number here. What an account pays below zero comes in by a row
 * of its own just before, and what it then receives leaves first, just after (docs/adr/0042): so no account's rows add up
 * to less than nothing.
 *
 * <p>Not thread-safe.
 */
public final class JournalRows {
  /** Stands for "none" where a row has no programme. */
  public static final int NONE = -1;

  private static final long MILLIS = 1_000;
  private static final Purpose[] PURPOSES = Purpose.values();

  /** How an account was classified from an entry on. */
  private record Dated(long index, Traits traits) {}

  /** Settings, the entry that sets them, and from when on in milliseconds since the epoch. */
  private record DatedSettings(long index, long from, Map<Setting, Optional<Object>> settings) {}

  /**
   * What a bank statement says of the reserve.
   *
   * @param index the entry that states it
   * @param bookedAt milliseconds since the epoch
   * @param reserve the account's closing balance, minor units
   */
  public record Reserve(long index, long bookedAt, long reserve, String fileHash) {}

  private final Accounts accounts = Accounts.declared();
  private final TextTable ids = new TextTable();
  private final Rows rows = new Rows(accounts, ids);
  // owned by the thread that follows
  private final Map<AccountId, Integer> numbers = new HashMap<>();
  private final List<List<Dated>> classified = new ArrayList<>();
  private final Map<OrderId, Integer> refundable = new HashMap<>();
  private final Map<OrderId, Integer> contributions = new HashMap<>();
  private final Credit credit = new Credit();
  private final List<String> programmes = new ArrayList<>();
  private final List<String> sectors = new ArrayList<>();
  private final List<Long> opened = new ArrayList<>();
  private final Map<Integer, Long> closed = new HashMap<>();
  private final List<Reserve> reserves = new ArrayList<>();
  private final List<DatedSettings> settings = new ArrayList<>();
  private Optional<Order.Genesis> genesis = Optional.empty();
  private long[] indexes = new long[64];
  private int[] grants = new int[64];
  private byte[] purposes = new byte[64];
  private int[] missing = new int[64];
  private final BitSet returned = new BitSet();
  private long[] moments = new long[64];
  private long size;
  private long lastBookedAt;

  /**
   * Takes in the next entry.
   *
   * @throws IllegalArgumentException when it is not the next
   */
  public void follow(JournalEntry entry) {
    if (entry.index() != size) {
      throw new IllegalArgumentException(
          "entry " + entry.index() + " comes where " + size + " is due");
    }
    lastBookedAt = entry.bookedAt() / 1_000;
    if (size == moments.length) {
      moments = Arrays.copyOf(moments, Math.addExact(moments.length, moments.length >> 1));
    }
    moments[Math.toIntExact(size++)] = lastBookedAt;
    if (entry.refusal().isEmpty()) {
      learn(entry);
      book(entry);
    }
  }

  private void learn(JournalEntry entry) {
    Order order = entry.order().order();
    if (order instanceof Order.Genesis founding) {
      genesis = Optional.of(founding);
      settings.add(new DatedSettings(entry.index(), 0, founding.settings()));
    } else if (order instanceof Order.PolicyChange change) {
      // A change never reaches back before its own entry.
      long from = Math.max(change.effective() * MILLIS, lastBookedAt);
      settings.add(new DatedSettings(entry.index(), from, change.settings()));
    } else if (order instanceof Order.Open open && open.accountType().isInsideCircuit()) {
      Traits traits = traits(open.accountType(), open.classification());
      numbers.put(
          open.account(),
          accounts.declare(open.account().value(), open.account().value(), traits));
      classified.add(new ArrayList<>(List.of(new Dated(entry.index(), traits))));
      opened.add(entry.index());
    } else if (order instanceof Order.Close close && numbers.containsKey(close.account())) {
      closed.put(number(close.account()), entry.index());
    } else if (order instanceof Order.Classify change && numbers.containsKey(change.account())) {
      int account = number(change.account());
      boolean isFund = traits(account, size).role().equals(AccountType.FUND.wireName());
      classified
          .get(account)
          .add(new Dated(
              entry.index(),
              traits(isFund ? AccountType.FUND : AccountType.HOLDER, change.classification())));
    } else if (order instanceof Order.Statement statement) {
      reserves.add(
          new Reserve(entry.index(), lastBookedAt, statement.closing(), statement.fileHash()));
    }
  }

  private static Traits traits(AccountType type, Classification facts) {
    String role = type == AccountType.FUND ? type.wireName() : facts.role().wireName();
    return new Traits(role, facts.sector(), facts.area());
  }

  private void book(JournalEntry entry) {
    List<Posting> postings = entry.postings();
    int next = postings.size() / 2;
    for (int at = 0; at + 1 < postings.size(); at += 2) {
      int payer = number(postings.get(at).account());
      int payee = number(postings.get(at + 1).account());
      long amount = postings.get(at).amount().minorUnits();
      long drawn = credit.pay(payer, amount);
      if (drawn > 0) {
        add(entry, next++, Accounts.OUTSIDE, payer, drawn, EntryKind.CREDIT, Rows.NONE);
      }
      if (payer != Accounts.OUTSIDE || payee != Accounts.OUTSIDE) {
        add(entry, at / 2, payer, payee, amount);
      }
      long retired = credit.receive(payee, amount);
      if (retired > 0) {
        add(entry, next++, payee, Accounts.OUTSIDE, retired, EntryKind.CREDIT, Rows.NONE);
      }
    }
  }

  private int add(
      JournalEntry entry,
      int leg,
      int payer,
      int payee,
      long amount,
      EntryKind kind,
      int original) {
    String origin = genesis.orElseThrow().terms().ledger();
    int id = ids.add(new RowId(origin, entry.index(), leg).toString());
    int row = rows.add(id, lastBookedAt, payer, payee, amount, kind, original);
    if (row == indexes.length) {
      grow();
    }
    indexes[row] = entry.index();
    grants[row] = NONE;
    purposes[row] = NONE;
    missing[row] = NONE;
    return row;
  }

  private void add(JournalEntry entry, int leg, int payer, int payee, long amount) {
    Order order = entry.order().order();
    int row = add(entry, leg, payer, payee, amount, kind(entry, leg), original(entry, leg));
    grants[row] = order instanceof Order.Grant grant ? number(programmes, grant.programme()) : NONE;
    purposes[row] = order instanceof Order.Redeem redeem ? code(purpose(redeem, leg)) : NONE;
    missing[row] = order instanceof Order.Redeem redeem && leg == 0
        ? redeem.sector().map(sector -> number(sectors, sector)).orElse(NONE)
        : NONE;
    returned.set(row, entry.kind() == EntryKind.RETURNED);
    if (canGoBack(entry.kind())) {
      (leg == 0 ? refundable : contributions).put(entry.order().id(), row);
    }
  }

  private static boolean canGoBack(EntryKind kind) {
    return isPayment(kind) || kind == EntryKind.GRANT;
  }

  private static boolean isPayment(EntryKind kind) {
    return kind.isSpending() || kind == EntryKind.CONTRIBUTION;
  }

  /** What a payment carries to the fund is a contribution; what comes back from the bank comes in again. */
  private static EntryKind kind(JournalEntry entry, int leg) {
    if (isPayment(entry.kind()) && leg > 0) {
      return EntryKind.CONTRIBUTION;
    }
    return entry.kind() == EntryKind.RETURNED ? EntryKind.ISSUE : entry.kind();
  }

  /** Where the fund gives its share back, that comes first, and is of the contribution that the payment brought. */
  private int original(JournalEntry entry, int leg) {
    if (!(entry.order().order() instanceof Order.Refund refund)) {
      return Rows.NONE;
    }
    boolean isOfContribution = leg < entry.postings().size() / 2 - 1;
    return Optional.ofNullable(
            (isOfContribution ? contributions : refundable).get(refund.original()))
        .orElseThrow();
  }

  private int number(AccountId account) {
    return numbers.getOrDefault(account, Accounts.OUTSIDE);
  }

  private static int number(List<String> texts, String text) {
    int known = texts.indexOf(text);
    if (known >= 0) {
      return known;
    }
    texts.add(text);
    return texts.size() - 1;
  }

  /** What a redemption pays out comes first; what follows is the operator's fee. */
  private static Purpose purpose(Order.Redeem redeem, int leg) {
    return leg == 0 ? redeem.purpose() : Purpose.FEE;
  }

  @SuppressWarnings("EnumOrdinal") // a byte for a row instead of a reference, within one run
  private static byte code(Purpose purpose) {
    return (byte) purpose.ordinal();
  }

  private void grow() {
    int capacity = Math.addExact(indexes.length, indexes.length >> 1);
    indexes = Arrays.copyOf(indexes, capacity);
    grants = Arrays.copyOf(grants, capacity);
    purposes = Arrays.copyOf(purposes, capacity);
    missing = Arrays.copyOf(missing, capacity);
  }

  /** Returns the rows so far, which grow as entries are followed. */
  public Rows rows() {
    return rows;
  }

  /** Returns how many entries were followed. */
  public long size() {
    return size;
  }

  /** Returns when the last entry was booked, in milliseconds since the epoch; 0 before the first. */
  public long lastBookedAt() {
    return lastBookedAt;
  }

  /**
   * Returns when an entry was booked, in milliseconds since the epoch.
   *
   * @param index 0 … {@link #size} − 1
   */
  public long bookedAt(long index) {
    if (index >= size) {
      throw new IllegalArgumentException("no entry " + index);
    }
    return moments[Math.toIntExact(index)];
  }

  /** Returns the entry that opened an account. */
  public long opened(int account) {
    return opened.get(account);
  }

  /** Returns the entry that closed an account; empty while it is open. */
  public Optional<Long> closed(int account) {
    return Optional.ofNullable(closed.get(account));
  }

  /** Returns how the ledger was founded; empty before its first entry. */
  public Optional<Order.Genesis> genesis() {
    return genesis;
  }

  /**
   * Returns the currency's own rules just before a moment, as known after so many entries.
   *
   * @param before milliseconds since the epoch
   */
  public Policy policy(long before, long atSize) {
    List<DatedSettings> due = settings.stream()
        .filter(each -> each.index() < atSize && each.from() < before)
        .sorted(Comparator.comparingLong(
            DatedSettings::from)) // stable: of two for one moment the later entry wins
        .toList();
    Policy policy = Policy.INITIAL;
    for (DatedSettings each : due) {
      policy = policy.with(each.settings());
    }
    return policy;
  }

  /** Returns the index of the entry that a row is of. */
  public long index(int row) {
    return indexes[row];
  }

  /** Returns the programme whose money a row grants; empty for other rows. */
  public Optional<String> programmeOf(int row) {
    return grants[row] == NONE ? Optional.empty() : Optional.of(programmes.get(grants[row]));
  }

  /** Returns a redemption's purpose: as declared, and {@code fee} for the operator's part; empty for other rows. */
  public Optional<Purpose> purpose(int row) {
    return purposes[row] == NONE ? Optional.empty() : Optional.of(PURPOSES[purposes[row]]);
  }

  /**
   * Returns the sector of the supplier outside that a redemption is to pay, with its version, such as {@code
   * SBI2008:10610}; empty where none is declared, and for other rows.
   */
  public Optional<String> missingSector(int row) {
    return missing[row] == NONE ? Optional.empty() : Optional.of(sectors.get(missing[row]));
  }

  /** Tells whether a row is a redemption that comes back, with its fee. */
  public boolean isReturned(int row) {
    return returned.get(row);
  }

  /** Returns the bank statements of the reserve account, in order. */
  public List<Reserve> reserves() {
    return List.copyOf(reserves);
  }

  /**
   * Returns how an account is classified after so many entries: as known then, where the journal goes on. An account
   * that was opened later has the classification it was opened with.
   */
  public Traits traits(int account, long atSize) {
    List<Dated> dated = classified.get(account);
    Traits found = dated.get(0).traits();
    for (Dated each : dated) {
      found = each.index() < atSize ? each.traits() : found;
    }
    return found;
  }

  /** Returns how many rows, from the first, are of the first so many entries. */
  public int rowsOf(long entries) {
    int from = 0;
    int to = rows.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (indexes[middle] < entries) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
