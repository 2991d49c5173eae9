package org.omloop.ledger.circulation.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.rows.TextTable;
import org.omloop.ledger.journal.EntryKind;

/**
 * Reads one ledger file, checking each row in the order of circulation.md, section 9: id, time, amount, kind, sides,
 * refund, balance.
 *
 * <p>Not thread-safe; reads one file.
 */
final class LedgerReader {
  private static final int WIDTH = LedgerColumn.values().length;
  private static final int ID = LedgerColumn.ID.cell();
  private static final int TIME = LedgerColumn.TIME.cell();
  private static final int FROM = LedgerColumn.FROM.cell();
  private static final int TO = LedgerColumn.TO.cell();
  private static final int AMOUNT = LedgerColumn.AMOUNT.cell();
  private static final int KIND = LedgerColumn.KIND.cell();

  private final CsvRecords record;
  private final Accounts accounts;
  private final TextTable ids = new TextTable();
  private final Rows rows;
  private final Refundable refundable;
  private final EntryKind[] kinds =
      Arrays.stream(EntryKind.values()).filter(KindSides::isKnown).toArray(EntryKind[]::new);
  private final TextTable kindNames = new TextTable();
  // owned by the reader: what has been read so far
  private @Nullable TimeForm timeForm;
  private long latest = Long.MIN_VALUE;
  private long[] balances = new long[64];
  private long total;
  private long rowsOutside;

  LedgerReader(InputStream in, Accounts accounts, LongConsumer progress) {
    this.record = new CsvRecords(in, progress);
    this.accounts = accounts;
    this.rows = new Rows(accounts, ids);
    this.refundable = new Refundable(record, ids, rows);
    for (EntryKind each : kinds) {
      kindNames.add(each.wireName());
    }
  }

  LedgerFile read() throws IOException, MalformedFile {
    Header.read(record, LedgerColumn.headerLine());
    while (record.next()) {
      try {
        readRow();
      } catch (MalformedCell e) {
        throw new MalformedFile(record.row(), e.reason());
      }
    }
    return new LedgerFile(
        rows, ids.size(), rowsOutside, Optional.ofNullable(timeForm), record.sha256());
  }

  private void readRow() throws MalformedCell {
    Header.checkWidth(record, WIDTH);
    int id = id();
    long time = time();
    long amount = AmountCell.parse(record, AMOUNT);
    EntryKind kind = kind();
    int payer = side(FROM);
    int payee = side(TO);
    if (isOutside(payer, payee)) {
      checkParties(payer, payee);
      rowsOutside++;
      return;
    }
    KindSides.of(kind).check(record, accounts, kind, payer, payee);
    checkParties(payer, payee);
    int original = refundable.original(kind, payer, payee, amount);
    book(payer, payee, amount);
    refundable.booked(id, rows.add(id, time, payer, payee, amount, kind, original), amount);
  }

  private int id() throws MalformedCell {
    if (record.isEmpty(ID)) {
      throw new MalformedCell("the id is empty");
    }
    if (ids.find(record.bytes(), record.start(ID), record.end(ID)) >= 0) {
      throw new MalformedCell("id " + record.shown(ID) + " was used before");
    }
    return ids.add(record.bytes(), record.start(ID), record.end(ID));
  }

  private long time() throws MalformedCell {
    TimeForm form = timeForm == null ? guessedForm() : timeForm;
    OptionalLong time = form.parse(record.bytes(), record.start(TIME), record.end(TIME));
    if (time.isEmpty()) {
      throw new MalformedCell(wrongTime(form));
    }
    if (time.getAsLong() < latest) {
      throw new MalformedCell("time " + record.shown(TIME) + " is earlier than the row before");
    }
    timeForm = form;
    latest = time.getAsLong();
    return latest;
  }

  /** Days have no hyphen, dates have one after the year. */
  private TimeForm guessedForm() {
    return record.text(TIME).indexOf('-') > 0 ? TimeForm.RFC_3339 : TimeForm.DAYS;
  }

  private String wrongTime(TimeForm form) {
    String text = record.text(TIME);
    TimeForm other = form == TimeForm.DAYS ? TimeForm.RFC_3339 : TimeForm.DAYS;
    if (other.parse(text).isPresent()) {
      return form == TimeForm.DAYS
          ? "time " + record.shown(TIME) + " is a date, and the rows before have days"
          : "time " + record.shown(TIME) + " is a number of days, and the rows before have dates";
    }
    return text.isEmpty()
        ? "the time is empty"
        : "time " + record.shown(TIME)
            + " is neither RFC 3339 with at most 3 decimals nor days with at most 5";
  }

  private EntryKind kind() throws MalformedCell {
    int known = kindNames.find(record.bytes(), record.start(KIND), record.end(KIND));
    if (known < 0) {
      throw new MalformedCell(
          record.isEmpty(KIND)
              ? "the kind is empty"
              : "kind " + record.shown(KIND) + " is unknown");
    }
    return kinds[known];
  }

  private int side(int cell) {
    if (record.isEmpty(cell)) {
      return Accounts.OUTSIDE;
    }
    int account = accounts.number(record.bytes(), record.start(cell), record.end(cell));
    if (account < 0) {
      return KindSides.UNKNOWN;
    }
    return accounts.isOutside(account) ? Accounts.OUTSIDE : account;
  }

  /** Tells whether the accounts' roles leave a row with neither side; two empty cells are no such row. */
  private boolean isOutside(int payer, int payee) {
    return payer == Accounts.OUTSIDE
        && payee == Accounts.OUTSIDE
        && !(record.isEmpty(FROM) && record.isEmpty(TO));
  }

  private void checkParties(int payer, int payee) throws MalformedCell {
    boolean isSame = !record.isEmpty(FROM)
        && Arrays.equals(
            record.bytes(),
            record.start(FROM),
            record.end(FROM),
            record.bytes(),
            record.start(TO),
            record.end(TO));
    if (isSame) {
      throw new MalformedCell("from and to are both " + record.shown(FROM));
    }
    if (payer == KindSides.UNKNOWN || payee == KindSides.UNKNOWN) {
      throw new MalformedCell("account " + record.shown(payer == KindSides.UNKNOWN ? FROM : TO)
          + " is not in the accounts file");
    }
  }

  private void book(int payer, int payee, long amount) throws MalformedCell {
    if (accounts.size() > balances.length) {
      balances = Arrays.copyOf(balances, accounts.size() * 2);
    }
    if (payer >= 0) {
      if (balances[payer] < amount) {
        throw new MalformedCell("account " + record.shown(FROM) + " holds "
            + Shown.amount(balances[payer]) + " and cannot pay " + Shown.amount(amount));
      }
      balances[payer] -= amount;
    }
    if (Long.MAX_VALUE - total < amount) {
      throw new MalformedCell("all amounts together are above " + Shown.amount(Long.MAX_VALUE));
    }
    // All sums of amounts fit into 63 bits, as the sum of all of them does.
    total += amount;
    if (payee >= 0) {
      balances[payee] += amount;
    }
  }
}
