package org.omloop.server.cli;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.omloop.server.books.Audit;
import org.omloop.server.books.AuditResult;
import org.omloop.server.books.AuditResult.Verdict;

/** An audit for people to read, and for other programs. */
final class AuditText {
  private static final int MOST_LINES = 12;
  private static final String INDENT = "                ";

  private AuditText() {}

  /** Returns a list of exactly {@code id}, {@code result} and {@code evidence} for each check. */
  static String json(Audit audit) {
    JsonArray list = new JsonArray();
    for (AuditResult each : audit.results()) {
      list.add(new JsonObject()
          .put("id", each.check().name())
          .put("result", each.verdict().wireName())
          .put("evidence", each.english()));
    }
    return list.encodePrettily() + "\n";
  }

  static String table(Audit audit) {
    StringBuilder text = new StringBuilder();
    for (AuditResult each : audit.results()) {
      text.append(String.format(
          Locale.ROOT,
          "%-4s%-12s%s%n",
          each.check().name(),
          each.verdict() == Verdict.OK ? "ok" : "DIFFERENCE",
          each.check().claim().en()));
      List<String> lines = each.english().lines().toList();
      lines.stream()
          .limit(MOST_LINES)
          .forEach(line -> text.append(INDENT).append(line).append('\n'));
      if (lines.size() > MOST_LINES) {
        text.append(INDENT)
            .append("… and ")
            .append(lines.size() - MOST_LINES)
            .append(" more lines; --json writes all of them\n");
      }
    }
    return text.append('\n').append(verdict(audit)).toString();
  }

  private static String verdict(Audit audit) {
    List<String> differing = audit.results().stream()
        .filter(each -> each.verdict() == Verdict.DIFFERENCE)
        .map(each -> each.check().name())
        .toList();
    return differing.isEmpty()
        ? "OK: all " + audit.results().size() + " checks on " + audit.size() + " entries are ok."
        : "DIFFERENCE: " + String.join(", ", differing) + ".";
  }
}
