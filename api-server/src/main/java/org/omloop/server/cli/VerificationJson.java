package org.omloop.server.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.server.audit.Finding;
import org.omloop.server.audit.VerificationReport;

/**
 * A verification as a file for other programs. Amounts are minor units; what could not be read is null, and so is the
 * index of a finding that is about no entry.
 */
final class VerificationJson {
  private VerificationJson() {}

  static String of(VerificationReport report) {
    JsonObject checks = new JsonObject();
    report.checks().forEach((check, state) -> checks.put(check.wireName(), state.wireName()));
    JsonObject totals = new JsonObject();
    report.totals().forEach(totals::put);
    JsonArray findings = new JsonArray();
    report.findings().forEach(each -> findings.add(finding(each)));
    return new JsonObject()
            .put("format", "omloop-verification/1")
            .put("passed", report.passed())
            .put("origin", report.checkpoint().map(each -> each.origin()).orElse(null))
            .put("size", report.checkpoint().map(each -> each.size()).orElse(null))
            .put("root", report.checkpoint().map(each -> each.root().toString()).orElse(null))
            .put("key", report.key().map(LogPublicKey::text).orElse(null))
            .put("entriesVerified", report.verified())
            .put("signaturesVerified", report.signatures())
            .put("firstBadIndex", report.first().map(VerificationJson::index).orElse(null))
            .put("reason", report.first().map(Finding::reason).orElse(null))
            .put("checks", checks)
            .put("scale", report.scale())
            .put("totals", totals)
            .put("findings", findings)
            .put("remarks", new JsonArray(report.remarks()))
            .put("forks", new JsonArray(report.forks()))
            .encodePrettily()
        + "\n";
  }

  private static JsonObject finding(Finding finding) {
    return new JsonObject()
        .put("check", finding.check().wireName())
        .put("index", index(finding))
        .put("reason", finding.reason());
  }

  private static @Nullable Long index(Finding finding) {
    OptionalLong index = finding.index();
    return index.isPresent() ? index.getAsLong() : null;
  }
}
