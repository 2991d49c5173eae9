package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.stream.Collectors;
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

  static List<String> lines(Table table) {
    return table.rows().stream()
        .map(row -> row.stream().map(TableText::text).collect(Collectors.joining(" ")))
        .toList();
  }

  private static String text(Cell cell) {
    if (cell instanceof Cell.Code code) {
      return code.text();
    }
    return cell instanceof Cell.Known known ? known.value().toPlainString() : ".";
  }
}
