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
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that draws the contract, with a small contract that uses every part of the format. */
@ExtendWith(Chromium.class)
class ApiPageBrowserTest {
  private static final SampleCircuit CIRCUIT = new SampleCircuit();

  private final Browser browser;

  ApiPageBrowserTest(Browser browser) {
    this.browser = browser;
  }

  @BeforeEach
  void answering() {
    CIRCUIT.reset();
  }

  @AfterAll
  static void stop() {
    CIRCUIT.close();
  }

  /** Everybody in a long run, else Dutch on a phone by day and English at a desk by night. */
  static Stream<Visitor> everyVisitor() {
    if (!Boolean.getBoolean("omloop.long")) {
      return Stream.of(
          Visitor.AT_A_DESK.on(360).speaking("nl-NL").preferring(ColorScheme.LIGHT),
          Visitor.AT_A_DESK.on(1280).speaking("en-GB").preferring(ColorScheme.DARK));
    }
    return Stream.of(360, 1280).flatMap(width -> Stream.of("nl-NL", "en-GB")
        .flatMap(locale -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
            .map(colours -> Visitor.AT_A_DESK.on(width).speaking(locale).preferring(colours))));
  }

  @ParameterizedTest
  @MethodSource("everyVisitor")
  void isAccessibleAndFits(Visitor visitor) {
    try (Visit visit = visit(visitor, "/docs/api")) {
      visit.page().evaluate(OPEN_ALL);
      visit.assertAccessible();
      visit.assertNothingBesideTheScreen();
      visit.keepPicture("api-" + visitor);
    }
  }

  @Test
  void drawsTheServersOwnContractWhole() {
    CIRCUIT.showRealContract();
    try (Visit visit = visit(Visitor.AT_A_DESK, "/docs/api")) {
      visit.page().evaluate(OPEN_ALL);
      assertThat(visit.page().locator(".operation")).hasCount(operationsInTheContract());
      assertEquals(List.of(), visit.page().evaluate(BROKEN_ANCHORS));
      assertThat(visit.page().locator("body")).not().containsText("docs.");
      visit.assertNothingBesideTheScreen();
    }
  }

  private static int operationsInTheContract() {
    JsonObject paths = new JsonObject(CIRCUIT.resource("openapi.json")).getJsonObject("paths");
    return (int) paths.fieldNames().stream()
        .flatMap(path -> paths.getJsonObject(path).fieldNames().stream())
        .filter(Set.of("get", "put", "post", "delete", "patch")::contains)
        .count();
  }

  @Test
  void losesNothingOnANarrowScreenWithLetterTwiceAsLarge() {
    try (Visit visit = visit(Visitor.AT_A_DESK.on(320), "/docs/api")) {
      visit.page().evaluate("() => { document.documentElement.style.fontSize = '200%' }");
      visit.page().evaluate(OPEN_ALL);
      visit.assertNothingBesideTheScreen();
    }
  }

  @Test
  void operationsStandUnderTheirTagInTheContractsOrder() {
    try (Visit visit = visit(Visitor.AT_A_DESK.speaking("en-GB"), "/docs/api")) {
      assertThat(visit.page().locator("main section > h2"))
          .hasText(new String[] {"payments", "journal", "Other", "Schemas"});
      assertThat(visit.page().locator(".operation h3")).hasText(new String[] {
        "Pay", "List an account's entries", "The journal's signed head", "get-v1-untagged"
      });
    }
  }

  @Test
  void referencesAreFollowed() {
    try (Visit visit = visit(Visitor.AT_A_DESK.speaking("en-GB"), "/docs/api")) {
      Locator entries = visit.page().locator("#listEntries");
      assertThat(entries).containsText("account in the path");
      assertThat(entries).containsText("pattern ^[0-9a-z]{26}$");
      Locator pay = visit.page().locator("#createPayment");
      assertThat(pay).containsText("The order is malformed");
      assertThat(pay.locator("dt code")).hasText(new String[] {
        "index",
        "decision",
        "original",
        "party",
        "byPurpose",
        "proof", // the receipt, composed
        "400",
        "503"
      });
      assertThat(pay.locator("details").last().getByText("Problem", exactly()))
          .hasAttribute("href", "#schema-Problem");
      assertThat(visit.page().locator("#schema-Problem dt code"))
          .hasText(new String[] {"type", "status", "errors", "pointer", "code"});
    }
  }

  @Test
  void aDescriptionIsTextAndNeverMarkup() {
    try (Visit visit = visit(Visitor.AT_A_DESK, "/docs/api")) {
      Locator introduction = visit.page().locator(".introduction");
      assertThat(introduction).containsText("<b>Not HTML</b>");
      assertEquals(0, introduction.locator("b").count());
      assertThat(introduction.locator("strong")).hasText("strong");
      assertThat(introduction.locator("li")).hasCount(2);
      assertThat(introduction.locator("a")).hasAttribute("href", "/log/checkpoint");
    }
  }

  @Test
  void anAddressWithAnAnchorLeadsThere() {
    try (Visit visit = visit(Visitor.AT_A_DESK, "/docs/api#schema-Receipt")) {
      assertThat(visit.page().locator("#schema-Receipt")).isInViewport();
    }
  }

  @Test
  void searchingLeavesWhatFits() {
    try (Visit visit = visit(Visitor.AT_A_DESK, "/docs/api")) {
      visit.page().getByRole(AriaRole.SEARCHBOX).fill("entries GET");
      assertThat(visit.page().locator(".operation h3")).hasText("List an account's entries");
      assertThat(visit.page().locator(".found")).hasText("1 gevonden");
      visit.page().getByRole(AriaRole.SEARCHBOX).fill("nothing like it");
      assertThat(visit.page().locator(".operation")).hasCount(0);
      assertThat(visit.page().locator(".found")).hasText("0 gevonden");
    }
  }

  @Test
  void saysSoWhenThereIsNoContract() {
    CIRCUIT.stopAnswering();
    try (Visit visit = new Visit(browser, Visitor.AT_A_DESK, CIRCUIT.address("/docs/api"))) {
      visit.toleratingSilence();
      assertThat(visit.page().getByRole(AriaRole.STATUS, new Page.GetByRoleOptions()))
          .hasText("De server geeft de documentatie nu niet. Laad de pagina straks opnieuw.");
    }
  }

  @Test
  void saysSoWhenItsModulesDoNotCome() {
    try (Visit visit = visit(Visitor.AT_A_DESK, "/docs/api").toleratingSilence()) {
      visit.page().route("**/api-page.js", Route::abort);
      visit.page().reload();
      visit.waitForStyles();
      assertThat(visit.page().getByText("De pagina komt niet verder.")).isVisible();
      visit.assertAccessible();
      visit.keepPicture("api-no-modules");
    }
  }

  @Test
  void weighsNoMoreThanSixtyKilobytes() {
    try (Visit visit = visit(Visitor.AT_A_DESK, "/docs/api")) {
      int bytes = visit.weight();
      assertTrue(bytes > 10_000 && bytes <= 60_000, bytes + " bytes");
    }
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private Visit visit(Visitor visitor, String path) {
    Visit visit = new Visit(browser, visitor, CIRCUIT.address(path));
    assertThat(visit.page().locator(".operation").first()).isVisible();
    return visit;
  }

  private static final String BROKEN_ANCHORS = """
      () => [...document.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute('href').slice(1))
        .filter((id) => !document.getElementById(id))
      """;
  private static final String OPEN_ALL =
      "() => document.querySelectorAll('details').forEach((details) => (details.open = true))";
}
