package org.omloop.server.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omloop.server.audit.CheckState;
import org.omloop.server.audit.Finding;
import org.omloop.server.audit.VerificationReport;

/** A verification for people to read: each check with what it claims, what is wrong, and the verdict last. */
final class VerificationText {
  private static final int MOST_FINDINGS = 10;
  private static final Map<CheckState, String> MARKS = Map.of(
      CheckState.PASSED, "ok    ", CheckState.FAILED, "WRONG ", CheckState.NOT_REACHED, "–     ");
  private static final List<String> SUMS =
      List.of("issued", "granted", "spent", "refunded", "redeemed", "paidOut", "outstanding");

  private final StringBuilder text = new StringBuilder();
  private final VerificationReport report;

  private VerificationText(VerificationReport report) {
    this.report = report;
  }

  static String of(VerificationReport report) {
    return new VerificationText(report).write();
  }

  private String write() {
    report.checkpoint().ifPresent(head -> {
      line("");
      line("Ledger   %s", head.origin());
      line("Entries  %,d", head.size());
      line("Root     %s", head.root());
    });
    report.key().ifPresent(key -> line("Log key  %s", key.text()));
    line("");
    report
        .checks()
        .forEach((check, state) -> line("%s%s", MARKS.getOrDefault(state, ""), check.claim()));
    if (report.passed()) {
      line("");
      SUMS.forEach(this::sum);
    }
    writeFindings();
    report.remarks().forEach(each -> line("\nNote: %s", each));
    report
        .forks()
        .forEach(each -> line(
            "\nTwo signed heads that cannot both be true; keep them, they prove two histories:\n\n%s",
            each));
    line("");
    line("%s", verdict());
    return text.toString().stripTrailing();
  }

  private void sum(String name) {
    long amount = report.totals().getOrDefault(name, 0L);
    line("%-12s %,16." + report.scale() + "f", name, BigDecimal.valueOf(amount, report.scale()));
  }

  private void writeFindings() {
    List<Finding> findings = report.findings();
    findings.stream().limit(MOST_FINDINGS).forEach(each -> line("\n%s", each.reason()));
    if (findings.size() > MOST_FINDINGS) {
      line("\n… and %d more; --json writes all of them", findings.size() - MOST_FINDINGS);
    }
  }

  private String verdict() {
    if (report.passed()) {
      return String.format(
          Locale.ROOT,
          "PASS: all %,d entries and %,d signatures hold.",
          report.verified(),
          report.signatures());
    }
    return report
        .first()
        .filter(first -> first.index().isPresent())
        .map(first ->
            "FAIL: the first bad entry is " + first.index().getAsLong() + ". " + first.reason())
        .orElseGet(() -> "FAIL: " + report.findings().get(0).reason());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
