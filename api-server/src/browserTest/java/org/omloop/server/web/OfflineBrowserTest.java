package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** Till and wallet without a connection: they open, say what they know and since when, and call nothing paid. */
@ExtendWith({Chromium.class, SharedDemo.class})
class OfflineBrowserTest {
  private static RunningDemo demo;
  private static Browser browser;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  /** Cuts the connection once the browser has kept the app, and opens the page again. */
  private static void reloadWithoutConnection(DemoVisitor visitor) {
    visitor.awaitShell();
    visitor.context().setOffline(true);
    visitor.page().reload();
  }

  @Test
  void theWalletKnowsWhatItHeldAndWhereToPay() {
    DemoVisitor phone = DemoVisitor.becomeOffline("Bewoner", 360, browser, demo.address());
    Locator balance = phone.page().locator(".balance");
    assertThat(balance).containsText(",");
    assertThat(phone.page().locator(".updated")).isVisible();
    String held = seen(phone);
    reloadWithoutConnection(phone);
    assertThat(balance).containsText(",");
    assertThat(phone.page().locator(".updated")).containsText("Bijgewerkt");
    assertEquals(held, seen(phone));
    phone.keepPicture("wallet-offline");
    phone
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Waar kan ik betalen?"))
        .click();
    assertThat(phone.page().locator("om-place-list")).containsText("Bakkerij De Korenaar");
    phone.context().setOffline(false);
    phone.page().reload();
    assertThat(balance).containsText(",");
    phone.tolerateRefusals();
    phone.close();
  }

  /** How many messages are new is the server's to say. */
  private static String seen(DemoVisitor phone) {
    return phone.page().locator("main").ariaSnapshot().replaceAll(" \\(\\d+ nieuw\\)", "");
  }

  @Test
  void theTillOpensAndSaysThatItHasNoConnection() {
    DemoVisitor shop =
        DemoVisitor.becomeOffline("Bakker, mag alles", 1280, browser, demo.address());
    assertThat(shop.page().locator("main")).containsText("verbonden");
    reloadWithoutConnection(shop);
    assertThat(shop.page().locator("main")).containsText("geen verbinding");
    for (String key : List.of("1", "00")) {
      shop.page()
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(key).setExact(true))
          .click();
    }
    Locator stage = shop.page().locator("om-sale-stage");
    assertThat(stage.locator("om-qr-code")).isVisible();
    shop.passTime(15);
    assertThat(stage).hasAttribute("state", "unreachable");
    assertThat(stage).containsText("Geen verbinding. Nog niet betaald.");
    shop.keepPicture("till-offline");
    assertEquals(List.of(), Accessibility.violations(shop.page()));
    shop.context().setOffline(false);
    shop.passTime(5);
    assertThat(stage).hasAttribute("state", "waiting");
    shop.tolerateRefusals();
    shop.close();
  }
}
