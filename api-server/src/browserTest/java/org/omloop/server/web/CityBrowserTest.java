package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The municipality's page, drawn from an invented quarter with all tables, some figures hidden and some not to be told. */
@ExtendWith(Chromium.class)
class CityBrowserTest {
  private static final SampleCircuit CIRCUIT = new SampleCircuit();
  private static final Visitor VISITOR = Visitor.AT_A_DESK;

  private static final int DOTS_PER_INCH = 90;

  private final Browser browser;

  CityBrowserTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void aCircuitThatAnswers() {
    CIRCUIT.reset();
  }

  @AfterAll
  static void stop() {
    CIRCUIT.close();
  }

  @Test
  void hasASectionForEveryTable() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      assertThat(visit.page().locator("main h2")).hasText(new String[] {
        "Sluit het?",
        "Wat deed € 100?",
        "Acht cijfers",
        "Waar gaat het geld heen?",
        "Hoeveel blijft, en hoe lang?",
        "Waarom gaat geld weg?",
        "Wie betaalt wie?",
        "Buurten",
        "Hoe is het verdeeld?",
        "De buurtpot",
        "Wat bereikt het geld?",
        "Programma’s",
        "Naast andere munten",
        "Hoe goed zijn de gegevens?",
        "Waarom zijn sommige cijfers verborgen?",
        "Wat dit niet zegt"
      });
      assertThat(visit.page().locator("om-headline-tiles .tile")).hasCount(8);
      assertThat(visit.page().locator("om-closing-line")).containsText("Het sluit");
      assertThat(visit.page().locator("#one-euro .large"))
          .containsText("Van elke € 100 is in 180 dagen €\u00a0162 besteed.");
    }
  }

  @Test
  void everyChartHasItsTableInTheSameOrderAndItsFile() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      for (Object each : CIRCUIT.reports().tables()) {
        JsonObject table = (JsonObject) each;
        String id = table.getString("id");
        if (List.of("closing", "one-euro", "headline").contains(id)) {
          continue;
        }
        Locator chart = visit.page().locator("#table-" + id);
        assertEquals(
            table.getJsonArray("rows").size(), chart.locator("#panel tbody tr").count(), id);
        assertThat(chart.locator("om-csv-link a"))
            .hasAttribute(
                "href", "/v1/circulation/reports/" + SampleReports.PERIOD + "/tables/" + id);
      }
      assertEquals(
          drawnExits(), visit.page().locator("#table-exits om-chart-picture").evaluate(LABELS));
      assertEquals(
          drawnExits(),
          visit.page().locator("#table-exits #panel tbody td:nth-child(2)").evaluateAll(TEXTS));
    }
  }

  private static List<String> drawnExits() {
    return List.of(
        "€ 9.860,00",
        "€ 4.120,00",
        "€ 3.180,00",
        "€ 0,00",
        "€ 1.450,00",
        "€ 2.240,00",
        "x",
        "€ 960,00",
        "x",
        "€ 85,00",
        "€ 200,00");
  }

  @Test
  void theReportIsDownloadedAsPdfInTheReadersLanguage() throws IOException {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      Locator button = visit
          .page()
          .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("PDF voor de raad"));
      Download paper = visit.page().waitForDownload(button::click);
      assertEquals("omloop-2026-Q3-nl.pdf", paper.suggestedFilename());
      try (PDDocument document = Loader.loadPDF(Files.readAllBytes(paper.path()))) {
        assertEquals("nl", document.getDocumentCatalog().getLanguage());
        assertTrue(document.getNumberOfPages() >= 3, "sheets");
        keepPicture(document);
      }
    }
  }

  /** {@code -Domloop.screenshots=../docs/images} renews the picture in the documentation. */
  private static void keepPicture(PDDocument document) throws IOException {
    String pictures = System.getProperty("omloop.screenshots");
    if (pictures != null) {
      ImageIO.write(
          new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH),
          "png",
          Path.of(pictures, "council-paper.png").toFile());
    }
  }

  @Test
  void whatIsHiddenIsHatchedAndSaid() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      Locator map = visit.page().locator("#table-sector-matrix om-matrix-map");
      int hidden = hiddenIn("sector-matrix");
      assertTrue(hidden > 0);
      assertThat(map.locator("td.hidden")).hasCount(hidden);
      assertThat(map.locator("td.hidden").first())
          .containsText("verborgen, om mensen te beschermen");
      String ground = (String) map.locator("td.hidden")
          .first()
          .evaluate("cell => getComputedStyle(cell).backgroundImage");
      assertTrue(ground.startsWith("repeating-linear-gradient"), ground);
    }
  }

  private static int hiddenIn(String table) {
    return (int) CIRCUIT.reports().table(table).getJsonArray("rows").stream()
        .map(JsonArray.class::cast)
        .filter(row -> "x".equals(row.getValue(2)))
        .count();
  }

  @Test
  void aTileOpensByKeyboardIntoDefinitionTableAndFile() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      Page page = visit.page();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Slapend geld"))
          .focus();
      page.keyboard().press("Enter");
      Locator panel = page.locator("om-headline-tiles .panel");
      assertThat(panel.locator("h4[tabindex='-1']")).isFocused();
      assertThat(panel.locator("om-definition-list")).containsText("Formule");
      assertThat(panel.locator("tbody tr")).hasCount(4);
      page.keyboard().press("Tab");
      assertThat(panel.getByRole(AriaRole.REGION)).isFocused();
      page.keyboard().press("Tab");
      assertThat(panel.locator("om-csv-link a")).isFocused();
    }
  }

  @Tag("long")
  @Test
  void aChartOpensByKeyboard() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      Locator chart = visit.page().locator("#table-exits");
      chart.locator("[aria-controls=panel]").focus();
      visit.page().keyboard().press("Enter");
      assertThat(chart.locator("om-definition-list")).containsText("Aalen");
      assertThat(chart.getByRole(AriaRole.REGION)).isVisible();
    }
  }

  @Tag("long")
  @Test
  void theCitysBaselineStandsFirstByName() {
    JsonObject report = CIRCUIT.reports().sample();
    report.getJsonArray("tables").stream()
        .map(JsonObject.class::cast)
        .filter(table -> table.getString("id").equals("schemes"))
        .forEach(table -> table
            .getJsonArray("rows")
            .add(
                0,
                new JsonArray(List.of(
                    "baseline",
                    "2025",
                    "leaked",
                    0.561,
                    0.14,
                    "€; C14",
                    "own survey, by policy order"))));
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      assertThat(visit.page().locator("#table-schemes")).containsText("Er is nog geen nulmeting");
      CIRCUIT.reports().show(report);
      visit.page().reload();
      Locator table = visit.page().locator("#table-schemes");
      assertThat(table.locator("#panel tbody tr").first())
          .hasText(
              Pattern.compile("Nulmeting van de stad\\s*2025\\s*Deel weggelekt\\s*0,56\\s*0,14"));
      assertThat(table).not().containsText("geen nulmeting");
    }
  }

  /** By the circuit's own limits, which may be stricter than the defaults. */
  @Tag("long")
  @Test
  void saysByWhichLimitsFiguresAreHidden() {
    JsonObject strict = CIRCUIT.reports().sample();
    strict.getJsonObject("thresholds").put("units", 12).put("amountStep", 5_000);
    CIRCUIT.reports().show(strict);
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      Locator limits = visit.page().locator("#thresholds");
      assertThat(limits).containsText("12 of meer deelnemers, aan elke kant");
      assertThat(limits).containsText("afgerond op €\u00a050,00, aantallen op 5");
      assertThat(limits.locator("li")).hasCount(6);
      assertThat(limits).not().containsText("{");
    }
  }

  @Test
  void aPeriodStandsInTheAddress() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      assertThat(visit.page().locator(".lead")).containsText("derde kwartaal 2026");
      visit.page().getByLabel("Periode").selectOption("2026-08");
      assertThat(visit.page().locator(".lead")).containsText("augustus 2026");
      assertTrue(
          visit.page().url().endsWith("/city?period=2026-08"), visit.page().url());
      visit.page().reload();
      assertThat(visit.page().locator(".lead")).containsText("augustus 2026");
      visit.page().goBack();
      assertThat(visit.page().locator(".lead")).containsText("derde kwartaal 2026");
    }
  }

  /** What stands at the bars' ends, from top to bottom. */
  private static final String LABELS = """
      (picture) => [...picture.shadowRoot.querySelectorAll('svg text')]
        .map((text) => [text.getBoundingClientRect().top, text.textContent.replaceAll('\\u00a0', ' ')])
        .filter(([, text]) => /^(€|x$)/.test(text))
        .sort(([one], [other]) => one - other)
        .map(([, text]) => text)
      """;

  private static final String TEXTS = """
      (cells) => cells.map((cell) =>
        (cell.querySelector('.x') ?? cell).textContent.trim().replaceAll('\\u00a0', ' '))
      """;
}
