package org.omloop.ledger.circulation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.CirculationReport.Breakdown;
import org.omloop.ledger.circulation.CirculationReport.CircularShare;
import org.omloop.ledger.circulation.CirculationReport.Window;
import org.omloop.ledger.circulation.csv.TimeForm;
import org.omloop.ledger.circulation.flow.HopGraph;
import org.omloop.ledger.circulation.json.ReportLayout;
import org.omloop.ledger.circulation.trace.TracedFigures;

/**
 * A report in the format {@code omloop-circulation/1} (circulation.md, section 9): all keys, always, in one order;
 * numbers in plain decimals. It is plain ASCII, so that its bytes depend on no machine's settings.
 *
 * <p>Not thread-safe; writes one report.
 */
public final class ReportJson {
  private static final String FORMAT = "omloop-circulation/1";
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final CirculationReport report;
  private final JsonGenerator json;

  private ReportJson(CirculationReport report, JsonGenerator json) {
    this.report = report;
    this.json = json;
  }

  /** Returns the report's text, which ends in a line feed. */
  public static String of(CirculationReport report) {
    StringWriter text = new StringWriter();
    try {
      write(report, text);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.toString();
  }

  /** Writes the report's text, which ends in a line feed; it may be longer than a string can be. */
  public static void write(CirculationReport report, Writer out) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new ReportLayout());
    new ReportJson(report, json).write();
    json.writeRaw('\n');
    json.close();
  }

  private void write() throws IOException {
    json.writeStartObject();
    json.writeStringField("format", FORMAT);
    json.writeStringField("detail", report.detail());
    writeInput();
    writeWindow();
    writeBooks();
    figure("moneyDays", report.moneyDays());
    ratio("meanStock", report.meanStock());
    ratio("velocityPerYear", report.velocityPerYear());
    ratio("spentPerIssued", report.spentPerIssued());
    ratio("chainMultiplier", report.chainMultiplier());
    ratio("throughflow", report.throughflow());
    json.writeNumberField("sleepingDays", Circulation.SLEEPING_DAYS);
    ratio("sleepingShare", report.sleepingShare());
    writeCircularShare(report.circularShare());
    json.writeObjectFieldStart("rules");
    for (var each : report.rules().entrySet()) {
      json.writeObjectFieldStart(each.getKey().wireName());
      writeTraced(each.getValue());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeFieldName("breakdown");
    if (report.breakdown().isPresent()) {
      writeBreakdown(report.breakdown().get());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private void writeInput() throws IOException {
    CirculationReport.Input input = report.input();
    json.writeObjectFieldStart("input");
    json.writeNumberField("rows", input.rows());
    json.writeNumberField("rowsUsed", input.rowsUsed());
    json.writeNumberField("rowsOutside", input.rowsOutside());
    json.writeStringField("accountsSha256", input.accountsSha256().orElse(null));
    json.writeStringField("sha256", input.sha256());
    json.writeEndObject();
  }

  private void writeWindow() throws IOException {
    json.writeObjectFieldStart("window");
    if (report.window().isPresent()) {
      Window window = report.window().get();
      moment("from", window.form(), window.from());
      moment("until", window.form(), window.until());
      figure("days", TracedFigures.days(window.until() - window.from()));
    } else {
      json.writeNullField("from");
      json.writeNullField("until");
      json.writeNullField("days");
    }
    json.writeEndObject();
  }

  private void moment(String name, TimeForm form, long time) throws IOException {
    if (form == TimeForm.DAYS) {
      figure(name, new BigDecimal(form.text(time)));
    } else {
      json.writeStringField(name, form.text(time));
    }
  }

  private void writeBooks() throws IOException {
    CirculationReport.Stock books = report.books();
    json.writeObjectFieldStart("books");
    json.writeNumberField("entered", books.entered());
    json.writeNumberField("issued", books.issued());
    json.writeNumberField("granted", books.granted());
    json.writeNumberField("exited", books.exited());
    json.writeNumberField("stock", books.stock());
    json.writeEndObject();
    CirculationReport.Volume volume = report.volume();
    json.writeObjectFieldStart("volume");
    json.writeNumberField("gross", volume.gross());
    json.writeNumberField("refunded", volume.refunded());
    json.writeNumberField("net", volume.net());
    json.writeNumberField("economic", volume.economic());
    json.writeObjectFieldStart("byKind");
    for (var each : volume.byKind().entrySet()) {
      json.writeNumberField(each.getKey().wireName(), each.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("moved");
    json.writeNumberField("contribution", report.moved().contribution());
    json.writeNumberField("demurrage", report.moved().demurrage());
    json.writeNumberField("own", report.moved().own());
    json.writeEndObject();
  }

  private void writeCircularShare(CircularShare share) throws IOException {
    json.writeObjectFieldStart("circularShare");
    ratio("share", share.share());
    json.writeNumberField("circulating", share.certificate().total());
    json.writeNumberField("volume", share.graph().volume());
    json.writeObjectFieldStart("certificate");
    json.writeObjectFieldStart("potentials");
    HopGraph graph = share.graph();
    for (int unit = 0; unit < graph.unitCount(); unit++) {
      json.writeNumberField(graph.names().get(unit), share.certificate().potentials()[unit]);
    }
    json.writeEndObject();
    json.writeArrayFieldStart("edges");
    for (int edge = 0; edge < graph.edgeCount(); edge++) {
      json.writeStartArray();
      json.writeString(graph.names().get(graph.from()[edge]));
      json.writeString(graph.names().get(graph.to()[edge]));
      json.writeNumber(graph.weights()[edge]);
      json.writeNumber(share.certificate().circulating()[edge]);
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void writeTraced(TracedFigures traced) throws IOException {
    ratio("lm3", traced.lm3());
    json.writeFieldName("hopSum");
    json.writeNumber(traced.hopSum());
    figure("moneyDays", traced.moneyDays());
    ratio("meanHopsAtExit", traced.meanHopsAtExit());
    ratio("meanResidenceDays", traced.meanResidenceDays());
    ratio("holdingDays", traced.holdingDays());
    ratio("idleShare", traced.idleShare());
    json.writeArrayFieldStart("exits");
    for (TracedFigures.ExitLine exit : traced.exits()) {
      json.writeStartArray();
      json.writeString(exit.kind().wireName());
      json.writeNumber(exit.amount());
      json.writeString(exit.cohort());
      number(exit.residenceDays());
      json.writeNumber(exit.hops());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("survival");
    for (TracedFigures.SurvivalLine line : traced.survival()) {
      writeSurvival(line);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("openLots");
    for (TracedFigures.OpenLine open : traced.openLots()) {
      json.writeStartArray();
      json.writeString(open.account());
      json.writeNumber(open.amount());
      json.writeString(open.cohort());
      json.writeNumber(open.hops());
      number(open.ageDays());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeSurvival(TracedFigures.SurvivalLine line) throws IOException {
    json.writeStartArray();
    number(line.ageDays());
    json.writeNumber(line.exited());
    json.writeNumber(line.atRisk());
    number(line.survival());
    json.writeStartObject();
    for (var each : line.exits().entrySet()) {
      figure(each.getKey().wireName(), each.getValue());
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private void writeBreakdown(Breakdown breakdown) throws IOException {
    json.writeStartObject();
    writeFlows("role", breakdown.role());
    writeFlows("sector", breakdown.sector());
    writeFlows("area", breakdown.area());
    writeExits("exitsByRole", breakdown.exitsByRole());
    writeExits("exitsBySector", breakdown.exitsBySector());
    json.writeEndObject();
  }

  private void writeFlows(String name, List<Breakdown.Flow> flows) throws IOException {
    json.writeArrayFieldStart(name);
    for (Breakdown.Flow flow : flows) {
      json.writeStartArray();
      json.writeString(flow.payer());
      json.writeString(flow.payee());
      json.writeNumber(flow.amount());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void writeExits(String name, List<Breakdown.Exit> exits) throws IOException {
    json.writeArrayFieldStart(name);
    for (Breakdown.Exit exit : exits) {
      json.writeStartArray();
      json.writeString(exit.holder());
      json.writeString(exit.kind().wireName());
      json.writeNumber(exit.amount());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void ratio(String name, Optional<BigDecimal> ratio) throws IOException {
    if (ratio.isPresent()) {
      figure(name, ratio.get());
    } else {
      json.writeNullField(name);
    }
  }

  private void figure(String name, BigDecimal figure) throws IOException {
    json.writeFieldName(name);
    number(figure);
  }

  private void number(BigDecimal figure) throws IOException {
    json.writeNumber(figure.toPlainString());
  }
}
