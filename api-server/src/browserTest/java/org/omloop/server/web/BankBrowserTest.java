package org.omloop.server.web;

import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.omloop.server.bank.CamtText;

/** Euros come in: a member reads where to pay, the office brings the bank's file, signs, and the wallet has it. */
class BankBrowserTest {
  private static final Pattern LAST_CLOSING = Pattern.compile("≠ (\\d+\\.\\d\\d)");

  @RegisterExtension
  final Visits visits = Visits.toOwnDemo();

  private static void press(Locator within, String name) {
    within
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
        .first()
        .click();
  }

  private static void bring(DemoVisitor office, CamtText text) {
    bring(office, "dag.xml", text.bytes());
  }

  private static void bring(DemoVisitor office, String name, byte[] bytes) {
    office
        .page()
        .locator("om-bank-import input[type=file]")
        .setInputFiles(new FilePayload(name, "application/xml", bytes));
  }

  private static Locator check(DemoVisitor office, String name) {
    return office
        .page()
        .locator("om-bank-import tbody tr")
        .filter(new Locator.FilterOptions().setHasText(name));
  }

  @Test
  void moneyGoesFromTheBanksFileIntoAWallet() {
    DemoVisitor wallet = visits.become("Bewoner", 2, 360);
    press(wallet.page().locator("om-wallet-home"), "Geld opladen");
    Locator screen = wallet.page().locator("om-top-up-screen");
    assertThat(screen).containsText("NL02 ABNA 0123 4567 89");
    String reference = screen.locator(".fours").nth(2).innerText();
    assertThat(screen.locator("om-qr-code svg")).isVisible();
    screen
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Kopieer"))
        .last()
        .click();
    wallet.look("wallet-top-up");
    press(screen, "Terug");
    String account =
        (String) wallet.page().locator("om-wallet-home").evaluate("home => home.account");

    DemoVisitor office = visits.become("Kantoor, nodigt", 0, 1280);
    office
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bank").setExact(true))
        .click();
    Locator desk = office.page().locator("om-bank-desk");
    bring(office, "stuk.xml", "<Document".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(check(office, "I2")).containsText("Het bestand is stuk of niet compleet.");

    String today = LocalDate.now(ZoneId.of("Europe/Amsterdam")).toString();
    bring(office, new CamtText("08", "B-0", 0, 123_456_789).on(today));
    assertThat(check(office, "I7")).containsText("Het begint niet waar het vorige ophield.");
    Matcher closing = LAST_CLOSING.matcher(check(office, "I7").innerText());
    Assertions.assertTrue(closing.find(), "no closing balance named");
    CamtText text = new CamtText(
            "08", "B-1", 0, new BigDecimal(closing.group(1)).movePointRight(2).longValueExact())
        .on(today)
        .credit(137, "b-1", reference.toLowerCase(java.util.Locale.ROOT) + " opladen")
        .credit(251, "b-2", "voor mijn buurvrouw")
        .credit(777, "b-3", "verkeerd overgemaakt")
        .debit(777, "b-4", "TERUG");
    bring(office, text);
    assertThat(desk.locator("om-bank-import")).containsText("Nieuwe regels: 4.");
    Locator line = desk.locator("section[aria-labelledby=ready] li")
        .filter(new Locator.FilterOptions().setHasText(account));
    assertThat(line).containsText("F. de Vries");
    assertThat(desk.locator("section[aria-labelledby=work]"))
        .containsText("Er staat geen kenmerk bij.");
    office.look("office-bank");
    press(line, "Teken");
    assertThat(desk.locator("#outcome")
            .filter(new Locator.FilterOptions().setHasText("Bijgeschreven: 1.")))
        .hasCount(1);
    assertThat(line).hasCount(0);

    Locator work = desk.locator("section[aria-labelledby=work] li")
        .filter(new Locator.FilterOptions().setHasText("voor mijn buurvrouw"));
    work.getByLabel("Rekening van het lid").fill("buurvrouw");
    work.getByLabel("Waarom?").first().fill("gevraagd aan de balie");
    press(work, "Leg klaar voor een tweede");
    assertThat(desk.locator("#outcome").first()).containsText("Er is geen rekening buurvrouw.");
    work.getByLabel("Rekening van het lid").fill(account);
    work.getByLabel("Waarom?").first().fill("gevraagd aan de balie");
    press(work, "Leg klaar voor een tweede");
    assertThat(work).containsText("Wacht op de tweede handtekening.");

    Locator stray = desk.locator("section[aria-labelledby=work] li")
        .filter(new Locator.FilterOptions().setHasText("verkeerd overgemaakt"));
    Locator settling = stray.locator("om-bank-settling");
    assertThat(settling.locator("option").first()).containsText("Ging terug");
    settling.getByLabel("Waarom?").fill("verkeerde rekening");
    press(settling, "Leg klaar voor een tweede");
    assertThat(stray).containsText("Wacht op de tweede persoon, onderaan deze pagina.");

    DemoVisitor second = visits.become("Kantoor, tekent", 0, 1280);
    Locator proposal = second
        .page()
        .locator("om-proposal-list li")
        .filter(new Locator.FilterOptions().setHasText("Geld bijschrijven"))
        .first();
    assertThat(proposal).containsText(account);
    press(proposal, "Teken mee");
    assertThat(second.page().locator("om-proposal-list")).containsText("Getekend.");
    assertThat(work).hasCount(0);

    second
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bank").setExact(true))
        .click();
    Locator agreed = second.page().locator("om-bank-decision-list");
    assertThat(agreed).containsText("verkeerde rekening");
    second.look("office-bank-decision");
    press(agreed, "Stem in");
    assertThat(agreed).containsText("Ingestemd. De regels zijn afgedaan.");
    assertThat(stray).hasCount(0);

    assertThat(wallet
            .page()
            .locator("om-wallet-home section li")
            .filter(new Locator.FilterOptions().setHasText("1,37")))
        .hasCount(1);
    assertThat(wallet
            .page()
            .locator("om-wallet-home section li")
            .filter(new Locator.FilterOptions().setHasText("2,51")))
        .hasCount(1);
  }
}
