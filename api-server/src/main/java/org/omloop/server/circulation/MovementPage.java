package org.omloop.server.circulation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.period.RowsBehind;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;

/**
 * Some of the movements behind a line of a report.
 *
 * @param size how many entries count
 * @param next the number of the first movement that follows; empty at the end
 */
public record MovementPage(long size, List<Booked> movements, OptionalInt next) {
  /**
   * A movement as it was booked.
   *
   * @param index its entry's
   * @param time milliseconds since the epoch
   * @param from who paid; empty where money comes from outside the circuit
   * @param to who was paid; empty where it goes outside
   * @param amount minor units
   * @param refundOf the index of the entry that it gives back
   * @param part how much of it belongs to the line, minor units; empty where all of it does
   */
  public record Booked(
      long index,
      long time,
      Optional<String> from,
      Optional<String> to,
      long amount,
      EntryKind kind,
      OptionalLong refundOf,
      OptionalLong part) {
    static Booked of(JournalRows journal, int row, OptionalLong part) {
      Rows rows = journal.rows();
      int original = rows.original(row);
      return new Booked(
          journal.index(row),
          rows.time(row),
          account(rows, rows.payer(row)),
          account(rows, rows.payee(row)),
          rows.amount(row),
          rows.kind(row),
          original == Rows.NONE ? OptionalLong.empty() : OptionalLong.of(journal.index(original)),
          part);
    }

    private static Optional<String> account(Rows rows, int account) {
      return account == Accounts.OUTSIDE
          ? Optional.empty()
          : Optional.of(rows.accounts().id(account));
    }
  }

  /** Copies the list. */
  public MovementPage {
    movements = List.copyOf(movements);
  }

  static MovementPage of(JournalRows journal, RowsBehind behind, long size, int from, int limit) {
    List<Integer> shown = behind.rows().skip(from).limit(limit + 1L).boxed().toList();
    boolean isMore = shown.size() > limit;
    return new MovementPage(
        size,
        shown.stream()
            .limit(limit)
            .map(row -> Booked.of(journal, row, behind.part(row)))
            .toList(),
        isMore ? OptionalInt.of(from + limit) : OptionalInt.empty());
  }
}
