package org.omloop.server.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The checks of single lines, I10 to I13. Used by one thread. */
final class LineChecks {
  private final Map<Check, Checked> found;
  private final Set<String> keys;

  /** @param keys of lines that are known; those that are taken in are added */
  LineChecks(Map<Check, Checked> found, Set<String> keys) {
    this.found = found;
    this.keys = keys;
  }

  /** Returns the lines that are new, and notes what is to be said of the others. */
  List<BankLine> fresh(BankStatement statement) {
    List<BankLine> fresh = new ArrayList<>();
    for (BankLine line : statement.lines()) {
      if (keys.add(line.key())) {
        fresh.add(line);
        look(line);
      } else {
        note(Check.I13, Checked.Result.SKIPPED, "line-kept", line);
      }
    }
    return fresh;
  }

  private void look(BankLine line) {
    if (!line.addsUp()) {
      note(Check.I10, Checked.Result.WORK, "details-differ", line);
    }
    if (line.isReversal()) {
      note(Check.I11, Checked.Result.WORK, "reversal", line);
    }
    if (!line.returnReason().isEmpty()) {
      note(Check.I12, Checked.Result.WORK, "return", line);
    }
  }

  private void note(Check check, Checked.Result result, String reason, BankLine line) {
    Checked before = found.get(check);
    String facts = before == null ? line.key() : before.facts() + ", " + line.key();
    found.put(check, new Checked(check, result, reason, facts));
  }
}
