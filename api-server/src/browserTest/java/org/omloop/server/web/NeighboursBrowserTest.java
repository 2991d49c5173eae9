package org.omloop.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** Two residents without a till between them: one's own code, asking, and paying again. */
@ExtendWith({Chromium.class, SharedDemo.class})
class NeighboursBrowserTest {
  private static RunningDemo demo;
  private static Browser browser;

  private DemoVisitor one;
  private DemoVisitor other;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  @BeforeEach
  void open() {
    one = DemoVisitor.become("Bewoner", 1, 360, browser, demo.address());
    other = DemoVisitor.become("Bewoner", 2, 360, browser, demo.address());
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  private static void tap(DemoVisitor visitor, String button) {
    visitor
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static String code(Locator screen) {
    String text = (String) screen.locator("om-qr-code").evaluate("element => element.code.text");
    return demo.address() + text.substring(text.indexOf('/', "https://".length()));
  }

  private static Locator payment(DemoVisitor visitor) {
    return visitor.page().locator("om-payment-screen");
  }

  private static Locator asking(DemoVisitor visitor) {
    return visitor.page().locator("om-ask-screen");
  }

  private static void ask(DemoVisitor visitor, String amount, String text) {
    tap(visitor, "Vraag om geld");
    asking(visitor).getByLabel("Hoeveel vraag je? (€)").fill(amount);
    asking(visitor).getByLabel("Waarvoor (mag leeg)").fill(text);
    tap(visitor, "Maak de vraag");
    assertThat(asking(visitor)).containsText("nog niet betaald");
  }

  /** Looks at a screen as everybody may see it, and keeps pictures of it. */
  private static void look(DemoVisitor visitor, String name) {
    Page page = visitor.page();
    for (String language : List.of("en", "nl")) {
      page.evaluate(
          "language => document.querySelector('om-wallet-app').speak(language)", language);
      assertThat(page.locator("html")).hasAttribute("lang", language);
      for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertEquals(List.of(), Accessibility.violations(page), language + " " + scheme);
        visitor.keepPicture(name + "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT));
      }
    }
    page.setViewportSize(1280, 900);
    visitor.keepPicture(name + "-desk");
    page.setViewportSize(320, 740);
    visitor.assertNothingBesideTheScreen();
    page.setViewportSize(360, 740);
  }

  @Test
  void whatIsAskedForIsPaidAndProven() {
    ask(one, "3,21", "Taart bij de straat");
    look(one, "wallet-ask-code");
    other.page().navigate(code(asking(one)));
    assertThat(payment(other)).hasAttribute("state", "asking");
    assertThat(payment(other)).containsText("Iemand buiten de ledenlijst");
    assertThat(payment(other)).containsText("Taart bij de straat");
    assertThat(asking(one)).containsText("iemand kijkt ernaar");
    tap(other, "Betaal € 3,21");
    assertThat(payment(other)).hasAttribute("state", "paid");
    assertThat(payment(other)).containsText("De ander ziet dit bij de eigen betalingen.");
    assertThat(asking(one)).containsText("betaald, en het bewijs klopt");
    tap(one, "Terug");
    look(one, "wallet-ask");
    tap(one, "Terug");
    assertThat(one.page().locator("main")).containsText("3,21");
    look(one, "wallet-home");
  }

  @Test
  void aRequestIsTakenBackAlsoLater() {
    ask(one, "4,56", "Te veel gevraagd");
    String code = code(asking(one));
    one.page().reload();
    tap(one, "Vraag om geld");
    asking(one)
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("Te veel gevraagd")))
        .click();
    tap(one, "Trek deze vraag in");
    assertThat(asking(one)).containsText("Ingetrokken. Niemand kan dit nog betalen.");
    assertThat(asking(one)).not().containsText("Te veel gevraagd");
    other.page().navigate(code);
    assertThat(payment(other)).containsText("Deze code is ingetrokken.");
  }

  @Test
  void aRequestWhoseAnswerIsLostIsInTheListAndIsAskedOnce() {
    one.page().route("**/v1/payment-requests", route -> {
      route.fetch(); // it arrived
      route.abort();
    });
    tap(one, "Vraag om geld");
    asking(one).getByLabel("Hoeveel vraag je? (€)").fill("5,67");
    tap(one, "Maak de vraag");
    assertThat(asking(one)).containsText("wordt verstuurd");
    one.page().reload();
    one.page().unroute("**/v1/payment-requests");
    tap(one, "Vraag om geld");
    Locator asked = asking(one)
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("5 euro 67")));
    assertThat(asked).hasCount(1);
    assertThat(asked).containsText("nog niet betaald");
    asked.click();
    String link = asking(one).locator(".link").textContent();
    one.tolerateRefusals();

    tap(other, "Betaal");
    other.page().getByLabel("Of typ de code").fill(" " + link);
    tap(other, "Ga verder");
    assertThat(payment(other)).hasAttribute("state", "asking");
    tap(other, "Betaal € 5,67");
    assertThat(payment(other)).hasAttribute("state", "paid");
    assertThat(asking(one)).containsText("betaald, en het bewijs klopt");
  }

  @Test
  void ownCodeThatWasEndedIsReplaced() {
    tap(one, "Mijn code");
    Locator screen = one.page().locator("om-code-screen");
    String before = code(screen);
    one.page().evaluate("""
        async (id) => {
          const { client } = document.querySelector('om-wallet-app').member;
          await client.replaceSticker(id);
        }""", before.substring(before.lastIndexOf('/') + 1));
    tap(one, "Terug");
    tap(one, "Mijn code");
    assertNotEquals(before, code(screen));
  }

  @Test
  void whatWasPaidMeanwhileIsNotTakenBack() {
    ask(
        one,
        "6,78",
        "Pizza \uD83D\uDC68\u200D\uD83C\uDF73"); // joined by a character that no text may hold
    String code = code(asking(one));
    one.page().route("**/v1/payment-requests/*", Route::abort); // it does not hear how it stands
    other.page().navigate(code);
    tap(other, "Betaal € 6,78");
    assertThat(payment(other)).hasAttribute("state", "paid");
    one.page().unroute("**/v1/payment-requests/*");
    tap(one, "Trek deze vraag in");
    assertThat(asking(one)).containsText("Dit is al betaald.");
    assertThat(asking(one)).containsText("betaald, en het bewijs klopt");
    one.tolerateRefusals();
  }

  @Test
  void anAmountThatIsNoneAsksForNothing() {
    tap(one, "Vraag om geld");
    for (String typed : List.of("0", "-1", "twaalf", "99999999999999999999")) {
      asking(one).getByLabel("Hoeveel vraag je? (€)").fill(typed);
      tap(one, "Maak de vraag");
      assertThat(asking(one).getByRole(AriaRole.ALERT))
          .hasText(Pattern.compile("Typ een bedrag|Zo veel kan niet"));
    }
    asking(one).getByLabel("Hoeveel vraag je? (€)").fill("100000");
    tap(one, "Maak de vraag");
    assertThat(asking(one).getByRole(AriaRole.ALERT)).hasText("Zo veel kan niet in één keer.");
  }

  @Test
  void ownCodeIsTheSameEachTimeAndPaysItsHolder() {
    tap(one, "Mijn code");
    Locator screen = one.page().locator("om-code-screen");
    String code = code(screen);
    look(one, "wallet-own-code");
    tap(one, "Terug");
    tap(one, "Mijn code");
    assertEquals(code, code(screen));
    one.page().navigate(code);
    assertThat(payment(one)).containsText("Dit is je eigen code.");

    other.page().navigate(code);
    assertThat(payment(other)).hasAttribute("state", "filling");
    payment(other).getByRole(AriaRole.TEXTBOX).fill("1,23");
    tap(other, "Ga verder");
    tap(other, "Betaal € 1,23");
    assertThat(payment(other)).hasAttribute("state", "paid");
    tap(other, "Terug");

    tap(other, "Betaal een buur");
    Locator neighbours = other.page().locator("om-neighbour-screen");
    Locator known = neighbours.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Rekening …")));
    assertThat(known.first()).isVisible();
    look(other, "wallet-neighbour");
    known.first().click();
    assertThat(payment(other)).hasAttribute("state", "filling");
    assertThat(payment(other)).containsText("Iemand buiten de ledenlijst");
    payment(other).getByRole(AriaRole.TEXTBOX).fill("1,24");
    tap(other, "Ga verder");
    tap(other, "Betaal € 1,24");
    assertThat(payment(other)).hasAttribute("state", "paid");
    one.page().navigate(demo.address() + "/wallet");
    assertThat(one.page().locator("main")).containsText("1,24");
  }
}
