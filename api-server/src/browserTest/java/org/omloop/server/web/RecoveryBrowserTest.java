package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** Somebody has lost a phone: two operators take a new one on, it waits, and whoever holds the old one can say no. */
@ExtendWith({Chromium.class, SharedDemo.class})
class RecoveryBrowserTest {
  private static RunningDemo demo;
  private static Browser browser;

  private final List<DemoVisitor> visitors = new ArrayList<>();

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  @AfterEach
  void leave() {
    visitors.forEach(DemoVisitor::tolerateRefusals);
    visitors.forEach(DemoVisitor::close);
  }

  private DemoVisitor operator() {
    return come(DemoVisitor.become("Kantoor, nodigt", 1280, browser, demo.address()));
  }

  private DemoVisitor second() {
    return come(DemoVisitor.become("Kantoor, tekent", 1280, browser, demo.address()));
  }

  private DemoVisitor resident() {
    return come(DemoVisitor.become("Bewoner", 2, 360, browser, demo.address()));
  }

  private DemoVisitor come(DemoVisitor visitor) {
    visitors.add(visitor);
    return visitor;
  }

  private static void press(DemoVisitor visitor, String name) {
    press(visitor, name, true);
  }

  private static void press(DemoVisitor visitor, String name, boolean whole) {
    visitor
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(whole))
        .first()
        .click();
  }

  private static void find(DemoVisitor operator, String account) {
    operator.page().getByLabel("Rekening, of de naam van de winkel").fill(account);
    press(operator, "Zoek de rekening");
  }

  private static String account(DemoVisitor wallet) {
    return (String) wallet.page().locator("om-wallet-home").evaluate("home => home.account");
  }

  private static Locator desk(DemoVisitor operator) {
    return operator.page().locator("om-member-desk");
  }

  private static Locator waiting(DemoVisitor operator) {
    return operator.page().locator("om-proposal-list");
  }

  @Test
  void aNewPhoneIsTakenOnByTwoAndWaits() {
    DemoVisitor old = resident();
    DemoVisitor phone = come(DemoVisitor.newcomer("/device", 360, browser, demo.address()));
    DemoVisitor operator = operator();
    DemoVisitor second = second();

    Locator shown = phone.page().locator("om-qr-code");
    assertThat(shown).isVisible();
    String link = (String) shown.evaluate("element => element.code.text");
    String letters = phone.page().locator("om-new-key .letters").innerText();
    assertThat(phone.page().locator("om-new-key .link")).hasText(link);
    phone.look("device-link");
    press(phone, "Kopieer de link");
    assertThat(phone.page().locator("om-new-key"))
        .containsText(Pattern.compile("De link is gekopieerd.|Kopieer de link hierboven zelf."));

    find(operator, account(old));
    assertThat(desk(operator)).containsText("De rekening is open.");
    operator.page().getByLabel("Link van het nieuwe toestel").fill(link);
    press(operator, "Ga verder");
    assertThat(desk(operator).locator(".letters")).hasText(letters);
    operator.look("office-desk");
    press(operator, "Teken, en leg klaar voor de tweede");
    assertThat(desk(operator)).containsText("Een tweede beheerder moet nog tekenen.");
    assertThat(desk(operator).locator("#outcome")).isFocused();
    assertThat(desk(operator).locator("#outcome")).isInViewport();
    assertThat(waiting(operator)).containsText("Iemand anders moet tekenen.");

    Locator line = waiting(second)
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(letters));
    assertThat(line).containsText("Een nieuw toestel");
    line.getByText("Alles wat erbij hoort").click();
    assertThat(line.locator("pre")).containsText("\"type\": \"key-add\"");
    second.look("office-second");
    line.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Teken mee"))
        .click();
    assertThat(waiting(second)).containsText("Getekend. Het staat in de boeken.");

    assertThat(phone.page().locator("om-new-device")).containsText("Het werkt vanaf");
    phone.look("device-waits");
    phone.page().navigate(demo.address() + "/wallet");
    assertThat(phone.page().locator(".waiting")).containsText("Dit toestel werkt vanaf");
    phone.look("wallet-key-waits");

    assertThat(old.page().locator(".coming")).containsText("Er komt een toestel bij: " + letters);
    old.look("wallet-device-coming");
    old.page()
        .locator(".coming")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mijn toestellen"))
        .click();
    Locator coming = old.page()
        .locator("om-device-list")
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(letters));
    assertThat(coming).containsText("Werkt vanaf");
    old.look("wallet-devices-coming");
    coming
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Blokkeer"))
        .click();
    press(old, "Ja, blokkeer het");
    assertThat(old.page().locator("om-device-list")).containsText("Geblokkeerd.");
    press(old, "Terug");
    assertThat(old.page().locator(".coming")).hasCount(0);
    phone.page().reload();
    assertThat(phone.page().locator("om-wallet-home"))
        .containsText("Deze telefoon kan nu niet betalen");
  }

  @Test
  void nobodySignsTwice() {
    DemoVisitor wallet = resident();
    DemoVisitor operator = operator();
    find(operator, account(wallet));
    desk(operator)
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName("Stel voor dit toestel te blokkeren"))
        .first()
        .click();
    assertThat(desk(operator)).containsText("Ligt klaar.");
    Locator line = waiting(operator)
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText("Een toestel blokkeren"));
    assertThat(line).containsText("Iemand anders moet tekenen.");
    assertThat(line.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Teken mee")))
        .hasCount(0);
    line.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Trek in"))
        .click();
    assertThat(line).containsText("Weet je het zeker?");
    operator.look("office-withdraw-sure");
    press(operator, "Nee, laat staan");
    assertThat(line).not().containsText("Weet je het zeker?");
    line.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Trek in"))
        .click();
    press(operator, "Ja, trek in");
    assertThat(waiting(operator)).containsText("Weggehaald.");
    assertThat(line).hasCount(0);
    assertThat(wallet.page().locator(".balance")).containsText(",");
  }

  @Test
  void oneOperatorStopsAnAccountAtOnce() {
    DemoVisitor operator = operator();
    find(operator, "Koffie op de Kade");
    press(operator, "Zet de rekening stil");
    assertThat(desk(operator)).containsText("Weet je het zeker?");
    operator.look("office-desk-sure");
    press(operator, "Ja, zet stil");
    assertThat(desk(operator)).containsText("Niemand kan ermee betalen.");
    operator.look("office-desk-still");
    press(operator, "Laat de rekening weer werken");
    assertThat(desk(operator)).containsText("De rekening is open.");
  }

  @Test
  void whoseAccountStandsStillReadsItAtHomeAndWhenPaying() {
    DemoVisitor wallet = resident();
    DemoVisitor shop = come(DemoVisitor.become("Bakker, mag alles", 1280, browser, demo.address()));
    assertThat(shop.page().locator("main")).containsText("verbonden");
    shop.page().keyboard().type("7");
    assertThat(shop.page().locator("om-sale-stage")).hasAttribute("state", "waiting");
    DemoVisitor operator = operator();
    find(operator, account(wallet));
    press(operator, "Zet de rekening stil");
    press(operator, "Ja, zet stil");
    assertThat(desk(operator)).containsText("De rekening staat nu stil.");
    try {
      assertThat(wallet.page().locator(".waiting")).containsText("Je rekening staat stil.");
      wallet.look("wallet-still");
      wallet.pay(demo.address() + shop.shownCode());
      assertThat(wallet.page().locator("om-payment-screen"))
          .containsText("Een van de rekeningen staat stil. Bel de kring.");
      assertThat(shop.page().locator("om-sale-stage"))
          .containsText("Een van de rekeningen staat stil. Bel de kring.");
    } finally {
      press(operator, "Laat de rekening weer werken");
      assertThat(desk(operator)).containsText("De rekening is open.");
    }
  }

  @Test
  void whatIsNobodysIsToldInWords() {
    DemoVisitor operator = operator();
    find(operator, "nobody-at-all");
    Locator alert = desk(operator).locator("[role=alert]");
    assertThat(alert).containsText("Geen lid gevonden.");
    find(operator, "Geen Rekening!");
    assertThat(alert).containsText("Geen lid gevonden.");
    assertEquals(0, desk(operator).locator("section").count());
    find(operator, "korenaar");
    assertThat(desk(operator).locator("section h3").first()).hasText("Bakkerij De Korenaar");
    find(operator, "de"); // a part of many a name
    assertThat(alert).hasText("Er zijn er meer met deze naam. Kies er een.");
    operator.look("office-desk-choose");
    press(operator, "Koffie op de Kade, ", false);
    assertThat(desk(operator).locator("section h3").first()).hasText("Koffie op de Kade");
    find(operator, "bakkerij de korenaar");
    assertThat(desk(operator)).containsText("Bakkerij De Korenaar");
    operator.page().getByLabel("Link van het nieuwe toestel").fill("https://elsewhere.example/D/x");
    press(operator, "Ga verder");
    assertThat(alert).hasText("Dit is geen code van een nieuw toestel.");
  }
}
