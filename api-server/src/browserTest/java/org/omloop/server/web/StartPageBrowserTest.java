package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first page, as people with different screens, languages, eyes and hands meet it. */
@ExtendWith(Chromium.class)
class StartPageBrowserTest {
  private static final SampleCircuit CIRCUIT = new SampleCircuit();
  private static final Visitor VISITOR = Visitor.AT_A_DESK;

  private final Browser browser;

  StartPageBrowserTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void aBusyCircuitThatAnswers() {
    CIRCUIT.reset();
  }

  @AfterAll
  static void stop() {
    CIRCUIT.close();
  }

  /** Words do not depend on colours, so day goes with Dutch and night with English. */
  static Stream<Visitor> everyVisitor() {
    return Stream.of(360, 768, 1280)
        .map(VISITOR::on)
        .flatMap(visitor -> Stream.of(
            visitor.speaking("nl-NL").preferring(ColorScheme.LIGHT),
            visitor.speaking("en-GB").preferring(ColorScheme.DARK)));
  }

  @ParameterizedTest
  @MethodSource("everyVisitor")
  void isAccessibleAndFits(Visitor visitor) {
    try (Visit visit = visit(visitor)) {
      visit.keepPicture("start-" + visitor);
      visit.page().locator("summary").all().forEach(Locator::click);
      visit.assertAccessible();
      visit.assertNothingBesideTheScreen();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl-NL", "en-GB"})
  void losesNothingOnANarrowScreenWithLetterTwiceAsLarge(String locale) {
    Visitor visitor = VISITOR.on(320).speaking(locale);
    try (Visit visit = visit(visitor)) {
      visit.page().evaluate(TWICE_AS_LARGE);
      visit.page().locator("summary").all().forEach(Locator::click);
      visit.assertNothingBesideTheScreen();
      assertEquals(List.of(), visit.page().evaluate(CLIPPED));
      visit.keepPicture("start-" + visitor + "-twice-as-large");
    }
  }

  @Test
  void hasRoomForMillions() {
    JsonObject millions = SampleCircuit.FIGURES.copy();
    millions.fieldNames().stream()
        .filter(name -> millions.getValue(name) instanceof Integer amount && amount > 1_000_000)
        .forEach(name -> millions.put(name, millions.getInteger(name) * 100L));
    CIRCUIT.showFigures(millions);
    try (Visit visit = visit(VISITOR)) {
      for (int width : List.of(320, 360, 768, 840, 1040, 1280)) {
        visit.page().setViewportSize(width, 900);
        visit.page().reload();
        assertThat(visit.page().locator("om-money-flow")).isVisible();
        visit.assertNothingBesideTheScreen();
        assertEquals(true, visit.page().locator("om-money-flow").evaluate(CLEAR_OF_THE_RING));
        visit.page().evaluate(TWICE_AS_LARGE);
        visit.assertNothingBesideTheScreen();
        assertEquals(List.of(), visit.page().evaluate(CLIPPED));
        visit.keepPicture("start-millions-" + width);
      }
    }
  }

  @Test
  void breaksNoNumberUp() {
    try (Visit visit = visit(VISITOR.on(360))) {
      assertEquals(1, visit.page().locator("om-refusal-list td").first().evaluate(LINES));
      visit.page().evaluate(TWICE_AS_LARGE);
      assertEquals(1, visit.page().locator("om-refusal-list td").first().evaluate(LINES));
      assertEquals(1, visit.page().locator("om-money-flow .times").evaluate(LINES));
    }
  }

  @Test
  void hasRoomOnAWall() {
    Visitor visitor = VISITOR.on(3840);
    try (Visit visit = visit(visitor)) {
      visit.assertNothingBesideTheScreen();
      visit.keepPicture("start-" + visitor);
    }
  }

  @ParameterizedTest
  @CsvSource({"nl-BE, nl", "en-US, en", "de-DE, nl"})
  void speaksTheBrowsersLanguageWhereItCan(String locale, String language) {
    try (Visit visit = visit(VISITOR.speaking(locale))) {
      assertThat(visit.page().locator("html")).hasAttribute("lang", language);
    }
  }

  @Test
  void remembersTheChosenLanguage() {
    try (Visit visit = visit(VISITOR)) {
      visit.page().getByText("English").click();
      assertThat(heading(visit)).containsText("Neighbourhood money");
      assertThat(visit.page()).hasTitle("Omloop: a neighbourhood’s own money");
      visit.page().reload();
      assertThat(heading(visit)).containsText("Neighbourhood money");
    }
  }

  @Test
  void aLanguageChosenWhileTheServerIsAwayComesWithTheServer() {
    try (Visit visit = visit(VISITOR).toleratingSilence()) {
      visit.page().route("**/i18n/en.js", Route::abort);
      visit.page().getByText("English").click();
      visit.wait(6);
      assertThat(heading(visit)).containsText("Eigen geld");
      visit.page().unroute("**/i18n/en.js");
      visit.wait(6);
      assertThat(heading(visit)).containsText("Neighbourhood money");
      assertThat(visit.page().locator("html")).hasAttribute("lang", "en");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"**/start-page.js", "**/shared-styles.js", "**/i18n/nl.js"})
  void saysSoWhenItsModulesDoNotCome(String missing) {
    try (Visit visit = visit(VISITOR).toleratingSilence()) {
      visit.page().route(missing, Route::abort);
      visit.page().reload();
      visit.waitForStyles();
      assertThat(visit.page().getByText("De pagina komt niet verder.")).isVisible();
      visit.assertAccessible();
      assertEquals(List.of(), visit.page().evaluate(SMALLER_THAN_48));
      visit.keepPicture("start-no-modules");
      visit.page().unroute(missing);
      visit.page().getByText("Laad opnieuw").click();
      assertThat(visit.page().locator("om-figure-list")).isVisible();
      assertThat(visit.page().getByText("De pagina komt niet verder.")).isHidden();
    }
  }

  @Test
  void colourFollowsTheSystemUntilOneIsChosen() {
    try (Visit visit = visit(VISITOR.preferring(ColorScheme.DARK))) {
      assertEquals("rgb(16, 22, 29)", ground(visit));
      visit
          .page()
          .getByText("Licht", new Page.GetByTextOptions().setExact(true))
          .click();
      assertEquals("rgb(255, 255, 255)", ground(visit));
      visit.page().reload();
      assertEquals("rgb(255, 255, 255)", ground(visit));
      visit.page().getByText("Als het apparaat").click();
      assertEquals("rgb(16, 22, 29)", ground(visit));
    }
  }

  @Test
  void showsFiguresAsTheyCome() {
    try (Visit visit = visit(VISITOR)) {
      assertThat(figure(visit, "Bewoners")).hasText("213");
      CIRCUIT.showFigures(SampleCircuit.FIGURES.copy().put("members", 214).put("entries", 61790));
      visit.wait(6);
      assertThat(figure(visit, "Bewoners")).hasText("214");
      assertEquals("", status(visit).textContent().strip(), "not read aloud");
    }
  }

  @Test
  void asksNothingWhileNobodyLooks() {
    try (Visit visit = visit(VISITOR)) {
      visit.page().evaluate(HIDE);
      long before = questions(visit);
      visit.wait(60);
      assertEquals(before, questions(visit));
      visit.page().evaluate(SHOW);
      visit.wait(1);
      assertNotEquals(before, questions(visit));
    }
  }

  @Test
  void saysPlainlyThatTheServerIsAway() {
    try (Visit visit = visit(VISITOR).toleratingSilence()) {
      CIRCUIT.stopAnswering();
      visit.wait(6);
      assertThat(status(visit)).containsText("Geen verbinding met de server.");
      assertThat(figure(visit, "Bewoners")).hasText("213");
      visit.assertAccessible();
      visit.keepPicture("start-server-away");
      CIRCUIT.answerAgain();
      visit.wait(6);
      assertThat(status(visit)).hasText("Er is weer verbinding. De cijfers zijn bijgewerkt.");
    }
  }

  @Test
  void saysSoTooWhenTheServerNeverAnswered() {
    CIRCUIT.stopAnswering();
    try (Visit visit = new Visit(browser, VISITOR, CIRCUIT.address("/")).toleratingSilence()) {
      assertThat(status(visit)).containsText("We proberen het steeds opnieuw.");
      visit.assertAccessible();
      visit.keepPicture("start-never-answered");
      CIRCUIT.answerAgain();
      visit.wait(11);
      assertThat(figure(visit, "Bewoners")).hasText("213");
    }
  }

  @Test
  void aFigureThatCannotBeComputedIsADotWithItsReason() {
    CIRCUIT.showFigures(SampleCircuit.NOTHING_YET);
    try (Visit visit = visit(VISITOR)) {
      assertThat(figure(visit, "Doorgegeven per euro")).hasText(". Nog niet te berekenen");
      assertThat(visit.page().locator("om-money-flow"))
          .containsText("Er is nog geen geld in omloop gebracht.");
      visit.assertAccessible();
      visit.keepPicture("start-nothing-yet");
    }
  }

  /** What money left for could tell a single member's; it is told by quarter, where that is looked at. */
  @Test
  void thePictureAndItsTableSayTheSame() {
    try (Visit visit = visit(VISITOR)) {
      Locator rows = visit.page().locator("om-flow-table tbody tr");
      Locator gone = visit.page().locator("om-money-flow .gone");
      assertThat(rows).hasCount(3);
      assertThat(gone.locator(".gone-total"))
          .hasText(Pattern.compile("Uit de kring\\s+€\\s22.310,50"));
      assertThat(rows.nth(2)).containsText("€\u00a022.310,50");
      assertThat(visit.page().locator("om-money-flow path.outside")).hasCount(1);
      assertThat(gone.getByRole(AriaRole.LINK)).hasAttribute("href", "/city");
    }
  }

  @Test
  void onlyADemonstrationIsCalledOne() {
    try (Visit visit = visit(VISITOR)) {
      assertThat(visit.page().getByText("Dit is een demonstratie")).isVisible();
    }
    CIRCUIT.isNoDemo();
    try (Visit visit = visit(VISITOR)) {
      assertThat(visit.page().getByText("Dit is een demonstratie")).hasCount(0);
    }
  }

  @Test
  void keysGoFromTopToBottomAndTheirPlaceIsSeen() {
    try (Visit visit = visit(VISITOR)) {
      assertThat(visit.page().locator("om-demo-bank summary")).isVisible();
      List<String> stops = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        visit.page().keyboard().press("Tab");
        stops.add(visit.page().evaluate(FOCUSED).toString());
      }
      assertEquals(
          List.of(
              "Naar de inhoud",
              "Omloop",
              "nl",
              "Bakkerij Proef Bakker, mag alles Aan de kassa",
              "Anna P. Bewoner Met de portemonnee",
              "Meld een winkel of bewoner aan",
              "De bank van de demo",
              "Waarvoor? Dat staat in de cijfers van de gemeente.",
              "Bekijk als tabel",
              "Kopieer: ./omloop export --out books",
              "Kopieer: ./omloop verify books",
              "Open deze stand als tekst",
              "Voor de gemeente",
              "Documentatie van de API",
              "Stand van het journaal",
              "Toestand van de server"),
          stops);
    }
  }

  @Test
  void theSkipLinkLeadsPastTheHeader() {
    try (Visit visit = visit(VISITOR)) {
      visit.page().keyboard().press("Tab");
      visit.page().keyboard().press("Enter");
      assertThat(visit.page().locator("#content")).isFocused();
    }
  }

  @Test
  void fingersFindTheirTargets() {
    try (Visit visit = visit(VISITOR.on(360))) {
      assertEquals(List.of(), visit.page().evaluate(SMALLER_THAN_48));
    }
  }

  @Test
  void movesOnlyWhereMotionIsWelcome() {
    try (Visit visit = visit(VISITOR)) {
      assertEquals(1, visit.page().locator("om-money-flow").evaluate(ANIMATIONS));
    }
    try (Visit visit = visit(VISITOR.withoutMotion())) {
      assertEquals(0, visit.page().locator("om-money-flow").evaluate(ANIMATIONS));
    }
  }

  @Test
  void weighsNoMoreThanSixtyKilobytes() {
    try (Visit visit = visit(VISITOR)) {
      int bytes = visit.weight();
      System.out.println("First JavaScript and CSS of the start page: " + bytes + " bytes");
      assertTrue(bytes > 10_000 && bytes <= 60_000, bytes + " bytes");
    }
  }

  /** {@code -Domloop.screenshots=../docs/images} renews the pictures in the documentation. */
  @ParameterizedTest
  @CsvSource({"1280, LIGHT, 1260, start-desk", "360, DARK, 740, start-phone"})
  void posesForTheDocumentation(int width, ColorScheme colours, int height, String name) {
    try (Visit visit = visit(VISITOR.on(width).preferring(colours).withoutMotion())) {
      visit.page().setViewportSize(width, height);
      visit.page().clock().setFixedTime("2026-11-23T22:10:05Z");
      visit.page().reload();
      assertThat(visit.page().locator("om-connection-line")).containsText("23:10:05");
      visit
          .page()
          .screenshot(new Page.ScreenshotOptions()
              .setPath(Path.of(
                  System.getProperty("omloop.screenshots", "target/pictures"), name + ".png")));
    }
  }

  private Visit visit(Visitor visitor) {
    Visit visit = new Visit(browser, visitor, CIRCUIT.address("/"));
    assertThat(visit.page().locator("om-figure-list")).isVisible();
    assertThat(visit.page().locator("om-checkpoint-card")).containsText("q6lP");
    return visit;
  }

  private static Locator heading(Visit visit) {
    return visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  private static Locator status(Visit visit) {
    return visit.page().locator("om-connection-line").getByRole(AriaRole.STATUS);
  }

  private static Locator figure(Visit visit, String name) {
    return visit
        .page()
        .locator("om-figure-list div")
        .filter(new Locator.FilterOptions()
            .setHas(visit.page().getByText(name, new Page.GetByTextOptions().setExact(true))))
        .locator(".value");
  }

  private static Object ground(Visit visit) {
    return visit
        .page()
        .evaluate("() => getComputedStyle(document.documentElement).backgroundColor");
  }

  private static long questions(Visit visit) {
    return visit.requests().stream()
        .filter(request -> request.url().endsWith("/v1/figures"))
        .count();
  }

  private static final String TWICE_AS_LARGE =
      "() => { document.documentElement.style.fontSize = '200%' }";

  private static final String ALL_ELEMENTS = """
      const all = (root) => [...root.querySelectorAll('*')]
        .flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
      """;

  /** Text that is wider than the box it stands in, where the box does not scroll. */
  private static final String CLIPPED = "() => {" + ALL_ELEMENTS + """
        return all(document.body)
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .filter((element) => !element.closest('.scroller, .visually-hidden, om-amount-text'))
          .filter((element) => !element.getRootNode().host?.closest('.scroller'))
          .map((element) => `${element.localName}: ${element.textContent.trim()}`);
      }""";

  private static final String CLEAR_OF_THE_RING = """
      (flow) => {
        const box = (selector) => flow.shadowRoot.querySelector(selector).getBoundingClientRect();
        const amount = box('.inlet om-amount-text');
        return amount.right <= box('.ring').left || amount.bottom <= box('.ring').top;
      }
      """;

  private static final String LINES = """
      (element) => {
        const text = document.createRange();
        text.selectNodeContents(element);
        return new Set([...text.getClientRects()].map(({ top }) => top)).size;
      }
      """;

  private static final String SMALLER_THAN_48 = "() => {" + ALL_ELEMENTS + """
        return all(document.body)
          .filter((element) => element.matches('a:not(.skip-link), button, label, summary'))
          .filter((element) => element.checkVisibility())
          .map((element) => [element, element.getBoundingClientRect()])
          .filter(([, { width, height }]) => width < 47.9 || height < 47.9)
          .map(([element, { width, height }]) => `${element.textContent.trim()} ${width}×${height}`);
      }""";

  /** What has the focus, by name; and nothing at all if no ring shows around it. */
  private static final String FOCUSED = """
      () => {
        let focused = document.activeElement;
        while (focused.shadowRoot?.activeElement) {
          focused = focused.shadowRoot.activeElement;
        }
        const ringed = focused.localName === 'input' ? focused.closest('label') : focused;
        const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
        const hasRing = outlineStyle === 'solid' && outlineWidth === '3px';
        const name = focused.value || focused.textContent.trim().replace(/\\s+/g, ' ');
        return hasRing ? name : `no ring around ${name}`;
      }
      """;

  private static final String ANIMATIONS = "(flow) => flow.shadowRoot.getAnimations().length";
  private static final String HIDE = visibility(true);
  private static final String SHOW = visibility(false);

  private static String visibility(boolean hidden) {
    return "() => { Object.defineProperty(document, 'hidden', { value: "
        + hidden
        + ", configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }";
  }
}
