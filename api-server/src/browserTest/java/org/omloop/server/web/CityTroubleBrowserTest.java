package org.omloop.server.web;

import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The municipality's page where a report is not whole, does not close, or does not come. */
@ExtendWith(Chromium.class)
class CityTroubleBrowserTest {
  private static final SampleCircuit CIRCUIT = new SampleCircuit();
  private static final Visitor VISITOR = Visitor.AT_A_DESK;

  private final Browser browser;

  CityTroubleBrowserTest(Browser browser) {
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

  @Tag("long")
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
  @Tag("long")
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

  @Tag("long")
  @Test
  void saysSoOfAPeriodWithoutAReport() {
    try (Visit visit =
        new Visit(browser, VISITOR, CIRCUIT.address("/city?period=1999")).toleratingSilence()) {
      assertThat(visit.page().locator("main [role=status]")).containsText("geen verslag");
    }
  }

  /** A sum of which a part is hidden is not told as if that part were nothing. */
  @Tag("long")
  @Test
  void addsUpNothingOfWhichAPartIsHidden() {
    JsonObject report = CIRCUIT.reports().sample();
    hide(report, "fund", "granted");
    hide(report, "provisions", "share");
    CIRCUIT.reports().show(report);
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      assertThat(visit.page().locator("#table-fund")).not().containsText(" toegekend.");
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
}
