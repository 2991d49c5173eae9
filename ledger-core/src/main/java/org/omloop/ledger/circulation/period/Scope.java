package org.omloop.ledger.circulation.period;

import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.rows.Accounts.Traits;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * What a report reads: a period, as a journal of so many entries knows it. A classification that changed after those
 * entries is as it was, so that a report never changes.
 *
 * @param size how many entries count, 1 … the journal's size
 */
public record Scope(JournalRows journal, Period period, long size) {
  /** Refuses entries that the journal does not have. */
  public Scope {
    if (size < 1 || size > journal.size()) {
      throw new IllegalArgumentException("no journal of " + size + " entries");
    }
  }

  public Rows rows() {
    return journal.rows();
  }

  /** Returns when the period begins, in milliseconds since the epoch. */
  public long start() {
    return period.start();
  }

  /** Returns when the period ends, in milliseconds since the epoch: the first moment after it. */
  public long end() {
    return period.end();
  }

  /** Returns the first row of the period, which is the number of rows before it. */
  public int firstRow() {
    return rowsBefore(start());
  }

  /** Returns the first row after the period, which is the number of rows up to its end. */
  public int endRow() {
    return rowsBefore(end());
  }

  /** Returns how many rows come before a moment, among the entries that count. */
  public int rowsBefore(long time) {
    return Math.min(rows().countUntil(time - 1), journal.rowsOf(size));
  }

  /** Returns the period's end, or the last entry that counts where the period is not over by then; in milliseconds. */
  public long asOf() {
    return Math.min(end(), journal.bookedAt(size - 1));
  }

  /** Returns when the year up to the period's end begins, in milliseconds since the epoch. */
  public long yearStart() {
    return period.plus(1 - period.length().perYear()).start();
  }

  /** Tells whether an account was opened before the period's end, by the entries that count. */
  public boolean isKnown(int account) {
    return isBefore(journal.opened(account));
  }

  /** Tells whether an account was open at the period's end, by the entries that count. */
  public boolean isOpen(int account) {
    return isKnown(account) && journal.closed(account).filter(this::isBefore).isEmpty();
  }

  private boolean isBefore(long index) {
    return index < size && journal.bookedAt(index) < end();
  }

  /** Returns how an account is classified, as known after the entries that count. */
  public Traits traits(int account) {
    return journal.traits(account, size);
  }
}
