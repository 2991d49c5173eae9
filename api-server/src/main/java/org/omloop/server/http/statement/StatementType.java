package org.omloop.server.http.statement;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Set;
import org.omloop.server.http.csv.Csv;
import org.omloop.server.http.guard.MediaTypes;
import org.omloop.server.statements.Statement;

/** What a statement may be asked for as. */
enum StatementType {
  JSON("application/json", ""),
  CSV(Csv.MEDIA_TYPE, "csv"),
  PDF("application/pdf", "pdf"),
  /** The only XML that we offer. */
  CAMT("application/xml", "camt053.xml"),
  /** It has no media type of its own; banks end its files so. */
  MT940("text/plain", "940");

  private static final Set<String> OFFERED =
      Arrays.stream(values()).map(each -> each.mediaType).collect(toUnmodifiableSet());

  private final String mediaType;
  private final String ending;

  StatementType(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /** Returns the one the caller likes best; JSON when there is no preference. */
  static StatementType asked(RoutingContext context) {
    String best = MediaTypes.best(OFFERED, context).orElse(JSON.mediaType);
    return Arrays.stream(values())
        .filter(each -> each.mediaType.equals(best))
        .findFirst()
        .orElse(JSON);
  }

  /** Tells whether it says what accounts are called. */
  boolean hasNames() {
    return this != JSON && this != CSV;
  }

  /** Returns what it is saved as; empty where it is not a file. */
  String fileName(Statement statement) {
    return ending.isEmpty()
        ? ""
        : "omloop-" + statement.account() + "-" + statement.period().from() + "-"
            + statement.period().until() + "." + ending;
  }
}
