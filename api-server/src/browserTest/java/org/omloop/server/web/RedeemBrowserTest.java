package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** What a shop does with what it took: spends it at a supplier, or exchanges it for euros. */
@ExtendWith({Chromium.class, SharedDemo.class})
class RedeemBrowserTest {
  private static RunningDemo demo;
  private static Browser browser;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  private static void tap(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static Locator ask(DemoVisitor visitor, String amount, String purpose, String iban) {
    Locator screen = visitor.page().locator("om-redeem-screen");
    screen.getByLabel("Hoeveel? (€)").fill(amount);
    screen.getByLabel("Waarvoor").selectOption(purpose);
    screen.getByLabel("Je bankrekening (IBAN)").fill(iban);
    screen.getByLabel("Op naam van").fill("A. de Proef");
    tap(visitor.page(), "Wat kost het?");
    return screen;
  }

  @Test
  void aBakerExchangesAndSeesWhatArrives() {
    DemoVisitor baker = DemoVisitor.become("Bakker, mag alles", 360, browser, demo.address());
    baker
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Uitgeven of inwisselen"))
        .click();
    tap(baker.page(), "Inwisselen voor euro’s");
    Locator screen = baker.page().locator("om-redeem-screen");
    assertThat(screen).containsText("vrij");
    ask(baker, "2,50", "Lonen", "NL91 ABNA 0417 1643 01");
    assertThat(screen).containsText("Dit nummer klopt niet");
    baker.keepPicture("wallet-redeem");
    assertEquals(List.of(), Accessibility.violations(baker.page()));
    ask(baker, "2,50", "Lonen", "nl91 abna 0417 1643 00");
    assertThat(screen).containsText("Komt op je bank");
    assertThat(screen).containsText("A. de Proef");
    baker.keepPicture("wallet-redeem-confirm");
    assertEquals(List.of(), Accessibility.violations(baker.page()));
    baker.page().setViewportSize(320, 740);
    baker.assertNothingBesideTheScreen();
    tap(baker.page(), "Wissel € 2,50 in");
    assertThat(screen).containsText("Aangevraagd");
    tap(baker.page(), "Terug");
    assertThat(baker.page().locator("main")).containsText("Ingewisseld");
    baker.close();
  }

  @Test
  void whatIsRefusedSaysWhy() {
    DemoVisitor resident = DemoVisitor.become("Bewoner", 1, 360, browser, demo.address());
    tap(resident.page(), "Inwisselen voor euro’s");
    Locator screen = resident.page().locator("om-redeem-screen");
    assertThat(screen).containsText("Bewoners wisselen alleen in als ze de kring verlaten.");
    assertThat(screen.getByLabel("Waarvoor").locator("option"))
        .hasText(new String[] {"Kies", "Lid verlaat de kring"});
    resident.keepPicture("wallet-redeem-resident");
    ask(resident, "4000", "Lid verlaat de kring", "NL91ABNA0417164300");
    resident
        .page()
        .getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Wissel .* in$")))
        .click();
    assertThat(screen).containsText(Pattern.compile("Je saldo is te laag|limiet van dit toestel"));
    resident.tolerateRefusals();
    resident.close();
  }

  @Tag("long")
  @Test
  void whoMayNotExchangeIsToldBeforehand() {
    DemoVisitor resident = DemoVisitor.become("Bewoner", 1, 360, browser, demo.address());
    resident
        .page()
        .route(
            "**/v1/policies",
            route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("application/json")
                .setBody("{\"treeSize\": 7, \"settings\": {\"redemptionByResidents\": \"off\"}}")));
    tap(resident.page(), "Inwisselen voor euro’s");
    Locator screen = resident.page().locator("om-redeem-screen");
    assertThat(screen).containsText("Bewoners wisselen niet in.");
    assertThat(screen.getByRole(AriaRole.TEXTBOX)).hasCount(0);
    resident.close();
  }

  @Tag("long")
  @Test
  void anExchangeWhoseAnswerIsLostIsAskedForOnce() {
    DemoVisitor baker = DemoVisitor.become("Bakker, mag alles", 360, browser, demo.address());
    baker.page().navigate(demo.address() + "/wallet");
    baker.page().route("**/v1/redemptions", route -> {
      route.fetch(); // it is booked
      route.abort();
    });
    tap(baker.page(), "Inwisselen voor euro’s");
    ask(baker, "2,61", "Lonen", "NL91ABNA0417164300");
    tap(baker.page(), "Wissel € 2,61 in");
    assertThat(baker.page().locator("om-redeem-screen"))
        .containsText("We weten nog niet of het gelukt is");
    baker.page().reload();
    Locator home = baker.page().locator("main");
    assertThat(home).containsText("In de wacht: € 2,61 inwisselen.");
    baker.keepPicture("wallet-redeem-waiting");
    baker.page().unroute("**/v1/redemptions");
    assertThat(home).containsText("Aangevraagd: € 2,61 inwisselen.");
    assertThat(home).not().containsText("In de wacht");
    tap(baker.page(), "Alles wat er was");
    Locator history = baker.page().locator("om-history-screen");
    history.getByLabel("Naam of bedrag").fill("2,61");
    assertThat(history.getByRole(AriaRole.STATUS).first()).hasText("Gevonden: 1");
    baker.tolerateRefusals();
    baker.close();
  }

  /** Nothing is signed that nobody could pay out; a second try is the same wish. */
  @Tag("long")
  @Test
  void whereTheOfficeCannotBeToldNothingIsSigned() {
    DemoVisitor baker = DemoVisitor.become("Bakker, mag alles", 360, browser, demo.address());
    baker.page().navigate(demo.address() + "/wallet");
    baker.page().route("**/bank-accounts", Route::abort);
    baker.page().route("**/v1/redemptions", route -> {
      throw new AssertionError("an order was sent");
    });
    tap(baker.page(), "Inwisselen voor euro’s");
    Locator screen = ask(baker, "2,72", "Lonen", "NL91ABNA0417164300");
    tap(baker.page(), "Wissel € 2,72 in");
    assertThat(screen).containsText("Er is niets ingewisseld");
    baker.page().unroute("**/bank-accounts");
    baker.page().unroute("**/v1/redemptions");
    tap(baker.page(), "Probeer het opnieuw");
    assertThat(screen).containsText("Aangevraagd");
    baker.tolerateRefusals();
    baker.close();
  }

  /** What is missing is told to the circuit; and who is not missing is paid at no cost. */
  @Test
  void aSupplierIsPaidWithTheTakings() {
    DemoVisitor baker = DemoVisitor.become("Bakker, mag alles", 390, browser, demo.address());
    baker.page().navigate(demo.address() + "/wallet");
    tap(baker.page(), "Inwisselen voor euro’s");
    Locator screen = baker.page().locator("om-redeem-screen");
    screen.getByLabel("Waarvoor").selectOption("Leverancier buiten de kring");
    screen.getByLabel("Wat voor leverancier?").selectOption("Afval en hergebruik");
    assertThat(screen.locator("om-rather-here")).hasText("");
    ask(baker, "2,50", "Leverancier buiten de kring", "NL91ABNA0417164300");
    assertThat(screen).containsText("Afval en hergebruik");
    tap(baker.page(), "Verander");
    screen.getByLabel("Wat voor leverancier?").selectOption("Groothandel");
    assertThat(screen).containsText("Dit kun je ook hier uitgeven.");
    baker.look("wallet-redeem-rather");
    screen
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("groothandel De Kruik")))
        .click();
    assertThat(baker.page().locator("om-payment-screen")).hasAttribute("state", "filling");
    tap(baker.page(), "Terug");
    tap(baker.page(), "Inwisselen voor euro’s");
    tap(baker.page(), "Liever hier uitgeven: waar kan dat?");
    assertThat(baker.page().locator("om-supplier-list")).containsText("Waar kan ik dit uitgeven?");
    baker.close();
  }
}
