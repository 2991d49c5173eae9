package org.omloop.server.books;

import java.util.List;
import java.util.Locale;
import org.omloop.ledger.circulation.catalogue.Text;

/**
 * How one check came out. A check that found nothing to hold against anything is in order, and its evidence says so first.
 *
 * @param check which
 * @param evidence what was counted and added up; at least one sentence
 * @param differences what is not as it must be, one sentence for each; none when the check is in order
 */
public record AuditResult(AuditCheck check, List<Text> evidence, List<Text> differences) {
  /** How a check can come out; there is no third way. */
  public enum Verdict {
    OK,
    DIFFERENCE;

    /** Returns the name used in files and in the API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public AuditResult {
    evidence = List.copyOf(evidence);
    differences = List.copyOf(differences);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException(check + " has no evidence");
    }
  }

  /** Returns whether anything differs. */
  public Verdict verdict() {
    return differences.isEmpty() ? Verdict.OK : Verdict.DIFFERENCE;
  }

  /** Returns evidence and differences in English, a line for each. */
  public String english() {
    StringBuilder text = new StringBuilder();
    differences.forEach(each -> text.append("difference: ").append(each.en()).append('\n'));
    evidence.forEach(each -> text.append(each.en()).append('\n'));
    return text.toString().stripTrailing();
  }
}
