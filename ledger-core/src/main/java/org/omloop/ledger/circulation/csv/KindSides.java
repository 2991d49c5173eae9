package org.omloop.ledger.circulation.csv;

import java.util.Map;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.journal.EntryKind;

/** What a kind asks of a row's two sides (circulation.md, section 2). */
record KindSides(Side from, Side to) {
  private enum Side {
    /** Outside the circuit. */
    EMPTY,
    /** An account inside. */
    ACCOUNT,
    /** A fund's account inside. */
    FUND,
    /** Outside, or a fund's account. */
    EMPTY_OR_FUND,
    /** Outside, or an account inside. */
    EMPTY_OR_ACCOUNT
  }

  private static final KindSides BETWEEN_ACCOUNTS = new KindSides(Side.ACCOUNT, Side.ACCOUNT);
  private static final Map<EntryKind, KindSides> BY_KIND = Map.ofEntries(
      Map.entry(EntryKind.ISSUE, new KindSides(Side.EMPTY, Side.ACCOUNT)),
      Map.entry(EntryKind.GRANT, new KindSides(Side.EMPTY_OR_FUND, Side.ACCOUNT)),
      Map.entry(EntryKind.PURCHASE, BETWEEN_ACCOUNTS),
      Map.entry(EntryKind.B2B, BETWEEN_ACCOUNTS),
      Map.entry(EntryKind.WAGE, BETWEEN_ACCOUNTS),
      Map.entry(EntryKind.GIFT, BETWEEN_ACCOUNTS),
      Map.entry(EntryKind.CONTRIBUTION, new KindSides(Side.ACCOUNT, Side.FUND)),
      Map.entry(EntryKind.DEMURRAGE, new KindSides(Side.ACCOUNT, Side.EMPTY_OR_FUND)),
      Map.entry(EntryKind.REFUND, new KindSides(Side.ACCOUNT, Side.EMPTY_OR_ACCOUNT)),
      Map.entry(EntryKind.REDEEM, new KindSides(Side.ACCOUNT, Side.EMPTY)),
      Map.entry(EntryKind.CREDIT, new KindSides(Side.EMPTY_OR_ACCOUNT, Side.EMPTY_OR_ACCOUNT)));

  /** Stands for an account that is not declared. */
  static final int UNKNOWN = -2;

  /** Returns what a kind asks; throws {@link IllegalArgumentException} for kinds that no row has. */
  static KindSides of(EntryKind kind) {
    KindSides sides = BY_KIND.get(kind);
    if (sides == null) {
      throw new IllegalArgumentException("no row has kind " + kind);
    }
    return sides;
  }

  /** Tells whether rows have that kind. */
  static boolean isKnown(EntryKind kind) {
    return BY_KIND.containsKey(kind);
  }

  /** Refuses a row whose two sides are not as its kind asks. */
  void check(CsvRecords record, Accounts accounts, EntryKind kind, int payer, int payee)
      throws MalformedCell {
    check(record, accounts, kind, from, LedgerColumn.FROM, payer);
    check(record, accounts, kind, to, LedgerColumn.TO, payee);
    if (kind == EntryKind.CREDIT && payer != Accounts.OUTSIDE && payee != Accounts.OUTSIDE) {
      throw new MalformedCell("kind credit needs an empty from or an empty to");
    }
  }

  private static void check(
      CsvRecords record,
      Accounts accounts,
      EntryKind kind,
      Side side,
      LedgerColumn column,
      int account)
      throws MalformedCell {
    String name = column.header();
    if (account == Accounts.OUTSIDE) {
      if (side == Side.ACCOUNT || side == Side.FUND) {
        boolean isEmpty = record.isEmpty(column.cell());
        throw new MalformedCell("kind " + kind.wireName() + " needs an account inside as " + name
            + ", "
            + (isEmpty ? "which is empty" : "and " + record.shown(column.cell()) + " is outside"));
      }
      return;
    }
    if (side == Side.EMPTY) {
      throw new MalformedCell("kind " + kind.wireName() + " needs an empty " + name + ", not "
          + record.shown(column.cell()));
    }
    boolean needsFund = side == Side.FUND || side == Side.EMPTY_OR_FUND;
    if (needsFund && account != UNKNOWN && !accounts.mayBeFund(account)) {
      throw new MalformedCell("kind " + kind.wireName() + " needs a fund as " + name + ", and "
          + record.shown(column.cell()) + " has role "
          + Shown.text(accounts.traits(account).role()));
    }
  }
}
