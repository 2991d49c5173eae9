package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
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
      assertThat(visit.page().locator("#table-schemes")).containsText("De stad gaf geen nulmeting");
      CIRCUIT.reports().show(report);
      visit.page().reload();
      Locator table = visit.page().locator("#table-schemes");
      assertThat(table.locator("#panel tbody tr").first())
          .hasText(
              Pattern.compile("Nulmeting van de stad\\s*2025\\s*Deel weggelekt\\s*0,56\\s*0,14"));
      assertThat(table).not().containsText("geen nulmeting");
    }
  }

  @Test
  void tablesThatTheReportLacksAreLeftOut() {
    JsonObject small = CIRCUIT.reports().sample();
    small.put("tables", new JsonArray().add(CIRCUIT.reports().table("closing")));
    CIRCUIT.reports().show(small);
    try (Visit visit = new Visit(browser, VISITOR, CIRCUIT.address("/city"))) {
      assertThat(visit.page().locator("main h2")).hasText(new String[] {
        "Sluit het?", "Waarom zijn sommige cijfers verborgen?", "Wat dit niet zegt"
      });
      visit.assertAccessible();
    }
  }

  /** In public nobody is followed: then the books say what was there, what came and where it is. */
  @Test
  void whereNoWayWasFollowedTheBooksDrawASimpleOne() {
    JsonObject open = CIRCUIT.reports().sample();
    open.getJsonArray("tables").stream()
        .map(JsonObject.class::cast)
        .filter(table -> table.getString("id").equals("flow"))
        .forEach(table -> table
            .put("rows", new JsonArray())
            .put("note", new JsonObject().put("nl", "Verborgen.").put("en", "Hidden.")));
    CIRCUIT.reports().show(open);
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      Locator flow = visit.page().locator("#table-flow");
      Locator names = flow.locator("om-chart-picture[drawn] svg text");
      assertThat(flow).containsText("Van wat er was en erbij kwam, is 81% nog in de kring");
      for (String name : List.of("begin", "erbij", "De kring", "nog in de kring", "Lonen")) {
        assertThat(names.getByText(name, new Locator.GetByTextOptions().setExact(true)))
            .isVisible();
      }
      assertThat(flow.locator("table")).hasCount(0);
      visit.assertAccessible();
      visit.assertNothingBesideTheScreen();
    }
  }

  /** By the circuit's own limits, which may be stricter than the defaults. */
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
  void whatDoesNotComeIsAskedForAgain() {
    try (Visit visit =
        new Visit(browser, VISITOR, CIRCUIT.address("/v1/currency")).toleratingSilence()) {
      visit.page().route("**/city/report-body.js", Route::abort);
      visit.page().navigate(CIRCUIT.address("/city?period=2026-08"));
      Locator lost = visit.page().locator("main > [role=alert]");
      assertThat(lost).containsText("De rest van het verslag kwam niet mee.");
      assertThat(visit.page().locator("om-closing-line")).containsText("Het sluit");
      visit.assertAccessible();
      visit.page().unroute("**/city/report-body.js");
      lost.getByRole(AriaRole.BUTTON).click();
      assertThat(visit.page().locator("#table-exits")).isVisible();
      assertThat(visit.page().locator(".lead")).containsText("augustus 2026");
      assertThat(lost).isEmpty();
    }
  }

  @Test
  void saysSoWhenItDoesNotClose() {
    JsonObject broken = CIRCUIT.reports().sample();
    broken
        .getJsonArray("tables")
        .getJsonObject(0)
        .getJsonArray("rows")
        .getJsonArray(0)
        .set(1, 1);
    CIRCUIT.reports().show(broken);
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      assertThat(visit.page().locator("om-closing-line").getByRole(AriaRole.ALERT))
          .containsText("Het sluit niet.");
      visit.assertAccessible();
    }
  }

  @Test
  void waitsWhileTheServerReadsItsJournal() {
    CIRCUIT.reports().readJournal();
    try (Visit visit = new Visit(browser, VISITOR, CIRCUIT.address("/city")).toleratingSilence()) {
      assertThat(visit.page().locator("main [role=status]")).containsText("leest het journaal");
      visit.assertAccessible();
      CIRCUIT.reports().reset();
      visit.wait(6);
      assertThat(visit.page().locator("om-headline-tiles")).isVisible();
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

  @Test
  void saysSoOfAPeriodWithoutAReport() {
    try (Visit visit =
        new Visit(browser, VISITOR, CIRCUIT.address("/city?period=1999")).toleratingSilence()) {
      assertThat(visit.page().locator("main [role=status]")).containsText("geen verslag");
    }
  }

  @Test
  void anAuditorFollowsALineToItsEntries() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      becomeAuditor(visit.page());
      visit.page().reload();
      Locator exits = visit.page().locator("#table-exits");
      assertThat(visit.page().locator("om-report-header")).containsText("alleen voor controleurs");
      exits.locator("[aria-controls=panel]").click();
      exits.getByRole(AriaRole.BUTTON).getByText("Bekijk").first().click();
      assertThat(exits.locator("om-entry-list h4")).isFocused();
      assertThat(exits.locator("om-entry-list tbody tr")).hasCount(2);
      exits.getByRole(AriaRole.BUTTON).getByText("Meer boekingen").click();
      assertThat(exits.locator("om-entry-list tbody tr")).hasCount(4);
      visit.assertAccessible();
      visit.keepPicture("city-audit");
      visit
          .page()
          .getByText("Openbaar", new Page.GetByTextOptions().setExact(true))
          .click();
      assertThat(visit.page().locator("om-report-header")).containsText("kleine groepen");
      assertTrue(visit.page().url().endsWith("view=public"), visit.page().url());
    }
  }

  /** Where a line is one of a few that were chosen, what is asked for is its place in the report. */
  @Test
  void anAuditorFollowsAChosenLineToItsEntries() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      becomeAuditor(visit.page());
      visit.page().navigate(CIRCUIT.address("/city?sector=Q"));
      Locator look = visit.page().locator("#table-sectors").getByText("Bekijk");
      assertThat(look).hasCount(1);
      String asked = visit
          .page()
          .waitForRequest(request -> request.url().contains("/entries?"), look::click)
          .url();
      assertTrue(asked.contains("table=sectors&row=2&"), asked);
      Locator programmes = visit.page().locator("#table-programmes");
      programmes.locator("[aria-controls=panel]").click();
      programmes.getByText("Bekijk").first().click();
      assertThat(programmes.locator("om-entry-list thead")).containsText("Daarvan in deze lezing");
      assertThat(programmes.locator("om-entry-list tbody tr").first()).containsText("€ 4,00");
    }
  }

  /** Enrols this browser for the office; what the server says of its rights stands in for a session. */
  private static void becomeAuditor(Page page) {
    page.evaluate("""
        async () => {
          const { DeviceKey } = await import('/web/any/kit/device-key.js');
          const { keepEnrolment } = await import('/web/any/kit/enrolments.js');
          const key = await DeviceKey.create();
          const who = { origin: 'demo.omloop.example/oost', account: 'operator', name: 'Oost', person: 'auditor' };
          await keepEnrolment('office', { ...who, pair: key.pair });
        }""");
    page.route(
        "**/v1/sessions/challenges",
        route -> route.fulfill(json("{\"challenge\": \"0123456789abcdef\"}")));
    page.route(
        "**/v1/sessions",
        route -> route.fulfill(json(
            "{\"token\": \"t\", \"expiresAt\": \"2999-01-01T00:00:00Z\", \"account\": \"operator\","
                + " \"rights\": [\"audit\"]}")));
  }

  private static Route.FulfillOptions json(String body) {
    return new Route.FulfillOptions().setContentType("application/json").setBody(body);
  }

  /** A sum of which a part is hidden is not told as if that part were nothing. */
  @Test
  void addsUpNothingOfWhichAPartIsHidden() {
    JsonObject report = CIRCUIT.reports().sample();
    hide(report, "fund", "granted");
    hide(report, "provisions", "share");
    CIRCUIT.reports().show(report);
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      assertThat(visit.page().locator("#table-fund")).not().containsText("Toegekend werd");
      assertThat(visit.page().locator("#table-provisions"))
          .not()
          .containsText("naar basisvoorzieningen.");
    }
  }

  private static void hide(JsonObject report, String table, String column) {
    JsonObject found = report.getJsonArray("tables").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals(table))
        .findFirst()
        .orElseThrow();
    List<String> columns = found.getJsonArray("columns").stream()
        .map(JsonObject.class::cast)
        .map(each -> each.getString("id"))
        .toList();
    found.getJsonArray("rows").getJsonArray(0).set(columns.indexOf(column), "x");
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
