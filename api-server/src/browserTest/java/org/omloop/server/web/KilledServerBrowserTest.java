package org.omloop.server.web;

import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.cli.KillableDemo;

/** A server that is killed between the tap and the green screen: both pages end where the books are. */
@ExtendWith(Chromium.class)
class KilledServerBrowserTest {
  private static final String PAYMENTS = "**/v1/payments";
  private static final String RECEIPTS = "**/v1/entries/*/receipt";

  private static Locator stage(DemoVisitor shop) {
    return shop.page().locator("om-sale-stage");
  }

  private static Locator screen(DemoVisitor phone) {
    return phone.page().locator("om-payment-screen");
  }

  private static void tap(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /** Pays while the route does what it does, which leaves neither page with an answer. */
  private static void payInVain(DemoVisitor shop, DemoVisitor phone, String cents, String address) {
    shop.page().keyboard().type(cents);
    assertThat(stage(shop)).hasAttribute("state", "waiting");
    phone.pay(address + shop.shownCode());
    assertThat(screen(phone)).hasAttribute("state", "unknown");
    assertThat(screen(phone)).containsText("We weten het nog niet. Betaal niet opnieuw.");
    shop.passTime(15);
    assertThat(stage(shop)).hasAttribute("state", "unreachable");
  }

  private static void assertPaid(DemoVisitor shop, DemoVisitor phone) {
    phone.passTime(3);
    assertThat(screen(phone)).hasAttribute("state", "paid");
    shop.passTime(6);
    assertThat(stage(shop)).hasAttribute("state", "paid");
  }

  private static void assertBooked(DemoVisitor phone, String... amounts) {
    tap(phone.page(), "Terug");
    tap(phone.page(), "Alles wat er was");
    Locator history = phone.page().locator("om-history-screen");
    for (String amount : amounts) {
      history.getByLabel("Naam of bedrag").fill(amount);
      assertThat(history.getByRole(AriaRole.STATUS).first()).hasText("Gevonden: 1");
    }
  }

  @Test
  void bothEndWhereTheBooksAre(Browser browser, @TempDir Path data) throws Exception {
    try (KillableDemo demo = KillableDemo.start(data.resolve("demo"));
        DemoVisitor shop =
            DemoVisitor.becomeOffline("Bakker, mag alles", 1280, browser, demo.address());
        DemoVisitor phone = DemoVisitor.becomeOffline("Bewoner", 360, browser, demo.address())) {
      shop.tolerateRefusals();
      phone.tolerateRefusals();
      assertThat(shop.page().locator("main")).containsText("verbonden");
      shop.awaitShell();
      phone.awaitShell();

      phone.page().route(PAYMENTS, route -> {
        demo.kill(); // before the order comes there
        route.abort();
      });
      payInVain(shop, phone, "137", demo.address());
      phone.page().unroute(PAYMENTS);
      demo.serve();
      assertPaid(shop, phone);

      shop.page().route(RECEIPTS, Route::abort); // nor does the till hear before the end
      phone.page().route(PAYMENTS, route -> {
        route.fetch(); // it is booked
        demo.kill();
        route.abort();
      });
      payInVain(shop, phone, "138", demo.address());
      shop.page().unroute(RECEIPTS);
      phone.page().unroute(PAYMENTS);
      demo.serve();
      assertPaid(shop, phone);
      assertBooked(phone, "1,37", "1,38");
    }
  }
}
