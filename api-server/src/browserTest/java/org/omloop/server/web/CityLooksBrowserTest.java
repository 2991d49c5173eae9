package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the municipality's page looks: to everybody, on every screen, on paper, and how much has to be fetched for it. */
@ExtendWith(Chromium.class)
class CityLooksBrowserTest {
  private static final SampleCircuit CIRCUIT = new SampleCircuit();
  private static final Visitor VISITOR = Visitor.AT_A_DESK;

  private final Browser browser;

  CityLooksBrowserTest(Browser browser) {
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

  /** Everybody in a long run, else those among whom each two traits meet. */
  static List<Visitor> everyVisitor() {
    List<Visitor> all = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (String locale : List.of("nl-NL", "en-GB")) {
        for (int width : List.of(360, 1280)) {
          all.add(VISITOR.on(width).speaking(locale).preferring(scheme));
        }
      }
    }
    return Boolean.getBoolean("omloop.long")
        ? all
        : List.of(all.get(0), all.get(3), all.get(6), all.get(5));
  }

  /**
   * One page that everybody sees in turn, as how it looks depends on nothing else: as it opens, and with all that lies
   * behind it; on a wall; and on a narrow screen with letters twice as large (WCAG 2.2, 1.4.4 and 1.4.10).
   */
  @Test
  void isAccessibleAndFitsWhoeverLooks() {
    CIRCUIT.reports().show(CIRCUIT.reports().withFewAges());
    CIRCUIT.nameAreas();
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      assertThat(visit.page().locator("om-area-map om-chart-picture[drawn]")).isVisible();
      visit.assertAccessible();
      CityPage.openAll(visit);
      for (Visitor visitor : everyVisitor()) {
        CityPage.show(visit, visitor);
        assertEquals(List.of(), Accessibility.violations(visit.page()), visitor.toString());
        visit.assertNothingBesideTheScreen();
        keepPicture(visit, visitor.toString());
      }
      for (int width : List.of(1920, 3840)) {
        CityPage.show(visit, VISITOR.on(width));
        visit.assertNothingBesideTheScreen();
        keepPicture(visit, Integer.toString(width));
      }
      visit.page().evaluate("() => { document.documentElement.style.fontSize = '200%' }");
      for (String locale : List.of("nl-NL", "en-GB")) {
        CityPage.show(visit, VISITOR.on(320).speaking(locale));
        visit.assertNothingBesideTheScreen();
        keepPicture(visit, "320-" + locale + "-twice-as-large");
      }
    }
  }

  /** A picture of all that is open takes longer than all that is asserted of it. */
  private static void keepPicture(Visit visit, String name) {
    if (Boolean.getBoolean("omloop.long")) {
      visit.keepPicture("city-" + name);
    }
  }

  @Test
  void aPrintIsLightAndHasEveryTableAndWhatWasChosen() {
    try (Visit visit = new Visit(
        browser, VISITOR.preferring(ColorScheme.DARK), CIRCUIT.address("/city?area=BU0363MB01"))) {
      Page page = visit.page();
      assertThat(page.locator("#table-quality om-chart-picture[drawn]")).isVisible();
      page.evaluate("() => dispatchEvent(new Event('beforeprint'))");
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".controls")).not().isVisible();
      assertThat(page.locator("om-filter-bar")).not().isVisible();
      assertThat(page.locator(".chosen")).isVisible();
      assertThat(page.locator("#table-exits #panel table")).isVisible();
      assertThat(page.locator("#table-areas #panel table")).isVisible();
      assertEquals(
          "rgb(255, 255, 255)",
          page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor"));
      assertThat(page.locator("#table-retention #panel table")).not().isVisible();
      assertThat(page.locator("#table-retention .elsewhere")).isVisible();
      assertThat(page.locator("om-report-header")).containsText("q6lPnCDKSPUnZCJ1ZWqU");
      if (Boolean.getBoolean("omloop.long")) {
        page.pdf(new Page.PdfOptions()
            .setPath(Path.of("target/screenshots/city-print.pdf"))
            .setPreferCSSPageSize(true));
      }
    }
  }

  /** {@code -Domloop.screenshots=../docs/images} renews the picture in the documentation. */
  @Test
  void isReportedOnInTheDocumentation() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR)) {
      visit.page().setViewportSize(1280, 2300);
      assertThat(visit.page().locator("#table-flow om-chart-picture[drawn]")).isVisible();
      visit
          .page()
          .screenshot(new Page.ScreenshotOptions()
              .setPath(Path.of(
                  System.getProperty("omloop.screenshots", "target/pictures"), "city.png")));
    }
  }

  /** The headline stands, whatever becomes of the rest; so what it took is all that a first sight needs. */
  @Test
  void theHeadlineStandsBeforeFiftySevenKilobytes() {
    try (Visit visit = new Visit(browser, VISITOR, CIRCUIT.address("/v1/currency"))) {
      visit.page().route("**/city/report-body.js", rest -> {});
      visit.page().navigate(CIRCUIT.address("/city"));
      assertThat(visit.page().locator("om-headline-tiles .tile")).hasCount(8);
      assertThat(visit.page().locator("om-closing-line")).containsText("Het sluit");
      assertThat(visit.page().locator("#one-euro")).containsText("Van elke € 100");
      int bytes = visit.weightWithout("report-body");
      System.out.println("First JavaScript and CSS of the city's page: " + bytes + " bytes");
      assertTrue(bytes > 10_000 && bytes <= 56_500, bytes + " bytes");
    }
  }

  @Test
  void onlyThisPageFetchesWhatDraws() {
    try (Visit visit = new Visit(browser, VISITOR, CIRCUIT.address("/"))) {
      assertThat(visit.page().locator("om-figure-list")).isVisible();
      assertTrue(visit.requests().stream().noneMatch(each -> each.url().contains("echarts")));
    }
  }
}
