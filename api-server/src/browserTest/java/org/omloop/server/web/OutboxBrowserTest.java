package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** Payments whose answer does not come: nothing is lost, nothing is paid twice, nothing is called paid too early. */
@ExtendWith({Chromium.class, SharedDemo.class})
class OutboxBrowserTest {
  private static final String PAYMENTS = "**/v1/payments";

  private static RunningDemo demo;
  private static Browser browser;

  private DemoVisitor shop;
  private DemoVisitor phone;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  @BeforeEach
  void open() {
    shop = DemoVisitor.become("Bakker, mag alles", 1280, browser, demo.address());
    phone = DemoVisitor.become("Bewoner", 2, 360, browser, demo.address());
  }

  @AfterEach
  void close() {
    shop.tolerateRefusals();
    phone.tolerateRefusals();
    shop.close();
    phone.close();
  }

  private static void tap(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  private Locator stage() {
    return stage(shop);
  }

  private static Locator stage(DemoVisitor seller) {
    return seller.page().locator("om-sale-stage");
  }

  private Locator screen() {
    return phone.page().locator("om-payment-screen");
  }

  private Locator home() {
    return phone.page().locator("main");
  }

  private void pay(String cents) {
    pay(cents, shop);
  }

  private void pay(String cents, DemoVisitor seller) {
    for (String key : cents.split("")) {
      tap(seller.page(), key);
    }
    assertThat(stage(seller)).hasAttribute("state", "waiting");
    phone.pay(demo.address() + seller.shownCode());
  }

  /** How many entries of so much the account has. */
  private void assertBooked(int times, String amount) {
    tap(phone.page(), "Alles wat er was");
    Locator history = phone.page().locator("om-history-screen");
    history.getByLabel("Naam of bedrag").fill(amount);
    assertThat(history.getByRole(AriaRole.STATUS).first()).hasText("Gevonden: " + times);
  }

  @Test
  void anAnswerThatIsLostComesAgainAndIsBookedOnce() {
    phone.page().route(PAYMENTS, route -> {
      route.fetch(); // it is booked
      route.abort();
    });
    pay("31");
    assertThat(screen()).hasAttribute("state", "unknown");
    assertThat(screen()).containsText("We weten het nog niet. Betaal niet opnieuw.");
    phone.keepPicture("wallet-unknown");
    assertEquals(List.of(), Accessibility.violations(phone.page()));
    assertThat(stage()).hasAttribute("state", "paid"); // by its own receipt
    phone.page().unroute(PAYMENTS);
    assertThat(screen()).hasAttribute("state", "paid");
    tap(phone.page(), "Terug");
    assertBooked(1, "0,31");
  }

  @Test
  void twoThatWaitOutliveTheirPageAndAreBookedOnceEach() {
    phone.page().route(PAYMENTS, route -> route.abort());
    pay("32");
    assertThat(screen()).hasAttribute("state", "unknown");
    assertThat(stage()).hasAttribute("state", "confirming");
    DemoVisitor cashier = DemoVisitor.become("ontvangt en geeft", 1280, browser, demo.address());
    pay("33", cashier);
    assertThat(screen()).hasAttribute("state", "unknown");
    tap(phone.page(), "Terug");
    assertThat(home()).containsText("In de wacht: € 0,32 aan Bakkerij De Korenaar");
    assertThat(home()).containsText("In de wacht: € 0,33 aan Bakkerij De Korenaar");
    phone.keepPicture("wallet-waiting");
    assertEquals(List.of(), Accessibility.violations(phone.page()));

    phone.page().unroute(PAYMENTS);
    phone.reopen(demo.address() + "/wallet");
    assertThat(home()).not().containsText("In de wacht");
    assertThat(stage()).hasAttribute("state", "paid");
    assertThat(stage(cashier)).hasAttribute("state", "paid");
    assertBooked(1, "0,32");
    phone.page().reload();
    assertBooked(1, "0,33");
    cashier.tolerateRefusals();
    cashier.close();
  }

  @Test
  void whatIsRefusedInTheEndSaysWhy() {
    phone.page().route(PAYMENTS, route -> route.abort());
    pay("90000");
    assertThat(screen()).hasAttribute("state", "unknown");
    phone.page().unroute(PAYMENTS);
    tap(phone.page(), "Terug");
    assertThat(home()).containsText("Niet betaald: € 900,00");
    assertThat(home()).containsText("Je saldo is te laag.");
    assertThat(home()).not().containsText("In de wacht");
  }
}
