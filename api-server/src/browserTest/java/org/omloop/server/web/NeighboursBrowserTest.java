package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
    tap(visitor, "Maak een betaalverzoek");
    assertThat(asking(visitor)).containsText("nog niet betaald");
  }

  /** The rule itself stays as it is: others use this demo too. */
  @Test
  void whereResidentsDoNotPayEachOtherTheScreenSaysSo() {
    one.page().route("**/v1/policies", route -> {
      APIResponse answer = route.fetch();
      route.fulfill(new Route.FulfillOptions()
          .setResponse(answer)
          .setBody(answer
              .text()
              .replace("\"giftsBetweenResidents\":true", "\"giftsBetweenResidents\":false")));
    });
    tap(one, "Betaal een buur");
    Locator screen = one.page().locator("om-neighbour-screen");
    assertThat(screen).containsText("In deze kring betalen bewoners elkaar niet.");
    assertThat(screen).not().containsText("Scan de code van je buur");
    one.look("wallet-no-neighbours");
  }

  @Test
  void whatIsAskedForIsPaidAndProven() {
    ask(one, "0,21", "Taart bij de straat");
    one.look("wallet-ask-code");
    other.page().navigate(demo.address() + one.shownCode());
    assertThat(payment(other)).hasAttribute("state", "asking");
    assertThat(payment(other)).containsText("Iemand buiten de ledenlijst");
    assertThat(payment(other)).containsText("Taart bij de straat");
    assertThat(asking(one)).containsText("iemand kijkt ernaar");
    tap(other, "Betaal € 0,21");
    assertThat(payment(other)).hasAttribute("state", "paid");
    assertThat(payment(other)).containsText("De ander ziet dit bij de eigen betalingen.");
    assertThat(asking(one)).containsText("betaald, en het bewijs klopt");
    tap(one, "Terug");
    one.look("wallet-ask");
    tap(one, "Terug");
    assertThat(one.page().locator("main")).containsText("0,21");
    one.look("wallet-home");
  }

  @Test
  void aRequestIsTakenBackAlsoLater() {
    ask(one, "4,56", "Te veel gevraagd");
    String code = demo.address() + one.shownCode();
    one.page().reload();
    tap(one, "Vraag om geld");
    asking(one)
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("Te veel gevraagd")))
        .click();
    tap(one, "Trek dit verzoek in");
    assertThat(asking(one)).containsText("Ingetrokken. Niemand kan dit nog betalen.");
    assertThat(asking(one)).not().containsText("Te veel gevraagd");
    other.page().navigate(code);
    assertThat(payment(other)).containsText("Deze code is ingetrokken.");
  }

  @Tag("long")
  @Test
  void aRequestWhoseAnswerIsLostIsInTheListAndIsAskedOnce() {
    one.page().route("**/v1/payment-requests", route -> {
      route.fetch(); // it arrived
      route.abort();
    });
    tap(one, "Vraag om geld");
    asking(one).getByLabel("Hoeveel vraag je? (€)").fill("0,67");
    tap(one, "Maak een betaalverzoek");
    assertThat(asking(one)).containsText("wordt verstuurd");
    one.page().reload();
    one.page().unroute("**/v1/payment-requests");
    tap(one, "Vraag om geld");
    Locator asked = asking(one)
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("0 euro 67")));
    assertThat(asked).hasCount(1);
    assertThat(asked).containsText("nog niet betaald");
    asked.click();
    String link = asking(one).locator(".link").textContent();
    one.tolerateRefusals();

    tap(other, "Betaal");
    other.page().getByLabel("Of typ de code").fill(" " + link);
    tap(other, "Ga verder");
    assertThat(payment(other)).hasAttribute("state", "asking");
    tap(other, "Betaal € 0,67");
    assertThat(payment(other)).hasAttribute("state", "paid");
    assertThat(asking(one)).containsText("betaald, en het bewijs klopt");
  }

  @Tag("long")
  @Test
  void ownCodeThatWasEndedIsReplaced() {
    tap(one, "Mijn code");
    String before = demo.address() + one.shownCode();
    one.page().evaluate("""
        async (id) => {
          const { client } = document.querySelector('om-wallet-app').member;
          await client.replaceSticker(id);
        }""", before.substring(before.lastIndexOf('/') + 1));
    tap(one, "Terug");
    tap(one, "Mijn code");
    assertNotEquals(before, demo.address() + one.shownCode());
  }

  @Tag("long")
  @Test
  void whatWasPaidMeanwhileIsNotTakenBack() {
    ask(
        one,
        "0,78",
        "Pizza \uD83D\uDC68\u200D\uD83C\uDF73"); // joined by a character that no text may hold
    String code = demo.address() + one.shownCode();
    one.page().route("**/v1/payment-requests/*", Route::abort); // it does not hear how it stands
    other.page().navigate(code);
    tap(other, "Betaal € 0,78");
    assertThat(payment(other)).hasAttribute("state", "paid");
    one.page().unroute("**/v1/payment-requests/*");
    tap(one, "Trek dit verzoek in");
    assertThat(asking(one)).containsText("Dit is al betaald.");
    assertThat(asking(one)).containsText("betaald, en het bewijs klopt");
    one.tolerateRefusals();
  }

  @Tag("long")
  @Test
  void anAmountThatIsNoneAsksForNothing() {
    tap(one, "Vraag om geld");
    for (String typed : List.of("0", "-1", "twaalf", "99999999999999999999")) {
      asking(one).getByLabel("Hoeveel vraag je? (€)").fill(typed);
      tap(one, "Maak een betaalverzoek");
      assertThat(asking(one).getByRole(AriaRole.ALERT))
          .hasText(Pattern.compile("Typ een bedrag|Zo veel kan niet"));
    }
    asking(one).getByLabel("Hoeveel vraag je? (€)").fill("100000");
    tap(one, "Maak een betaalverzoek");
    assertThat(asking(one).getByRole(AriaRole.ALERT)).hasText("Zo veel kan niet in één keer.");
  }

  @Tag("long")
  @Test
  void aCodeThatIsNoneIsSaidToBeUnknown() {
    for (String path : List.of(
        "/P/AAAAAAAAAA",
        "/B/%3Cscript%3E",
        "/B/%ed%a0%80",
        "/P/%00",
        "/D/x",
        "/1#!!!",
        "/O#x",
        "/B/")) {
      other.page().navigate("about:blank"); // else a fragment alone opens nothing
      other.page().navigate(demo.address() + path);
      assertThat(other.page().locator("main")).containsText("Deze code kennen we niet.");
    }
    tap(other, "Terug");
    assertThat(other.page().locator("om-wallet-home")).isVisible();
    other.tolerateRefusals();
  }

  @Test
  void ownCodeIsTheSameEachTimeAndPaysItsHolder() {
    tap(one, "Mijn code");
    String code = demo.address() + one.shownCode();
    one.look("wallet-own-code");
    tap(one, "Terug");
    tap(one, "Mijn code");
    assertEquals(code, demo.address() + one.shownCode());
    one.page().navigate(code);
    assertThat(payment(one)).containsText("Dit is je eigen code.");

    other.page().navigate(code);
    assertThat(payment(other)).hasAttribute("state", "filling");
    payment(other).getByRole(AriaRole.TEXTBOX).fill("0,23");
    tap(other, "Ga verder");
    tap(other, "Betaal € 0,23");
    assertThat(payment(other)).hasAttribute("state", "paid");
    tap(other, "Terug");

    tap(other, "Betaal een buur");
    Locator neighbours = other.page().locator("om-neighbour-screen");
    Locator known = neighbours.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Rekening …")));
    assertThat(known.first()).isVisible();
    assertThat(neighbours.locator("li").first()).containsText("Rekening …");
    other.look("wallet-neighbour");
    known.first().click();
    assertThat(payment(other)).hasAttribute("state", "filling");
    assertThat(payment(other)).containsText("Iemand buiten de ledenlijst");
    payment(other).getByRole(AriaRole.TEXTBOX).fill("0,24");
    tap(other, "Ga verder");
    tap(other, "Betaal € 0,24");
    assertThat(payment(other)).hasAttribute("state", "paid");
    one.page().navigate(demo.address() + "/wallet");
    assertThat(one.page().locator("main")).containsText("0,24");
  }
}
