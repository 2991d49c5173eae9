package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first page as it may be seen: on every screen, with large letters, by keyboard, in motion, and how much it weighs. */
@ExtendWith(Chromium.class)
class StartPageLooksBrowserTest {
  private static final SampleCircuit CIRCUIT = new SampleCircuit();
  private static final Visitor VISITOR = Visitor.AT_A_DESK;

  private final Browser browser;

  StartPageLooksBrowserTest(Browser browser) {
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

  /** Words do not depend on colours, so day goes with Dutch and night with English; each on all screens in a long run. */
  static Stream<Visitor> everyVisitor() {
    return Stream.of(360, 768, 1280)
        .map(VISITOR::on)
        .flatMap(visitor -> Stream.of(
            visitor.speaking("nl-NL").preferring(ColorScheme.LIGHT),
            visitor.speaking("en-GB").preferring(ColorScheme.DARK)))
        .filter(visitor -> Boolean.getBoolean("omloop.long")
            || visitor.toString().contains("360") == visitor.toString().contains("nl"));
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

  @Tag("long")
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

  @Tag("long")
  @Test
  void hasRoomOnAWall() {
    Visitor visitor = VISITOR.on(3840);
    try (Visit visit = visit(visitor)) {
      visit.assertNothingBesideTheScreen();
      visit.keepPicture("start-" + visitor);
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
      int bytes = visit.weightWithout("demo-bank|file-choice"); // comes when the people have come
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

  private static Locator figure(Visit visit, String name) {
    return visit
        .page()
        .locator("om-figure-list div")
        .filter(new Locator.FilterOptions()
            .setHas(visit.page().getByText(name, new Page.GetByTextOptions().setExact(true))))
        .locator(".value");
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
}
