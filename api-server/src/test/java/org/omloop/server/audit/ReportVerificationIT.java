package org.omloop.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.Effort;
import org.omloop.server.cli.CommandRun;

/** A report is worked out again from the export, and whatever was altered in it is named. */
class ReportVerificationIT {
  @TempDir
  private static Path folder;

  private static ExportFolder export;
  private static String report;

  @BeforeAll
  static void write() throws IOException {
    WrittenJournal journal = new WrittenJournal();
    journal.enterBaseline();
    journal.write(folder.resolve("books"), journal.leaves());
    export = new ExportFolder(folder.resolve("books"));
    Path file = folder.resolve("made.json");
    CommandRun run = CommandRun.of("report", books(), "2026-11", "--json=" + file);
    assertEquals(0, run.exitCode(), run.err());
    report = Files.readString(file);
  }

  private static String books() {
    return folder.resolve("books").toString();
  }

  @Test
  void anUntouchedReportPasses() {
    CommandRun run = CommandRun.of("verify", books(), "--report=" + folder.resolve("made.json"));
    assertEquals(0, run.exitCode(), run.out() + run.err());
    assertTrue(run.out().contains("PASS: all "), run.out());
    assertTrue(run.out().contains("REPORT PASS: every figure in "), run.out());
  }

  @Test
  void aPublicReportPassesToo() throws IOException {
    Path file = folder.resolve("public.json");
    assertEquals(
        0,
        CommandRun.of("report", books(), "2026", "--public", "--json=" + file).exitCode());
    assertEquals(Optional.empty(), difference(Files.readString(file)));
  }

  /** A place of a figure in a report. */
  private record Place(int table, int row, int column) {}

  @Test
  void eachAlteredFigureIsNamed() {
    List<Place> places = places();
    SplittableRandom random = new SplittableRandom(Effort.seed(ReportVerificationIT.class));
    for (int time = 0; time < Effort.of(15, 300); time++) {
      Place place = places.get(random.nextInt(places.size()));
      JsonObject altered = new JsonObject(report);
      JsonObject table = altered.getJsonArray("tables").getJsonObject(place.table());
      JsonArray row = table.getJsonArray("rows").getJsonArray(place.row());
      Object before = row.getValue(place.column());
      row.set(place.column(), before instanceof Number number ? number.doubleValue() + 1 : 7);
      String column =
          table.getJsonArray("columns").getJsonObject(place.column()).getString("id");
      String found = difference(altered.encode()).orElse("nothing");
      String expected = "table " + table.getString("id") + ", row " + place.row() + " ("
          + row.getValue(0) + "), column " + column + ": the report says ";
      assertTrue(found.startsWith(expected), found + " instead of " + expected);
    }
  }

  private static List<Place> places() {
    List<Place> places = new ArrayList<>();
    JsonArray tables = new JsonObject(report).getJsonArray("tables");
    for (int table = 0; table < tables.size(); table++) {
      JsonArray columns = tables.getJsonObject(table).getJsonArray("columns");
      for (int row = 0; row < tables.getJsonObject(table).getJsonArray("rows").size(); row++) {
        for (int column = 1; column < columns.size(); column++) {
          String kind = columns.getJsonObject(column).getString("kind");
          if (!List.of("word", "name", "period").contains(kind)) {
            places.add(new Place(table, row, column));
          }
        }
      }
    }
    return places;
  }

  @Test
  void theBaselineIsReadFromTheExport() {
    JsonArray first = new JsonObject(report)
        .getJsonArray("tables").stream()
            .map(JsonObject.class::cast)
            .filter(table -> table.getString("id").equals("schemes"))
            .findFirst()
            .orElseThrow()
            .getJsonArray("rows")
            .getJsonArray(0);
    assertEquals(List.of("baseline", "2025", "leaked", 0.561), first.getList().subList(0, 4));
    assertEquals(
        Optional.of("table schemes, row 0 (baseline), column theirs: the report says 0.261, the"
            + " journal leads to 0.561"),
        difference(report.replace(", 0.561,", ", 0.261,")));
  }

  @Test
  void theCommandNamesWhatDiffersAndFails() throws IOException {
    Path file = folder.resolve("altered.json");
    JsonObject altered = new JsonObject(report);
    JsonArray opening =
        altered.getJsonArray("tables").getJsonObject(0).getJsonArray("rows").getJsonArray(0);
    opening.set(1, 1_234);
    Files.writeString(file, altered.encode());
    CommandRun run = CommandRun.of("verify", books(), "--report=" + file);
    assertEquals(1, run.exitCode());
    assertTrue(
        run.out()
            .contains("REPORT FAIL: table closing, row 0 (opening), column amount: the report"
                + " says 1234, the journal leads to 0"),
        run.out());
  }

  @Test
  void whatStandsAroundTheFiguresCountsToo() {
    assertTrue(difference(report.replace("Does it close?", "It closes")).isPresent());
    assertTrue(difference(report + " ").orElse("").contains("the same in another form"));
    JsonObject shorter = new JsonObject(report);
    shorter.getJsonArray("tables").remove(0);
    assertTrue(difference(shorter.encode()).orElse("").contains("the report has tables"));
  }

  @Test
  void aReportOnEntriesThatTheExportDoesNotHaveFails() {
    JsonObject larger = new JsonObject(report);
    larger.getJsonObject("journal").put("size", 1_000_000);
    assertTrue(difference(larger.encode()).orElse("").contains("rests on 1000000 entries"));
    JsonObject other = new JsonObject(report);
    other.getJsonObject("journal").put("root", "AAAA");
    assertTrue(difference(other.encode()).orElse("").contains("rests on root AAAA at "));
  }

  @Test
  void whatIsNoReportOrNoPeriodIsWrongUse() throws IOException {
    Path file = Files.writeString(folder.resolve("none.json"), "{}");
    assertEquals(2, CommandRun.of("verify", books(), "--report=" + file).exitCode());
    assertEquals(2, CommandRun.of("report", books(), "2026-13").exitCode());
    CommandRun run = CommandRun.of("report", books(), "2025");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("has no entry in 2025"), run.err());
  }

  @Test
  void tablesAreWrittenAsCsv() throws IOException {
    Path tables = folder.resolve("tables");
    assertEquals(
        0, CommandRun.of("report", books(), "2026-Q4", "--csv=" + tables).exitCode());
    assertTrue(Files.readString(tables.resolve("closing.csv")).startsWith("item,amount,share\r\n"));
  }

  /** The day's report is on a month that was not over; areas are called as the file has it. */
  @Test
  void thePaperCallsAreasByTheirNamesAndSaysThatTheMonthRuns() throws IOException {
    String coded = paper();
    assertTrue(coded.contains("november 2026 (loopt nog)"), coded);
    assertTrue(coded.contains("De cijfers gaan tot en met 2 november 2026."), coded);
    String code = areaCode();
    Path areas = Files.writeString(
        folder.resolve("areas.json"),
        new JsonObject()
            .put("type", "FeatureCollection")
            .put("features", new JsonArray().add(feature(code, "Plein aan Zee")))
            .encode());
    String named = paper("--areas=" + areas);
    assertFalse(coded.contains("Plein aan Zee"));
    assertTrue(named.contains("Plein aan Zee"), named);
    CommandRun wrong =
        CommandRun.of("report", books(), "2026-11", "--areas=" + folder.resolve("none"));
    assertEquals(1, wrong.exitCode());
    assertTrue(wrong.err().contains("none is not there"), wrong.err());
  }

  private static String areaCode() {
    return new JsonObject(report)
        .getJsonArray("tables").stream()
            .map(JsonObject.class::cast)
            .filter(table -> table.getString("id").equals("areas"))
            .flatMap(table -> table.getJsonArray("rows").stream())
            .map(row -> ((JsonArray) row).getString(0))
            .filter(code -> code.startsWith("BU"))
            .findFirst()
            .orElseThrow();
  }

  private static JsonObject feature(String code, String name) {
    return new JsonObject()
        .put("type", "Feature")
        .put("properties", new JsonObject().put("code", code).put("name", name))
        .put("geometry", new JsonObject("""
            {"type": "Polygon", "coordinates": [[[4.9, 52.3], [5.0, 52.3], [5.0, 52.4], [4.9, 52.3]]]}
            """));
  }

  private static String paper(String... more) throws IOException {
    Path pdf = folder.resolve("paper.pdf");
    List<String> arguments = new ArrayList<>(List.of("report", books(), "2026-11", "--pdf=" + pdf));
    arguments.addAll(List.of(more));
    CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
    assertEquals(0, run.exitCode(), run.err());
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static Optional<String> difference(String text) {
    return ExportedReports.difference(export, text, done -> {});
  }
}
