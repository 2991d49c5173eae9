package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Views on the municipality's page: one programme, sector or neighbourhood by itself, in an address to link to. */
@ExtendWith(Chromium.class)
class CityViewsBrowserTest {
  private static final SampleCircuit CIRCUIT = new SampleCircuit();
  private static final Visitor VISITOR = Visitor.AT_A_DESK;

  /** The rows of a table as texts; of the map of who pays whom too, whose table stands behind it. */
  private static final String ROWS = """
      (charts) => charts.flatMap((chart) =>
        [...chart.renderRoot.querySelectorAll('#panel tbody tr')].map((row) =>
          `${chart.id}: ${[...row.cells].map((cell) => cell.textContent.trim()).join(' | ')}`))
      """;

  /** Goes to another view of the same page, as the browser's way back does. */
  private static final String GO = """
      async (query) => {
        history.pushState(null, '', query);
        dispatchEvent(new PopStateEvent('popstate'));
        await document.querySelector('om-city-app').updateComplete;
        await Promise.all([...document.querySelectorAll('om-city-chart')].map((chart) => chart.updateComplete));
      }
      """;

  private final Browser browser;

  CityViewsBrowserTest(Browser browser) {
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

  private Visit open(Visitor visitor, String query) {
    Visit visit = new Visit(browser, visitor, CIRCUIT.address("/city" + query));
    assertThat(visit.page().locator("#table-quality om-chart-picture[drawn]")).isVisible();
    return visit;
  }

  @Test
  void aSectorByItselfIsNamedAndEveryTableSaysWhomItIsAbout() {
    try (Visit visit = open(VISITOR, "?period=2026-Q3&sector=G")) {
      Page page = visit.page();
      assertThat(page.locator(".opening .chosen")).hasText("Gekozen: Handel en winkels");
      assertThat(page).hasTitle(Pattern.compile("Handel en winkels$"));
      assertThat(page.locator("#table-sectors #panel tbody tr")).hasCount(1);
      assertThat(page.locator("#table-sectors")).containsText("Alleen: Handel en winkels (1 van 9");
      assertThat(page.locator("#table-sectors")).containsText("€ 7.900,00 ingewisseld");
      assertThat(page.locator("#table-missing-suppliers #panel tbody tr")).hasCount(1);
      assertThat(page.locator("#table-missing-suppliers #panel tbody th")).hasText("Groothandel");
      assertThat(page.locator("#table-exits")).containsText("Voor de hele kring");
      assertThat(page.locator("#headline .scope")).hasText("Voor de hele kring");
      assertCrossTellsWhatIsPublished(page.locator("#table-sector-matrix om-matrix-cross"));
    }
  }

  /** What the sector is paid by each, and pays to each: hidden where the published line is. */
  private static void assertCrossTellsWhatIsPublished(Locator cross) {
    List<JsonArray> lines = lines("sector-matrix");
    long hidden = lines.stream()
        .filter(line -> "x".equals(line.getValue(2)))
        .mapToLong(
            line -> (line.getValue(0).equals("G") ? 1 : 0) + (line.getValue(1).equals("G") ? 1 : 0))
        .sum();
    assertTrue(hidden > 0);
    assertThat(cross.locator("tbody tr")).hasCount(9);
    assertThat(cross.locator("td.hidden")).hasCount((int) hidden);
    assertThat(cross.locator("tbody tr").first()).containsText("€ 29.000,00");
  }

  private static List<JsonArray> lines(String table) {
    return CIRCUIT.reports().table(table).getJsonArray("rows").stream()
        .map(JsonArray.class::cast)
        .toList();
  }

  @Test
  void noViewHasALineThatTheReportHasNot() {
    Set<String> published;
    try (Visit visit = open(VISITOR, "")) {
      published = new HashSet<>(rows(visit));
      assertTrue(published.size() > 400, "lines: " + published.size());
      for (String query : List.of(
          "?programme=Energiehulp",
          "?sector=resident",
          "?area=BU0363MB01",
          "?sector=Q&area=BU0363MA02")) {
        visit.page().evaluate(GO, query);
        assertThat(visit.page().locator("#headline .scope")).isVisible();
        List<String> seen = rows(visit);
        assertTrue(seen.size() > 100 && seen.size() < published.size(), query + " " + seen.size());
        assertEquals(Set.of(), without(published, seen), query);
      }
    }
  }

  private static Set<String> without(Set<String> published, List<String> seen) {
    Set<String> more = new HashSet<>(seen);
    more.removeAll(published);
    return more;
  }

  @SuppressWarnings("unchecked") // the script answers with texts
  private static List<String> rows(Visit visit) {
    return (List<String>) visit.page().locator("om-city-chart[id]").evaluateAll(ROWS);
  }

  @Test
  void aViewIsChosenByKeyboardAndLeftByTheBrowsersWayBack() {
    try (Visit visit = open(VISITOR, "?period=2026-Q3")) {
      Page page = visit.page();
      page.locator("om-filter-bar summary").focus();
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      Locator programme =
          page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Programma"));
      assertThat(programme).isFocused();
      page.keyboard().type("Energiehulp");
      page.keyboard().press("Enter");
      assertThat(page.locator(".chosen")).hasText("Gekozen: Energiehulp");
      assertThat(programme).isFocused();
      assertTrue(page.url().endsWith("?period=2026-Q3&programme=Energiehulp"), page.url());
      assertThat(page.locator("#table-programmes #panel tbody tr")).hasCount(3);
      page.goBack();
      assertThat(page.locator(".chosen")).hasCount(0);
      assertThat(programme).hasValue("");
      page.goForward();
      assertThat(page.locator(".chosen")).hasText("Gekozen: Energiehulp");
      page.getByText("Toon weer alles").click();
      assertThat(page.locator(".chosen")).hasCount(0);
      assertTrue(page.url().endsWith("?period=2026-Q3"), page.url());
    }
  }

  @Test
  void whatTheReportDoesNotKnowIsSaidAndCanBeLeftOut() {
    try (Visit visit = open(VISITOR, "?sector=47&area=BU0363MB01")) {
      Page page = visit.page();
      assertThat(page.locator(".opening .trouble")).containsText("kent geen branche ‘47’");
      assertThat(page.locator(".chosen")).hasText("Gekozen: MB01");
      visit.assertAccessible();
      page.getByText("Laat weg").click();
      assertThat(page.locator(".opening .trouble")).hasCount(0);
      assertTrue(page.url().endsWith("&area=BU0363MB01"), page.url());
      page.evaluate(GO, "?cohort=2026-99"); // a month of no calendar
      assertThat(page.locator(".opening .trouble")).containsText("‘2026-99’");
    }
  }

  @Tag("long")
  @Test
  void aReportWithoutSuchLinesSaysWhereToLook() {
    JsonObject month = CIRCUIT.reports().sample();
    month.put(
        "tables",
        new JsonArray()
            .add(CIRCUIT.reports().table("closing"))
            .add(CIRCUIT.reports().table("quality")));
    CIRCUIT.reports().show(month);
    try (Visit visit = open(VISITOR, "?period=2026-08&programme=Energiehulp")) {
      assertThat(visit.page().locator("om-filter-bar"))
          .containsText("Kies een kwartaal of een jaar.");
      assertThat(visit.page().locator(".opening .trouble"))
          .containsText("geen programma ‘Energiehulp’");
    }
  }

  @Tag("long")
  @Test
  void moneyPaidBelowZeroIsNoProgramme() {
    JsonObject report = CIRCUIT.reports().sample();
    table(report, "flow")
        .getJsonArray("rows")
        .add(0, new JsonArray(List.of(0, "credit", "resident", 10_000, 0.001)));
    CIRCUIT.reports().show(report);
    try (Visit visit = open(VISITOR, "")) {
      Locator programmes = visit.page().locator("om-filter-bar option");
      assertThat(programmes.getByText("Energiehulp")).hasCount(1);
      assertThat(programmes.getByText("krediet")).hasCount(0);
      assertThat(visit.page().locator("#table-flow #panel")).containsText("krediet opgenomen");
    }
  }

  @Tag("long")
  @Test
  void theMoneyWhoseStayIsDrawnCanBeChosen() {
    try (Visit visit = open(VISITOR, "")) {
      Locator retention = visit.page().locator("#table-retention");
      assertThat(retention.locator(".at-risk")).containsText("0 d € 110.800");
      retention.getByRole(AriaRole.COMBOBOX).selectOption("2026-Q1");
      assertThat(retention.locator(".at-risk")).containsText("0 d € 28.100");
      assertTrue(visit.page().url().endsWith("cohort=2026-Q1"), visit.page().url());
      assertThat(retention.locator("svg text").getByText("Al het geld")).isVisible();
    }
  }

  /** An estimate comes with its band, where the report has one: in the tile, in a table as one cell, in the picture. */
  @Tag("long")
  @Test
  void anEstimateStandsWithItsBand() {
    JsonObject report = CIRCUIT.reports().sample();
    putBands(report, "headline", 3);
    putBands(report, "retention", 3);
    report.getJsonArray("tables").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals("retention"))
        .flatMap(each -> each.getJsonArray("rows").stream().map(JsonArray.class::cast))
        .filter(row -> row.getString(0).equals("all") && row.getInteger(2) == 0)
        .forEach(row -> row.set(4, 110_800_60));
    CIRCUIT.reports().show(report);
    try (Visit visit = open(VISITOR, "")) {
      Locator tiles = visit.page().locator("om-headline-tiles .tile");
      assertThat(tiles.nth(1)).containsText("80%-band: 67–75%");
      assertThat(tiles.first()).containsText("80%-band: 1,58–1,66 ×");
      Locator table = visit.page().locator("#table-retention #panel");
      assertThat(table.locator("thead th")).hasCount(7);
      assertThat(table.locator("tbody tr").nth(1)).containsText("94–102%");
      assertThat(visit.page().locator("#table-retention .at-risk")).containsText("0 d € 110.801");
      Locator picture = visit.page().locator("#table-retention om-chart-picture");
      picture.scrollIntoViewIfNeeded();
      Locator band = picture.locator("path[fill-opacity='0.18'], path[opacity='0.18']");
      assertThat(band).hasCount(1);
      double share = band.boundingBox().height / picture.locator(".ground").boundingBox().height;
      assertTrue(share < 0.5, "the band is no more than it says: " + share);
    }
  }

  /** Puts a band of four hundredths to either side around a column of figures. */
  private static void putBands(JsonObject report, String id, int figure) {
    JsonObject table = table(report, id);
    List<String> columns = table.getJsonArray("columns").stream()
        .map(column -> ((JsonObject) column).getString("id"))
        .toList();
    for (Object each : table.getJsonArray("rows")) {
      JsonArray row = (JsonArray) each;
      if (row.getValue(figure) instanceof Number value) {
        row.set(columns.indexOf("low80"), value.doubleValue() - 0.04);
        row.set(columns.indexOf("high80"), value.doubleValue() + 0.04);
      }
    }
  }

  private static JsonObject table(JsonObject report, String id) {
    return report.getJsonArray("tables").stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void areasWithNamesStandOnAMapBesideTheirTable() {
    CIRCUIT.nameAreas();
    try (Visit visit = open(VISITOR.preferring(ColorScheme.DARK), "")) {
      Locator areas = visit.page().locator("#table-areas");
      Locator map = areas.locator("om-area-map");
      assertThat(map.locator("om-chart-picture[drawn]")).isVisible();
      assertThat(map.locator("svg")).containsText("Bloemenbuurt West38%");
      assertThat(map.locator("svg")).containsText("Pleinbuurtx");
      assertThat(map).containsText("te weinig waarnemingen");
      assertThat(areas.locator("#panel tbody tr").first()).containsText("Havenbuurt Noord");
      assertThat(visit.page().locator("om-matrix-map thead").nth(1)).containsText("Werfkwartier");
      map.getByLabel("Saldo").check();
      assertThat(map.locator("svg")).containsText("Havenbuurt Zuid−€ 700");
      visit.assertAccessible();
      areas.page().evaluate(GO, "?area=BU0363MB01");
      assertThat(visit.page().locator(".chosen")).hasText("Gekozen: Bloemenbuurt West");
      assertThat(map).hasCount(0);
    }
  }

  /** Neither is needed to read the report. */
  @Tag("long")
  @Test
  void withoutBoundariesThereIsATableAndWithoutNamesThereAreCodes() {
    CIRCUIT.nameAreas();
    try (Visit visit = open(VISITOR, "").toleratingSilence()) {
      Page page = visit.page();
      page.route("**/v1/areas/map", CityViewsBrowserTest::refuse);
      page.reload();
      Locator areas = page.locator("#table-areas");
      assertThat(areas.locator("om-area-map")).containsText("kon niet opgehaald worden");
      assertThat(areas.locator("#panel tbody tr").first()).containsText("Havenbuurt Noord");
      page.route("**/v1/areas", CityViewsBrowserTest::refuse);
      page.waitForResponse("**/v1/areas", page::reload);
      assertThat(areas.locator("#panel tbody tr").first()).containsText("MA01");
      assertThat(page.locator("main > .trouble")).hasCount(0);
    }
  }

  private static void refuse(Route route) {
    route.fulfill(new Route.FulfillOptions()
        .setStatus(404)
        .setContentType("application/problem+json")
        .setBody("{\"type\": \"/problems/not-found\", \"title\": \"Hier is niets\"}"));
  }

  @Test
  void aViewIsAccessibleAndFits() {
    CIRCUIT.reports().show(CIRCUIT.reports().withFewAges());
    try (Visit visit = open(
        VISITOR.on(360).preferring(ColorScheme.DARK),
        "?programme=Energiehulp&sector=G&area=BU0363MB01")) {
      CityPage.openAll(visit);
      visit.assertAccessible();
      visit.assertNothingBesideTheScreen();
    }
  }
}
