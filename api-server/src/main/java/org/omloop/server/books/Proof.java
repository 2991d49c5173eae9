package org.omloop.server.books;

import org.omloop.server.audit.Check;
import org.omloop.server.audit.CheckState;
import org.omloop.server.audit.VerificationReport;

/** What the verification of the whole journal has proven, as evidence for single checks. */
record Proof(VerificationReport report) {
  /** Adds what is wrong with these, so that a check that rests on them is no more in order than they are. */
  Evidence require(Evidence evidence, Check... checks) {
    for (Check each : checks) {
      report.findings().stream()
          .filter(finding -> finding.check() == each)
          .forEach(finding -> evidence.differ("{}.", "{}.", finding.reason()));
      boolean unproven = report.checks().get(each) == CheckState.NOT_REACHED;
      if (unproven) {
        evidence.differ(
            "Niet bewezen ({}): het journaal is tot boeking {} nagerekend.",
            "Not proven ({}): the journal was replayed up to entry {}.",
            each.wireName(),
            report.verified());
      }
    }
    return evidence;
  }
}
