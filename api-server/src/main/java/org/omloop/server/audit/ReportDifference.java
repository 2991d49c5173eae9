package org.omloop.server.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.omloop.server.circulation.ReportFile;

/** The first thing in which a report differs from what the journal leads to, as one line for an auditor. */
final class ReportDifference {
  private static final String TABLES = "tables";

  private final JsonObject given;
  private final JsonObject made;

  private ReportDifference(JsonObject given, JsonObject made) {
    this.given = given;
    this.made = made;
  }

  static Optional<String> between(ReportFile given, ReportFile made) {
    if (given.text().equals(made.text())) {
      return Optional.empty();
    }
    return new ReportDifference(given.json(), made.json())
        .first()
        .or(() -> Optional.of("the report says the same in another form, from character "
            + firstDifferent(given.text(), made.text()) + " on"));
  }

  private static int firstDifferent(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    return IntStream.range(0, shorter)
        .filter(at -> one.charAt(at) != other.charAt(at))
        .findFirst()
        .orElse(shorter);
  }

  private Optional<String> first() {
    return tables().or(this::rest);
  }

  private Optional<String> tables() {
    List<JsonObject> ours = objects(made.getJsonArray(TABLES));
    List<JsonObject> theirs = objects(given.getJsonArray(TABLES));
    List<String> ids = ours.stream().map(each -> each.getString("id")).toList();
    List<String> givenIds = theirs.stream().map(each -> each.getString("id")).toList();
    if (!ids.equals(givenIds)) {
      return Optional.of("the report has tables " + givenIds + ", the journal leads to " + ids);
    }
    return IntStream.range(0, ids.size())
        .mapToObj(at -> table(theirs.get(at), ours.get(at)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> table(JsonObject theirs, JsonObject ours) {
    String name = "table " + ours.getString("id");
    JsonArray rows = ours.getJsonArray("rows");
    JsonArray givenRows = theirs.getJsonArray("rows");
    List<String> columns = objects(ours.getJsonArray("columns")).stream()
        .map(each -> each.getString("id"))
        .toList();
    return IntStream.range(0, Math.min(rows.size(), givenRows.size()))
        .mapToObj(at ->
            row(name + ", row " + at, columns, givenRows.getJsonArray(at), rows.getJsonArray(at)))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> rows.size() == givenRows.size()
            ? Optional.empty()
            : Optional.of(name + ": the report has " + givenRows.size()
                + " rows, the journal leads to " + rows.size()))
        .or(() -> members(name, theirs, ours));
  }

  private static Optional<String> row(
      String name, List<String> columns, JsonArray theirs, JsonArray ours) {
    if (theirs.size() != columns.size()) {
      return Optional.of(name + ": the report has " + theirs.size()
          + " cells, the journal leads to " + columns.size());
    }
    return IntStream.range(0, columns.size())
        .filter(at -> !isSame(theirs.getValue(at), ours.getValue(at)))
        .mapToObj(at -> name + " (" + ours.getValue(0) + "), column " + columns.get(at)
            + ": the report says " + shown(theirs.getValue(at)) + ", the journal leads to "
            + shown(ours.getValue(at)))
        .findFirst();
  }

  /** What stands around the tables, such as the formulas' version. */
  private Optional<String> rest() {
    JsonObject theirs = given.copy();
    JsonObject ours = made.copy();
    theirs.remove(TABLES);
    ours.remove(TABLES);
    return members("the report", theirs, ours);
  }

  private static Optional<String> members(String name, JsonObject theirs, JsonObject ours) {
    TreeSet<String> keys = new TreeSet<>(ours.fieldNames());
    keys.addAll(theirs.fieldNames());
    return keys.stream()
        .filter(key -> !isSame(theirs.getValue(key), ours.getValue(key)))
        .map(key -> name + ", " + key + ": the report says " + shown(theirs.getValue(key))
            + ", the journal leads to " + shown(ours.getValue(key)))
        .findFirst();
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return one instanceof Number && other instanceof Number
        ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0
        : Objects.equals(one, other);
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "." : value.toString();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
