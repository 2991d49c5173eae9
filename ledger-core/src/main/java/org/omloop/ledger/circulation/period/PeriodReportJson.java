package org.omloop.ledger.circulation.period;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.disclosure.Thresholds;
import org.omloop.ledger.circulation.json.ReportLayout;
import org.omloop.ledger.circulation.trace.Rule;

/**
 * A report in the format {@code omloop-report/1}: all keys, always, in one order, in plain ASCII. In a column of figures
 * {@code null} is "." and {@code "x"} is hidden. The text ends in a line feed.
 */
public final class PeriodReportJson {
  private static final String FORMAT = "omloop-report/1";
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final JsonGenerator json;

  private PeriodReportJson(JsonGenerator json) {
    this.json = json;
  }

  /** What is written. */
  @FunctionalInterface
  private interface Part {
    void write(PeriodReportJson writer) throws IOException;
  }

  /** Returns a report's text. */
  public static String of(PeriodReport report) {
    return text(writer -> writer.write(report));
  }

  /** Returns the text of one table alone, as it would stand in a report. */
  public static String of(Table table) {
    return text(writer -> writer.write(table));
  }

  private static String text(Part part) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(new ReportLayout());
      part.write(new PeriodReportJson(json));
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.toString();
  }

  private void write(PeriodReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("format", FORMAT);
    json.writeNumberField("version", PeriodReport.VERSION);
    json.writeStringField("tier", report.tier().name().toLowerCase(Locale.ROOT));
    json.writeObjectFieldStart("circuit");
    json.writeStringField("origin", report.origin());
    json.writeStringField("name", report.name());
    json.writeStringField("unit", report.unit());
    json.writeNumberField("scale", report.scale());
    json.writeEndObject();
    json.writeObjectFieldStart("period");
    json.writeStringField("id", report.period().toString());
    json.writeStringField("from", Instant.ofEpochMilli(report.period().start()).toString());
    json.writeStringField("until", Instant.ofEpochMilli(report.period().end()).toString());
    json.writeEndObject();
    json.writeObjectFieldStart("journal");
    json.writeNumberField("size", report.size());
    json.writeStringField("root", report.root());
    json.writeEndObject();
    write(report.tuple());
    writeThresholds(report.thresholds());
    json.writeArrayFieldStart("tables");
    for (Table table : report.tables()) {
      write(table);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(Tuple tuple) throws IOException {
    json.writeObjectFieldStart("tuple");
    json.writeStringField("detail", tuple.detail());
    json.writeArrayFieldStart("rules");
    for (Rule rule : tuple.rules()) {
      json.writeString(rule.wireName());
    }
    json.writeEndArray();
    json.writeStringField("offset", tuple.offset());
    json.writeArrayFieldStart("classifications");
    for (String version : tuple.classifications()) {
      json.writeString(version);
    }
    json.writeEndArray();
    json.writeStringField("until", Instant.ofEpochMilli(tuple.until()).toString());
    json.writeObjectFieldStart("states");
    for (Map.Entry<Rule, String> state : tuple.states().entrySet()) {
      json.writeStringField(state.getKey().wireName(), state.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeThresholds(Optional<Thresholds> used) throws IOException {
    if (used.isEmpty()) {
      json.writeNullField("thresholds");
      return;
    }
    Thresholds thresholds = used.get();
    json.writeObjectFieldStart("thresholds");
    json.writeNumberField("units", thresholds.units());
    json.writeNumberField("largestPercent", thresholds.largestPercent());
    json.writeNumberField("protectionPercent", thresholds.protectionPercent());
    json.writeNumberField("roomPercent", thresholds.roomPercent());
    json.writeNumberField("amountStep", thresholds.amountStep());
    json.writeNumberField("countStep", thresholds.countStep());
    json.writeNumberField("curveEntries", thresholds.curveEntries());
    json.writeNumberField("curveUnits", thresholds.curveUnits());
    json.writeEndObject();
  }

  private void write(Table table) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", table.id());
    write("title", Optional.of(table.title()));
    json.writeArrayFieldStart("indicators");
    for (String id : table.indicators()) {
      json.writeString(id);
    }
    json.writeEndArray();
    write("note", table.note());
    json.writeArrayFieldStart("columns");
    for (Column column : table.columns()) {
      json.writeStartObject();
      json.writeStringField("id", column.id());
      write("name", Optional.of(column.name()));
      json.writeStringField("kind", column.kind().name().toLowerCase(Locale.ROOT));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rows");
    for (List<Cell> row : table.rows()) {
      json.writeStartArray();
      for (Cell cell : row) {
        write(cell);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(String name, Optional<Text> text) throws IOException {
    if (text.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("nl", text.get().nl());
    json.writeStringField("en", text.get().en());
    json.writeEndObject();
  }

  private void write(Cell cell) throws IOException {
    if (cell instanceof Cell.Code code) {
      json.writeString(code.text());
    } else if (cell instanceof Cell.Known known) {
      json.writeNumber(known.value().toPlainString());
    } else if (cell instanceof Cell.Hidden) {
      json.writeString("x");
    } else {
      json.writeNull();
    }
  }
}
