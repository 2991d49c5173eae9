package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @Tag("long")
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
      visit.page().getByText("Als het toestel").click();
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

  @Tag("long")
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

  @Tag("long")
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

  private static final String ALL_ELEMENTS = """
      const all = (root) => [...root.querySelectorAll('*')]
        .flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
      """;

  private static final String SMALLER_THAN_48 = "() => {" + ALL_ELEMENTS + """
        return all(document.body)
          .filter((element) => element.matches('a:not(.skip-link), button, label, summary'))
          .filter((element) => element.checkVisibility())
          .map((element) => [element, element.getBoundingClientRect()])
          .filter(([, { width, height }]) => width < 47.9 || height < 47.9)
          .map(([element, { width, height }]) => `${element.textContent.trim()} ${width}×${height}`);
      }""";

  private static final String HIDE = visibility(true);
  private static final String SHOW = visibility(false);

  private static String visibility(boolean hidden) {
    return "() => { Object.defineProperty(document, 'hidden', { value: "
        + hidden
        + ", configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }";
  }
}
