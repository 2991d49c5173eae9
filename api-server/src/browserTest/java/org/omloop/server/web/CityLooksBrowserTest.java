package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  static Stream<Visitor> everyVisitor() {
    Stream<Visitor> light = visitors(ColorScheme.LIGHT, "nl-NL", "en-GB");
    Stream<Visitor> dark = visitors(ColorScheme.DARK, "en-GB", "nl-NL");
    return Boolean.getBoolean("omloop.long")
        ? Stream.of(
                light,
                dark,
                visitors(ColorScheme.LIGHT, "en-GB", "nl-NL"),
                visitors(ColorScheme.DARK, "nl-NL", "en-GB"))
            .flatMap(each -> each)
        : Stream.concat(light, dark);
  }

  private static Stream<Visitor> visitors(ColorScheme scheme, String onAPhone, String atADesk) {
    return Stream.of(VISITOR.on(360).speaking(onAPhone), VISITOR.on(1280).speaking(atADesk))
        .map(visitor -> visitor.preferring(scheme));
  }

  @ParameterizedTest
  @MethodSource("everyVisitor")
  void isAccessibleAndFits(Visitor visitor) {
    try (Visit visit = CityPage.open(browser, CIRCUIT, visitor)) {
      visit.assertAccessible();
      visit.assertNothingBesideTheScreen();
      visit.keepPicture("city-" + visitor);
      CityPage.openAll(visit);
      visit.assertAccessible();
      visit.assertNothingBesideTheScreen();
      visit.keepPicture("city-open-" + visitor);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl-NL", "en-GB"})
  void losesNothingOnANarrowScreenWithLettersTwiceAsLarge(String locale) {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR.on(320).speaking(locale))) {
      visit.page().evaluate("() => { document.documentElement.style.fontSize = '200%' }");
      CityPage.openAll(visit);
      visit.assertNothingBesideTheScreen();
      visit.keepPicture("city-320-" + locale + "-twice-as-large");
    }
  }

  @Test
  void hasRoomOnAWall() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR.on(3840))) {
      visit.assertNothingBesideTheScreen();
      visit.keepPicture("city-3840");
    }
  }

  @Test
  void aPrintIsLightAndHasEveryTable() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR.preferring(ColorScheme.DARK))) {
      visit.page().evaluate("() => dispatchEvent(new Event('beforeprint'))");
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(visit.page().locator(".controls")).not().isVisible();
      assertThat(visit.page().locator("#table-exits #panel table")).isVisible();
      assertEquals(
          "rgb(255, 255, 255)",
          visit
              .page()
              .evaluate("() => getComputedStyle(document.documentElement).backgroundColor"));
      assertThat(visit.page().locator("#table-retention #panel table")).not().isVisible();
      assertThat(visit.page().locator("#table-retention .elsewhere")).isVisible();
      assertThat(visit.page().locator("om-report-header")).containsText("q6lPnCDKSPUnZCJ1ZWqU");
      visit
          .page()
          .pdf(new Page.PdfOptions()
              .setPath(Path.of("target/screenshots/city-print.pdf"))
              .setPreferCSSPageSize(true));
    }
  }

  @Test
  void isReportedOnInTheDocumentation() {
    try (Visit visit = CityPage.open(browser, CIRCUIT, VISITOR.on(1280))) {
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
  void theHeadlineStandsAfterFiftySixKilobytes() {
    try (Visit visit = new Visit(browser, VISITOR, CIRCUIT.address("/v1/currency"))) {
      visit.page().route("**/city/report-body.js", rest -> {});
      visit.page().navigate(CIRCUIT.address("/city"));
      assertThat(visit.page().locator("om-headline-tiles .tile")).hasCount(8);
      assertThat(visit.page().locator("om-closing-line")).containsText("Het sluit");
      assertThat(visit.page().locator("#one-euro")).containsText("Van elke € 100");
      int bytes = visit.weightWithout("report-body");
      System.out.println("First JavaScript and CSS of the city's page: " + bytes + " bytes");
      assertTrue(bytes > 10_000 && bytes <= 56_000, bytes + " bytes");
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
