package org.omloop.ledger.circulation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.CirculationReport.Window;
import org.omloop.ledger.circulation.csv.LedgerFile;
import org.omloop.ledger.circulation.csv.LedgerText;
import org.omloop.ledger.circulation.trace.Rule;

/** Reports of ledgers written as text in a test. */
final class Measured {
  static final List<Rule> RULES = List.of(Rule.values());

  private Measured() {}

  static CirculationReport of(LedgerFile file) {
    return Circulation.measure(file, Optional.empty(), Circulation.window(file), RULES);
  }

  /** Measures up to a time in the form of the file. */
  static CirculationReport until(String until, LedgerFile file) {
    Optional<Window> window = Circulation.window(file)
        .map(whole ->
            new Window(whole.form(), whole.from(), whole.form().parse(until).orElseThrow()));
    return Circulation.measure(file, Optional.empty(), window, RULES);
  }

  /** Returns the report's JSON for rows without their header, each account its own unit. */
  static Json json(String until, String rows) {
    return Json.parse(ReportJson.of(until(until, LedgerText.read(rows))));
  }

  /** Returns the report's JSON for rows and accounts without their headers. */
  static Json json(String until, String rows, String accounts) {
    return Json.parse(ReportJson.of(until(until, LedgerText.read(rows, accounts))));
  }

  /** Returns a list of lists as lines, each item separated by a space. */
  static List<String> lines(Json list) {
    return list.list().stream()
        .map(line -> String.join(
            " ", line.list().stream().map(item -> String.valueOf(item.value())).toList()))
        .toList();
  }

  static List<String> lines(String... lines) {
    return Arrays.asList(lines);
  }
}
