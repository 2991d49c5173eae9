package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;
import static org.omloop.server.web.Visits.button;
import static org.omloop.server.web.Visits.press;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole circle by two people who know nothing but what their screens say: a shop is admitted, euros come in by the
 * bank's statement, units are issued by two, some are exchanged and paid out by two, and the reserve closes to the cent.
 */
class TwoOperatorsBrowserTest {
  private static final String SHOP = "Boekhandel De Kikker";
  private static final String AMOUNT = "3,10";

  @RegisterExtension
  final Visits visits = Visits.toOwnDemo();

  @TempDir
  Path files;

  @Test
  void theWholeCircle() {
    DemoVisitor shop = applied();
    DemoVisitor one = visits.become("Kantoor, nodigt", 1280);
    DemoVisitor two = visits.become("Kantoor, tekent", 1280);
    admit(one, shop);

    bring(one, paidIn(shop, "612,50"));
    signed(one, two);
    shop.page().navigate(visits.address() + "/wallet");
    assertThat(shop.page().locator(".balance")).containsText("612,50");

    DemoVisitor baker = visits.become("Bakker, mag alles", 360);
    exchange(baker);
    bring(one, paidOut(shop, file(one, two)));
    booked(one);
    exchanging(baker);
    assertThat(line(baker.page().locator("om-own-redemptions"), AMOUNT))
        .containsText("Betaald door de bank");
    closed(two);
  }

  private DemoVisitor applied() {
    DemoVisitor shop = visits.newcomer("/", 360);
    follow(shop, "Meld een winkel of bewoner aan");
    shop.page().getByText("Een winkel of organisatie").click();
    shop.page().getByLabel("Naam op de deur").fill(SHOP);
    shop.page().getByLabel("Naam in het handelsregister").fill("De Kikker B.V.");
    shop.page().getByLabel("KVK-nummer").fill("55667788");
    shop.page().getByLabel("Straat en nummer").fill("Tuinpad 9");
    shop.page().getByLabel("E-mailadres").fill("kikker@mail.example");
    shop.page().getByLabel("Wat doe je?").selectOption("SBI2008:47");
    press(shop.page().locator("om-apply-form"), "Verstuur");
    assertThat(shop.page().locator("om-apply-form")).containsText("Gelukt");
    return shop;
  }

  private void admit(DemoVisitor one, DemoVisitor shop) {
    one.look("office-today");
    one.poseForDocuments("office-today");
    follow(one, "Aanmeldingen: 1");
    Locator list = one.page().locator("om-application-list");
    press(line(list, SHOP), "Laat toe");
    assertThat(list).containsText("Toegelaten.");
    shop.page().navigate(visits.address() + one.shownCode());
    assertThat(shop.page().getByLabel("Je naam"))
        .hasValue(SHOP); // from the members' list, a moment later
    press(shop.page().locator("main"), "Doe mee");
    assertThat(shop.page().locator("main")).containsText("Gelukt. Je doet mee.");
  }

  /** The shop reads where to pay, pays at the bank, and the bank states it. */
  private Path paidIn(DemoVisitor shop, String amount) {
    shop.page().navigate(visits.address() + "/wallet");
    press(shop.page().locator("om-wallet-home"), "Geld opladen");
    String reference = shop.page().locator("om-top-up-screen .fours").nth(2).innerText();
    Locator bank = bank(shop);
    bank.getByLabel("Kenmerk").fill(reference);
    bank.getByLabel("Bedrag").fill("veel");
    bank.getByLabel("Naam van wie betaalt").fill("De Kikker B.V.");
    press(bank, "Betaal");
    assertThat(bank).containsText("Vul een bedrag in, zoals 150,00.");
    bank.getByLabel("Bedrag").fill(amount);
    press(bank, "Betaal");
    assertThat(bank).containsText("Betaald. Het staat op het volgende afschrift.");
    return statement(shop, bank);
  }

  private Locator bank(DemoVisitor shop) {
    shop.page().navigate(visits.address() + "/");
    Locator bank = shop.page().locator("om-demo-bank");
    bank.getByText("De bank van de demo").click();
    return bank;
  }

  private Path statement(DemoVisitor shop, Locator bank) {
    press(bank, "Maak een afschrift van nu");
    assertThat(bank).containsText("Het afschrift is klaar.");
    Locator latest = bank.getByRole(AriaRole.LINK).first();
    return saved(shop.page().waitForDownload(latest::click));
  }

  private Path saved(Download download) {
    Path file = files.resolve(download.suggestedFilename());
    download.saveAs(file);
    return file;
  }

  private void bring(DemoVisitor one, Path statement) {
    follow(one, "Bank");
    Locator brought = one.page().locator("om-bank-import");
    brought.getByLabel("Kies een of meer bestanden").setInputFiles(statement);
    assertThat(brought).containsText("Gelukt. Afschriften: 1.");
  }

  /** Above what one may sign for: one lays it ready, the other sees what the bank says of it. */
  private void signed(DemoVisitor one, DemoVisitor two) {
    Locator ready = line(one.page().locator("om-bank-desk section[aria-labelledby=ready]"), SHOP);
    assertThat(ready).containsText("612,50");
    press(ready, "Teken");
    assertThat(ready).containsText("Wacht op de tweede handtekening");
    follow(one, "Vandaag");
    assertThat(line(one.page().locator("om-proposal-list"), SHOP))
        .containsText("Iemand anders moet tekenen.");

    follow(two, "Vandaag");
    Locator asked = line(two.page().locator("om-proposal-list"), SHOP);
    assertThat(asked).containsText("612,50");
    assertThat(asked).containsText("Van De Kikker B.V.");
    two.look("office-issue-second");
    press(asked, "Teken mee");
    assertThat(two.page().locator("om-proposal-list"))
        .containsText("Getekend. Het staat in de boeken.");
  }

  /** Somebody else than who paid in: the audit has its doubts of money that goes from bank to bank. */
  private void exchange(DemoVisitor baker) {
    exchanging(baker);
    Locator screen = baker.page().locator("om-redeem-screen");
    screen.getByLabel("Hoeveel? (€)").fill(AMOUNT);
    screen.getByLabel("Waarvoor").selectOption("Lonen");
    screen.getByLabel("Je bankrekening (IBAN)").fill("NL91ABNA0417164300");
    screen.getByLabel("Op naam van").fill("Korenaar Brood B.V.");
    press(screen, "Wat kost het?");
    press(screen, "Wissel € " + AMOUNT + " in");
    assertThat(screen).containsText("Aangevraagd");
  }

  private void exchanging(DemoVisitor baker) {
    baker.page().navigate(visits.address() + "/wallet");
    press(baker.page().locator("main"), "Inwisselen voor euro’s");
  }

  /** One makes the batch, the other approves it, and one takes its file to the bank. */
  private Path file(DemoVisitor one, DemoVisitor two) {
    follow(one, "Vandaag");
    one.page()
        .locator("om-to-do-list")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Gevraagde uitbetalingen"))
        .click();
    Locator asked = one.page().locator("om-payout-requests");
    line(asked, AMOUNT).getByRole(AriaRole.CHECKBOX).check();
    press(asked, "Maak een lijst");
    assertThat(asked).containsText("De lijst is gemaakt.");

    follow(two, "Vandaag");
    follow(two, "Lijsten voor de bank om na te kijken: 1");
    Locator theirs = two.page().locator("om-payout-batches li").first();
    press(theirs, "Bekijk");
    assertThat(theirs).containsText("Korenaar Brood B.V.");
    two.look("office-payouts-second");
    two.poseForDocuments("office-payouts");
    press(theirs, "Keur dit bestand goed");
    assertThat(two.page().locator("om-payout-batches")).containsText("Goedgekeurd.");

    Locator own = one.page().locator("om-payout-batches li").first();
    assertThat(own).containsText("Goedgekeurd");
    press(own, "Bekijk");
    return saved(one.page().waitForDownload(() -> press(own, "Haal het bestand op")));
  }

  private Path paidOut(DemoVisitor shop, Path file) {
    Locator bank = bank(shop);
    Locator choice = bank.getByLabel("Kies het bestand");
    choice.setInputFiles(file);
    assertThat(bank).containsText("De bank betaalt. Betalingen: 1.");
    choice.setInputFiles(file);
    assertThat(bank).containsText("De bank heeft dit al eens betaald.");
    shop.assertNothingBesideTheScreen();
    assertEquals(List.of(), Accessibility.violations(shop.page()));
    shop.keepPicture("start-bank");
    return statement(shop, bank);
  }

  private static void booked(DemoVisitor one) {
    follow(one, "Uitbetalen");
    Locator batch = one.page().locator("om-payout-batches li").first();
    press(batch, "Bekijk");
    assertThat(batch).containsText("Afschrift:");
    press(batch, "Boek als betaald");
    assertThat(one.page().locator("om-payout-batches")).containsText("Geboekt.");
    assertThat(button(batch, "Boek als betaald")).hasCount(0);
  }

  private static void closed(DemoVisitor two) {
    follow(two, "Boeken");
    Locator reserve = two.page().locator("om-reserve-table");
    assertThat(reserve.getByRole(AriaRole.STATUS)).hasText("");
    assertThat(reserve).not().containsText(":V-"); // no line of ours without an entry
    assertThat(reserve).containsText("De reserve sluit op de cent.");
    assertThat(two.page().locator("om-audit-checks"))
        .containsText(Pattern.compile("Alle \\d+ controles zijn in orde"));
    two.poseForDocuments("office-reserve");
  }

  private static Locator line(Locator list, String text) {
    return list.locator("li")
        .filter(new Locator.FilterOptions().setHasText(text))
        .first();
  }

  private static void follow(DemoVisitor visitor, String link) {
    visitor
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
  }
}
