package org.omloop.server.circulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;
import org.omloop.ledger.circulation.period.PeriodReportJson;

/**
 * A report as it is handed out: its text in the format {@code omloop-report/1}, and each table as CSV. Effectively
 * immutable and thread-safe: nobody changes the JSON it shares.
 */
public final class ReportFile {
  private static final String FORMAT = "omloop-report/1";

  private final String text;
  private final Buffer bytes;
  private final String sha256;
  private final JsonObject json;
  private final Map<String, JsonObject> tables = new LinkedHashMap<>();
  private final Map<String, String> csv = new LinkedHashMap<>();

  private ReportFile(String text) {
    this.text = text;
    this.bytes = Buffer.buffer(text);
    this.sha256 = HexFormat.of().formatHex(sha256(text.getBytes(UTF_8)));
    this.json = new JsonObject(text);
    requireHeader();
    int scale = json.getJsonObject("circuit").getInteger("scale");
    for (Object each : json.getJsonArray("tables")) {
      JsonObject table = (JsonObject) each;
      tables.put(table.getString("id"), table);
      csv.put(table.getString("id"), TableCsv.of(table, scale));
    }
  }

  private void requireHeader() {
    boolean isComplete = json.getString("format").equals(FORMAT)
        && version() > 0
        && !mark().root().isEmpty()
        && List.of(Tier.values()).contains(tier())
        && period().end() > 0;
    if (!isComplete) {
      throw new IllegalArgumentException("it is in another format");
    }
  }

  /** Writes a report out. */
  public static ReportFile of(PeriodReport report) {
    return new ReportFile(PeriodReportJson.of(report));
  }

  /**
   * Reads a report that was written out.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static ReportFile read(String text) {
    try {
      return new ReportFile(text);
    } catch (DecodeException
        | ClassCastException
        | NullPointerException
        | NoSuchElementException
        | IllegalArgumentException e) {
      throw new IllegalArgumentException("not a report in the format omloop-report/1", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns its text. */
  public String text() {
    return text;
  }

  /** Returns its text in UTF-8, not to be changed. */
  public Buffer bytes() {
    return bytes;
  }

  /** Returns the SHA-256 of its text, lower-case hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** Returns the report as JSON, not to be changed. */
  public JsonObject json() {
    return json;
  }

  /** Returns how many entries it rests on. */
  public long size() {
    return json.getJsonObject("journal").getLong("size");
  }

  /** Returns the version of all formulas together that it was made by. */
  public int version() {
    return json.getInteger("version");
  }

  /** Returns which period it is on. */
  public Period period() {
    return Period.named(json.getJsonObject("period").getString("id")).orElseThrow();
  }

  /** Returns for whom it is. */
  public Tier tier() {
    return Tier.valueOf(json.getString("tier").toUpperCase(Locale.ROOT));
  }

  /** Returns how far the journal counts for it. */
  public Mark mark() {
    return new Mark(size(), json.getJsonObject("journal").getString("root"));
  }

  /** Returns what it says was inside at its end, under each rule. */
  List<StateSnapshot> states() {
    JsonObject tuple = json.getJsonObject("tuple");
    JsonArray classifications = tuple.getJsonArray("classifications");
    return tuple.getJsonObject("states").stream()
        .map(each -> new StateSnapshot(
            period(),
            each.getKey(),
            mark(),
            version(),
            tuple.getString("detail"),
            classifications.stream().map(String.class::cast).toList(),
            (String) each.getValue()))
        .toList();
  }

  /** Returns the ids of its tables, in order. */
  public List<String> tableIds() {
    return List.copyOf(tables.keySet());
  }

  /** Returns a table as JSON, not to be changed. */
  public Optional<JsonObject> table(String id) {
    return Optional.ofNullable(tables.get(id));
  }

  /** Returns a table as CSV. */
  public Optional<String> csv(String id) {
    return Optional.ofNullable(csv.get(id));
  }

  /** Returns what tells a line of a table from the others: its words, names and periods, in order; empty where there is no such line. */
  public Optional<List<String>> words(String table, int line) {
    return table(table)
        .filter(found -> line >= 0 && line < found.getJsonArray("rows").size())
        .map(found -> words(columns(found), found.getJsonArray("rows").getJsonArray(line)));
  }

  private static List<String> words(List<JsonObject> columns, JsonArray cells) {
    return IntStream.range(0, columns.size())
        .filter(at -> !TableCsv.isFigure(columns.get(at).getString("kind")))
        .mapToObj(cells::getString)
        .toList();
  }

  /** Returns the columns of a table. */
  static List<JsonObject> columns(JsonObject table) {
    JsonArray columns = table.getJsonArray("columns");
    return columns.stream().map(JsonObject.class::cast).toList();
  }
}
