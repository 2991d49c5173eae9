package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.script.LedgerScript;

/** Tables as text: a line for each row, cells apart by a space, "." where there is nothing to say. */
final class TableText {
  private TableText() {}

  /** Returns what a report on a period of a script's whole journal reads. */
  static Scope scope(String script, Period period) {
    JournalRows journal = new JournalRows();
    LedgerScript.journal(script).forEach(journal::follow);
    return new Scope(journal, period, journal.size());
  }

  /** Returns the lines of a table without the bands of its figures, which follow from draws. */
  static List<String> lines(Table table) {
    return table.rows().stream()
        .map(row -> IntStream.range(0, row.size())
            .filter(at -> !table.columns().get(at).id().endsWith("80"))
            .mapToObj(at -> text(row.get(at)))
            .collect(Collectors.joining(" ")))
        .toList();
  }

  static Table retention(TracedPeriods traced) {
    return RetentionCurves.of(traced, bands(traced));
  }

  static Table headline(TracedPeriods traced) {
    return Headline.of(traced, bands(traced));
  }

  static Table oneEuro(TracedPeriods traced) {
    return OneEuro.of(traced, bands(traced));
  }

  static Bands bands(TracedPeriods traced) {
    return Bands.of(traced, "cm9vdA==", Tuple.of(traced));
  }

  private static String text(Cell cell) {
    if (cell instanceof Cell.Code code) {
      return code.text();
    }
    return cell instanceof Cell.Known known ? known.value().toPlainString() : ".";
  }
}
