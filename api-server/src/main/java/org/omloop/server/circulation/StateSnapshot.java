package org.omloop.server.circulation;

import java.util.List;
import org.omloop.ledger.circulation.disclosure.Period;

/**
 * What was inside when a month was over under one rule, as a hash, which a later reading by the same formulas must find
 * again.
 *
 * @param rule as in reports
 * @param version of all formulas together
 * @param detail {@code lots}, or {@code keyed} where lots were merged
 * @param classifications the versions of the codes in use, such as {@code SBI2008}, sorted
 * @param state SHA-256, lower-case hexadecimal
 */
public record StateSnapshot(
    Period month,
    String rule,
    Mark mark,
    int version,
    String detail,
    List<String> classifications,
    String state) {
  /** Copies the list. */
  public StateSnapshot {
    classifications = List.copyOf(classifications);
  }

  /** Tells whether both are of one month, rule and version. */
  boolean isOfTheSame(StateSnapshot other) {
    return month.equals(other.month) && rule.equals(other.rule) && version == other.version;
  }
}
