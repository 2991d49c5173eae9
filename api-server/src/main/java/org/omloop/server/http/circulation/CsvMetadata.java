package org.omloop.server.http.circulation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the columns of a table's CSV mean, as CSV on the Web (W3C Metadata Vocabulary for Tabular Data, 2015). */
final class CsvMetadata {
  static final String MEDIA_TYPE = "application/csvm+json";

  private static final JsonArray NULLS = new JsonArray().add(".").add("x");

  private CsvMetadata() {}

  /**
   * Describes a table of a report in the format {@code omloop-report/1}.
   *
   * @param url where the CSV is, seen from the description
   */
  static JsonObject of(JsonObject table, String url) {
    List<JsonObject> columns = objects(table.getJsonArray("columns"));
    JsonObject json = new JsonObject()
        .put(
            "@context",
            new JsonArray()
                .add("http://www.w3.org/ns/csvw")
                .add(new JsonObject().put("@language", "en")))
        .put("url", url)
        .put("dc:title", texts(table.getJsonObject("title")))
        .put("dc:license", new JsonObject().put("@id", CirculationHandlers.LICENCE))
        .put("dialect", new JsonObject().put("encoding", "utf-8").put("header", true))
        .put("null", NULLS)
        .put(
            "rdfs:comment",
            texts(new JsonObject()
                .put("nl", "\".\": niet te bepalen. \"x\": verborgen.")
                .put("en", "\".\": cannot be told. \"x\": hidden.")))
        .put(
            "tableSchema",
            new JsonObject()
                .put(
                    "columns",
                    new JsonArray(columns.stream().map(CsvMetadata::column).toList()))
                .put("primaryKey", new JsonArray(key(columns, table.getJsonArray("rows")))));
    JsonObject note = table.getJsonObject("note");
    return note == null ? json : json.put("dc:description", texts(note));
  }

  private static JsonObject column(JsonObject column) {
    return new JsonObject()
        .put("name", column.getString("id"))
        .put("titles", column.getString("id"))
        .put("dc:title", texts(column.getJsonObject("name")))
        .put("datatype", datatype(column.getString("kind")));
  }

  private static String datatype(String kind) {
    return switch (kind) {
      case "word", "name", "period" -> "string";
      case "count" -> "integer";
      default -> "decimal";
    };
  }

  /** The first columns, as many as it takes to tell all rows apart; at least those of words. */
  private static List<String> key(List<JsonObject> columns, JsonArray rows) {
    int length = 1;
    while (length < columns.size()
        && (datatype(columns.get(length).getString("kind")).equals("string")
            || !isUnique(rows, length))) {
      length++;
    }
    return columns.subList(0, length).stream().map(each -> each.getString("id")).toList();
  }

  private static boolean isUnique(JsonArray rows, int length) {
    Set<List<?>> seen = new HashSet<>();
    return rows.stream().allMatch(row -> seen.add(((JsonArray) row).getList().subList(0, length)));
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }

  static JsonArray texts(JsonObject byLanguage) {
    JsonArray texts = new JsonArray();
    byLanguage.forEach(each ->
        texts.add(new JsonObject().put("@value", each.getValue()).put("@language", each.getKey())));
    return texts;
  }
}
