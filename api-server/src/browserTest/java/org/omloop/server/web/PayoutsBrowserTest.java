package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.omloop.ledger.signing.Sha256;

/** A baker exchanges; two people of the office pay it out; the baker sees that the bank has paid, and what came back. */
class PayoutsBrowserTest {
  @RegisterExtension
  final Visits visits = Visits.toOwnDemo();

  private static void tap(Locator in, String button) {
    in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
        .first()
        .click();
  }

  private static Locator requests(DemoVisitor operator) {
    return operator.page().locator("om-payout-requests");
  }

  private static Locator batches(DemoVisitor operator) {
    return operator.page().locator("om-payout-batches");
  }

  private static Locator of(Locator list, String amount) {
    return list.locator("li")
        .filter(new Locator.FilterOptions().setHasText(amount))
        .first();
  }

  private Locator redeem(DemoVisitor baker, String amount) {
    baker.page().navigate(visits.address() + "/wallet");
    tap(baker.page().locator("main"), "Inwisselen voor euro’s");
    Locator screen = baker.page().locator("om-redeem-screen");
    screen.getByLabel("Hoeveel? (€)").fill(amount);
    screen.getByLabel("Waarvoor").selectOption("Lonen");
    screen.getByLabel("Je bankrekening (IBAN)").fill("NL91ABNA0417164300");
    screen.getByLabel("Op naam van").fill("Bakkerij Müller & Zn.");
    tap(screen, "Wat kost het?");
    assertThat(screen).containsText("Op zijn vroegst op");
    assertThat(screen).containsText("Kosten van de kring");
    tap(screen, "Wissel € " + amount + " in");
    assertThat(screen).containsText("Aangevraagd");
    return screen;
  }

  private Locator before(DemoVisitor baker) {
    baker.page().navigate(visits.address() + "/wallet");
    tap(baker.page().locator("main"), "Inwisselen voor euro’s");
    return baker.page().locator("om-own-redemptions");
  }

  private Locator drafted(DemoVisitor operator, String amount) {
    visits.enter(operator, "payouts");
    of(requests(operator), amount).getByRole(AriaRole.CHECKBOX).check();
    tap(requests(operator), "Maak een lijst");
    assertThat(requests(operator)).containsText("De lijst is gemaakt.");
    assertThat(batches(operator).locator("li").first()).containsText("Wacht op een tweede");
    return looked(operator);
  }

  private static Locator looked(DemoVisitor who) {
    tap(batches(who).locator("li").first(), "Bekijk");
    return batches(who).locator("li").first();
  }

  private void sign(DemoVisitor second, String title) {
    visits.enter(second, "work");
    Locator waiting = second.page().locator("om-proposal-list");
    tap(of(waiting, title), "Teken mee");
    assertThat(waiting).containsText("Getekend. Het staat in de boeken.");
  }

  /** Pages of one: as with more than two hundred that wait. */
  @Test
  void whoWaitsOnALaterPageIsListedToo() {
    DemoVisitor baker = visits.become("Bakker, mag alles", 360);
    DemoVisitor operator = visits.become("Kantoor, nodigt", 1280);
    redeem(baker, "3,41");
    redeem(baker, "3,43");
    operator
        .page()
        .route(
            address -> address.contains("/v1/payouts?state=requested"),
            route -> route.resume(new Route.ResumeOptions()
                .setUrl(route.request().url().replace("limit=200", "limit=1"))));
    visits.enter(operator, "payouts");
    assertThat(requests(operator)).containsText("3,41");
    assertThat(requests(operator)).containsText("3,43");
  }

  @Test
  void aPayoutGoesToTheBankAndIsSeenToBePaidAndToComeBack() throws IOException {
    DemoVisitor baker = visits.become("Bakker, mag alles", 360);
    DemoVisitor operator = visits.become("Kantoor, nodigt", 1280);
    DemoVisitor second = visits.become("Kantoor, tekent", 390);
    redeem(baker, "3,17");
    visits.enter(operator, "payouts");
    assertThat(of(requests(operator), "3,17"))
        .containsText("In het bestand heet dit: Bakkerij Muller + Zn.");
    operator.look("office-payouts-asked");
    assertEquals(List.of(), Accessibility.violations(operator.page()));

    Locator own = drafted(operator, "3,17");
    assertThat(own).containsText("Jij maakte deze lijst.");
    assertThat(own.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keur dit bestand goed")))
        .hasCount(0);
    operator.look("office-payouts-batch");
    assertEquals(List.of(), Accessibility.violations(operator.page()));

    visits.enter(second, "payouts");
    Locator theirs = looked(second);
    second.look("office-payouts-approve");
    second.page().setViewportSize(320, 740);
    second.assertNothingBesideTheScreen();
    assertEquals(List.of(), Accessibility.violations(second.page()));
    String sha256 = theirs.locator("code").last().innerText();
    tap(theirs, "Keur dit bestand goed");
    assertThat(batches(second)).containsText("Goedgekeurd. Haal nu het bestand op.");

    Download file = operator.page().waitForDownload(() -> tap(own, "Haal het bestand op"));
    try (InputStream bytes = file.createReadStream()) {
      byte[] whole = bytes.readAllBytes();
      assertEquals(sha256, HexFormat.of().formatHex(Sha256.of(whole)), "what was approved");
      assertTrue(
          new String(whole, StandardCharsets.UTF_8).contains("<Nm>Bakkerij Muller + Zn.</Nm>"));
    }
    assertThat(of(before(baker), "3,17")).containsText("Naar de bank");

    tap(own, "Staat op het afschrift");
    own.getByLabel("Kenmerk van de bankregel").fill("bank-line-317");
    tap(own, "Leg klaar");
    assertThat(batches(operator)).containsText("Iemand anders tekent mee bij Vandaag.");
    assertThat(of(before(baker), "3,17")).containsText("Naar de bank");
    sign(second, "bank-line-317");
    assertThat(of(before(baker), "3,17")).containsText("Betaald door de bank");
    baker.look("wallet-redeem-paid");

    tap(own, "Kwam terug van de bank");
    own.getByLabel("Kenmerk van de bankregel").fill("bank-line-318");
    tap(own, "Leg klaar");
    sign(second, "bank-line-318");
    assertThat(of(before(baker), "3,17")).containsText("Teruggekomen, je hebt het terug");
    assertEquals(List.of(), Accessibility.violations(baker.page()));
  }

  @Test
  void whatCannotBePaidIsGivenBackWithAReason() {
    DemoVisitor baker = visits.become("Bakker, mag alles", 360);
    DemoVisitor operator = visits.become("Kantoor, nodigt", 390);
    redeem(baker, "3,29");
    visits.enter(operator, "payouts");
    tap(of(requests(operator), "3,29"), "Geef terug");
    requests(operator).getByLabel("Waarom?").selectOption("De rekening is opgeheven");
    tap(requests(operator), "Ja, geef terug");
    assertThat(requests(operator)).containsText("Teruggegeven.");
    assertThat(of(before(baker), "3,29"))
        .containsText("Niet betaald, je hebt het terug (de rekening is opgeheven)");
  }

  @Test
  void whatIsSentBackWaitsAgain() {
    DemoVisitor baker = visits.become("Bakker, mag alles", 360);
    DemoVisitor operator = visits.become("Kantoor, nodigt", 1280);
    redeem(baker, "3,37");
    Locator own = drafted(operator, "3,37");
    own.getByLabel("Wat klopt er niet?").fill("Eerst bellen");
    tap(own, "Stuur terug");
    assertThat(own).containsText("Eerst bellen");
    assertThat(of(requests(operator), "3,37")).isVisible();
  }
}
