package org.omloop.server.council;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.omloop.server.circulation.ReportFile;
import org.omloop.server.print.CircuitMoney;
import org.omloop.server.print.PdfPages;

/** The council's paper, read back. */
class CouncilPaperTest {
  private static void assertSays(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), "«" + part + "» in " + text);
    }
  }

  @Test
  void theFirstSheetSaysItAll() {
    try (ReadPaper paper = ReadPaper.ofSample(PaperWords.DUTCH)) {
      assertSays(
          paper.text(1, 1),
          "Verslag voor de raad · Derde kwartaal 2026",
          "Wat doet het geld in Kring Oost?",
          "€ 84.120,00",
          "+ € 31.500,00",
          "− € 22.310,50",
          "= € 93.309,50",
          "dekking 100%",
          "Het sluit: begin, erbij en eraf zijn samen het eind.",
          "Dekking: Vraagt een bankafschrift waarvan de hash in het journaal staat.",
          "Van elke € 100 is in 180 dagen € 162 besteed.",
          "Na een half jaar nog in de kring 71%",
          "oudste eerst 68% · nieuwste eerst 74% · gemengd 71%",
          "Deelnemers erachter: 225",
          "Niet bewezen: dat sparen slecht is.",
          "nog in de kring",
          "Leverancier buiten de kring",
          "62% nieuwste eerst",
          "Wat dit niet zegt",
          "Geen bewijs van oorzaak",
          "Verborgen vakjes: 255 van 2.380.");
    }
  }

  @Test
  void aPeriodThatRunsSaysSoOnEverySheet() {
    Source running = new Source(Optional.empty(), Optional.empty(), true);
    byte[] bytes = CouncilPaper.draw(Reports.sample(), PaperWords.DUTCH, running, Map.of());
    try (ReadPaper paper = ReadPaper.of(bytes)) {
      assertSays(
          paper.text(1, 1),
          "Derde kwartaal 2026 (loopt nog)",
          "Deze periode loopt nog. De cijfers gaan tot en met 1 oktober 2026.");
      for (int page = 1; page <= paper.pages(); page++) {
        assertSays(paper.text(page, page), "Kring Oost, derde kwartaal 2026 (loopt nog)");
      }
    }
    try (ReadPaper paper = ReadPaper.ofSample(PaperWords.DUTCH)) {
      assertFalse(paper.text().contains("loopt nog"));
    }
  }

  /** By the report's own limits; a paper of exact figures hides nothing. */
  @Test
  void theLimitsOfWhatIsShownStandWhereHidingIsExplained() {
    ReportFile strict =
        Reports.changed(json -> json.getJsonObject("thresholds").put("amountStep", 2_000));
    try (ReadPaper paper = ReadPaper.of(strict, PaperWords.ENGLISH)) {
      assertSays(
          paper.text(),
          "There are 10 participants or more, on each side.",
          "Amounts are rounded to €20.00, counts to 5.");
    }
    ReportFile exact = Reports.changed(json -> json.put("tier", "audit").putNull("thresholds"));
    try (ReadPaper paper = ReadPaper.of(exact, PaperWords.ENGLISH)) {
      assertFalse(paper.text().contains("on each side"));
    }
  }

  /** A circuit that lives on credit: what members paid below zero came in, and so the sum closes, in words of its own. */
  @Test
  void creditIsPartOfTheSumAndOfTheWay() {
    ReportFile report = Reports.changed(json -> {
      JsonArray closing = Reports.table(json, "closing").getJsonArray("rows");
      closing.add(1, new JsonArray().add("credit").add(1_000_000).addNull());
      closing.getJsonArray(4).set(1, 10_330_950);
      Reports.table(json, "flow").getJsonArray("rows").clear();
    });
    PaperWords words = PaperWords.ENGLISH;
    try (ReadPaper paper = ReadPaper.of(report, words)) {
      assertSays(paper.text(1, 1), "+ €41,500.00", "= €103,309.50", words.text("city.closes"));
    }
    Flow flow = Flow.of(new PaperReport(report, "en"));
    assertTrue(flow.links().contains(new Flow.Link(0, "credit", Flow.CIRCUIT, 1_000_000)));
    CellText text = new CellText(words, new CircuitMoney("Oost", "EUR", 2), false, Map.of());
    assertEquals("credit drawn", text.word("flow", "from", "credit"));
  }

  @Test
  void everyTileHasTheReportsFigureInBothLanguages() {
    JsonObject headline = Reports.table(Reports.sample(), "headline");
    for (PaperWords words : List.of(PaperWords.DUTCH, PaperWords.ENGLISH)) {
      try (ReadPaper paper = ReadPaper.ofSample(words)) {
        String text = paper.text(1, 1);
        for (String id : Tiles.EIGHT) {
          JsonArray line = Reports.rows(headline).stream()
              .filter(row -> row.getString(0).equals(id) && row.getString(1).equals("2026-Q3"))
              .filter(row -> List.of("books", "mixed").contains(row.getString(2)))
              .findFirst()
              .orElseThrow();
          double value = line.getDouble(3);
          String figure = id.equals("C7")
              ? String.format(words.locale(), "%.2f ×", value)
              : Math.round(value * 100) + "%";
          assertSays(text, words.text("indicator." + id) + " " + figure);
        }
      }
    }
  }

  @Test
  void theInnerSheetsHaveTheTablesFigures() {
    try (ReadPaper paper = ReadPaper.ofSample(PaperWords.ENGLISH)) {
      String text = paper.text(2, paper.pages());
      for (String id : List.of("provisions", "roles", "programmes", "sectors", "areas", "fund")) {
        JsonObject table = Reports.table(Reports.sample(), id);
        for (int at = 0; at < table.getJsonArray("columns").size(); at++) {
          boolean isAmount =
              table.getJsonArray("columns").getJsonObject(at).getString("kind").equals("amount");
          for (JsonArray row : Reports.rows(table)) {
            boolean isShown = !id.equals("programmes") || row.getString(1).equals("mixed");
            if (isAmount && isShown && row.getValue(at) instanceof Number amount) {
              assertSays(text, english(amount.longValue()));
            }
          }
        }
      }
      assertSays(
          text,
          "Business premises 14% 3,180 15", // purpose, share, amount, participants
          "MB02 9,800 12,100 22% −2,300 35",
          "Grama 2017 LM3 2.34 1.97");
    }
  }

  @Test
  void theCitysBaselineStandsBeforeOtherSchemes() {
    try (ReadPaper without = ReadPaper.ofSample(PaperWords.DUTCH)) {
      assertSays(
          without.text(2, without.pages()),
          "Er is nog geen nulmeting opgegeven. De beheerder van de kring kan dat doen.");
    }
    ReportFile measured = Reports.changed(report -> Reports.table(report, "schemes")
        .getJsonArray("rows")
        .add(
            0,
            new JsonArray()
                .add("baseline")
                .add("2025")
                .add("leaked")
                .add(0.561)
                .add(0.14)
                .add("€; C14")
                .add("own survey, by policy order")));
    try (ReadPaper paper = ReadPaper.of(measured, PaperWords.DUTCH)) {
      String text = paper.text(2, paper.pages());
      assertSays(text, "Nulmeting van de stad 2025 Deel weggelekt 0,56 0,14");
      assertFalse(text.contains("nog geen nulmeting"), text);
    }
  }

  /** As the page says it: no codes of branches, areas by name, all that is hidden in words. */
  @Test
  void nothingIsSaidInCodesWhereThereAreWords() {
    ReportFile report = Reports.changed(json -> {
      Reports.rows(Reports.table(json, "retention")).forEach(row -> row.set(4, "x"));
      Reports.table(json, "missing-suppliers")
          .getJsonArray("rows")
          .add(new JsonArray().add("C").add(640_000).add(30));
    });
    Map<String, String> areas = Map.of("BU0363MB02", "De Kade");
    try (ReadPaper paper = ReadPaper.of(report, PaperWords.DUTCH, areas)) {
      String text = paper.text();
      assertSays(
          text,
          "Groothandel 4.100",
          "Voedsel maken 2.300",
          "Makers en industrie, alles samen 6.400",
          "De Kade 9.800",
          "MA01",
          "V ÷ B gemiddeld",
          "Zo oud geworden: verborgen, om mensen te beschermen");
      assertFalse(text.contains("B\u0304"), text);
      assertFalse(text.contains("MB02"), text);
    }
  }

  private static String english(long minorUnits) {
    String whole = String.format(Locale.UK, "%,d", Math.abs(minorUnits) / 100);
    return (minorUnits < 0 ? "−" : "") + whole;
  }

  @Test
  void whoeverHasThePaperCanCheckIt() throws Exception {
    ReportFile report = Reports.sample();
    try (ReadPaper paper = ReadPaper.ofSample(PaperWords.DUTCH)) {
      String text = paper.text(paper.pages(), paper.pages());
      assertSays(
          text,
          "Zo controleer je dit",
          "./omloop export --out books",
          "curl -o 2026-Q3.json https://oost.omloop.example/v1/circulation/reports/2026-Q3",
          "./omloop verify books --key demo.omloop.example/oost+4a11eab8+",
          "--report 2026-Q3.json",
          "61.774",
          "q6lPnCDKSPUnZCJ1ZWqUYuOx1sVfH2TGCSZcnEnGf1Q=",
          "Kenmerk van de sleutel 4a11eab8",
          "Stand, gemengd c04d8e7791b2f3a65510",
          report.sha256());
      BufferedImage image =
          new PDFRenderer(paper.document()).renderImageWithDPI(paper.pages() - 1, 150);
      assertEquals("https://oost.omloop.example/city?period=2026-Q3", decode(image));
    }
  }

  private static String decode(BufferedImage image) throws Exception {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new QRCodeReader()
        .decode(new BinaryBitmap(new HybridBinarizer(
            new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
        .getText();
  }

  @Test
  void thePublicPaperHasNoFigureThatThePublicReportHides() {
    Reports.Measured measured = Reports.Measured.make();
    try (ReadPaper open = ReadPaper.of(measured.open(), PaperWords.DUTCH);
        ReadPaper exact = ReadPaper.of(measured.exact(), PaperWords.DUTCH)) {
      List<String> told = Arrays.asList(open.text().split(" "));
      List<String> known = Arrays.asList(exact.text().split(" "));
      // What went to the school and what it redeemed stands on the auditor's paper alone.
      for (String secret : List.of("63,41", "41,53", "41")) {
        assertFalse(told.contains(secret), secret + " in " + open.text());
      }
      assertTrue(known.contains("63,41"), exact.text());
      assertTrue(known.contains("41,53"), exact.text());
      assertTrue(told.contains("x"));
      for (int page = 1; page <= exact.pages(); page++) {
        assertSays(exact.text(page, page), "Vertrouwelijk, exact");
      }
      assertSays(exact.text(), "./omloop report books 2026-Q4 --json 2026-Q4.json");
      assertFalse(open.text().contains("Vertrouwelijk"), open.text());
      // Which money passed whom is not public: the way out is drawn from the books as a whole.
      assertSays(open.text(1, 1), "Vereenvoudigd", "De kring", "nog in de kring");
    }
  }

  @Test
  void aPeriodWithoutRowsSaysWhy() {
    ReportFile empty = Reports.changed(report -> {
      for (String id : List.of("headline", "one-euro", "retention", "flow", "exits")) {
        Reports.table(report, id)
            .put("rows", new JsonArray())
            .put(
                "note", new JsonObject().put("nl", "Want " + id + ".").put("en", "As " + id + "."));
      }
    });
    try (ReadPaper paper = ReadPaper.of(empty, PaperWords.DUTCH)) {
      assertSays(
          paper.text(1, 1),
          "Wat deed € 100? Niet te bepalen. Want one-euro.",
          "Slapend geld . Niet te bepalen.",
          "Want headline.",
          "Want retention.",
          "Wat dit niet zegt");
      assertSays(paper.text(2, 2), "Want exits.");
    }
  }

  @Test
  void aRunningPeriodOfWhichOnlyTheSumIsPublicIsDrawn() {
    ReportFile running = Reports.changed(report -> {
      JsonObject closing = Reports.table(report, "closing");
      report.put("tables", new JsonArray().add(closing));
    });
    try (ReadPaper paper = ReadPaper.of(running, PaperWords.ENGLISH)) {
      assertSays(paper.text(1, 1), "€93,309.50", "Sleeping money .", "81% still inside");
    }
  }

  @Test
  void itCanBeReadAloud() {
    try (ReadPaper paper = ReadPaper.ofSample(PaperWords.ENGLISH)) {
      var catalogue = paper.document().getDocumentCatalog();
      assertEquals("en", catalogue.getLanguage());
      assertTrue(catalogue.getMarkInfo().isMarked());
      assertTrue(catalogue.getViewerPreferences().displayDocTitle());
      assertEquals(
          "Report for the council: Kring Oost, third quarter of 2026",
          paper.document().getDocumentInformation().getTitle());
      assertEquals(1, paper.elements("H1").size());
      assertTrue(paper.elements("H2").size() > 15, "headings");
      assertEquals(8, paper.elements("H3").size());
      assertEquals(6, paper.elements("LI").size());
      assertTrue(paper.elements("Table").size() > 10, "tables");
      List<String> pictures = paper.elements("Figure").stream()
          .map(figure -> figure.getAlternateDescription())
          .toList();
      assertEquals(11, pictures.size()); // eight tiles, the flow, the curves, the code
      assertTrue(pictures.get(0).contains("third quarter of 2026 1.62 ×"), pictures.get(0));
      assertTrue(pictures.stream().anyMatch(each -> each.contains("still inside 77%")));
      assertTrue(pictures.get(10).contains("https://oost.omloop.example"), pictures.get(10));
      int marks = 0;
      for (var item = catalogue.getDocumentOutline().getFirstChild();
          item != null;
          item = item.getNextSibling()) {
        marks++;
      }
      assertEquals(paper.elements("H2").size(), marks);
    }
  }

  @Test
  void theSameReportGivesTheSameBytes() {
    byte[] first = CouncilPaper.draw(Reports.sample(), PaperWords.DUTCH, Reports.SOURCE);
    assertArrayEquals(first, CouncilPaper.draw(Reports.sample(), PaperWords.DUTCH, Reports.SOURCE));
    assertFalse(Arrays.equals(
        first, CouncilPaper.draw(Reports.sample(), PaperWords.ENGLISH, Reports.SOURCE)));
  }

  @Test
  void manyProgrammesAndLongNamesStayOnTheSheets() {
    String name = "Δημοτική οικονομία Κίτρινο Москва-Łódź Ðżungla ".repeat(2).substring(0, 80);
    ReportFile large = Reports.changed(report -> {
      report.getJsonObject("circuit").put("name", name);
      JsonArray rows = new JsonArray();
      for (int each = 0; each < 50; each++) {
        String programme = each + " " + "Wijkprogramma voor buurtwerk ☂ ".repeat(2);
        rows.add(new JsonArray()
            .add(programme)
            .add("mixed")
            .add((1L << 53) - 1)
            .add(each)
            .add(-123_456_789L)
            .add(4_000_000_000_00L)
            .add(100));
      }
      Reports.table(report, "programmes").put("rows", rows);
    });
    try (ReadPaper sample = ReadPaper.ofSample(PaperWords.DUTCH);
        ReadPaper paper = ReadPaper.of(large, PaperWords.DUTCH)) {
      assertTrue(sample.pages() >= 3 && sample.pages() <= 5, "pages: " + sample.pages());
      assertTrue(paper.pages() <= 8, "pages: " + paper.pages());
      assertSays(
          paper.text(),
          "Δημοτική οικονομία Κίτρινο Москва-Łódź",
          "49 Wijkprogramma voor buurtwerk ?",
          "90.071.992.547.409,91",
          "−1.234.567,89");
      assertEquals(
          List.of(),
          paper.outside(letter -> letter.getX() >= Paper.LEFT - 1
              && letter.getX() + letter.getWidth() <= Paper.RIGHT + 1
              && letter.getY() <= PdfPages.HEIGHT - 26));
    }
  }
}
