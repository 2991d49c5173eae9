package org.omloop.server.web;

import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** A webshop's customer finds the way back once it is paid, and not before. */
@ExtendWith({Chromium.class, SharedDemo.class})
class WayBackBrowserTest {
  /** Has this shop's requests name a page, as those of a webshop do; they are signed with the shop's own key. */
  private static final String NAME_A_PAGE = """
      (returnTo) => {
        const { client } = document.querySelector('om-till-app').member;
        const create = client.createRequest;
        client.createRequest = (ask) => create.call(client, { ...ask, returnTo });
      }""";

  @Test
  void thePaidScreenLeadsBackToTheShop(Browser browser, RunningDemo demo) {
    DemoVisitor shop = DemoVisitor.become("Bakker, mag alles", 1280, browser, demo.address());
    DemoVisitor phone = DemoVisitor.become("Bewoner", 360, browser, demo.address());
    Page till = shop.page();
    till.evaluate(NAME_A_PAGE, "https://shop.example/thanks?order=7");
    till.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("7").setExact(true))
        .click();
    Locator stage = till.locator("om-sale-stage");
    assertThat(stage).hasAttribute("state", "waiting");
    String code = (String) stage.locator("om-qr-code").evaluate("element => element.code.text");

    phone.page().navigate(demo.address() + code.substring(code.indexOf("/B/")));
    Locator screen = phone.page().locator("om-payment-screen");
    assertThat(screen).hasAttribute("state", "asking");
    assertThat(screen.getByRole(AriaRole.LINK)).hasCount(0);
    screen.getByRole(AriaRole.BUTTON).first().click();
    assertThat(screen).hasAttribute("state", "paid");
    Locator back = screen.getByRole(AriaRole.LINK);
    assertThat(back).hasText("Terug naar shop.example");
    assertThat(back).hasAttribute("href", "https://shop.example/thanks?order=7");
    assertThat(back).hasAttribute("rel", "noreferrer");
    phone.keepPicture("wallet-way-back");
    shop.close();
    phone.close();
  }

  /** Whatever a server lets through. */
  @Tag("long")
  @Test
  void aPageThatIsNoneDoesNotHideThatItIsPaid(Browser browser, RunningDemo demo) {
    DemoVisitor shop = DemoVisitor.become("Bakker, mag alles", 1280, browser, demo.address());
    DemoVisitor phone = DemoVisitor.become("Bewoner", 360, browser, demo.address());
    Page till = shop.page();
    till.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("7").setExact(true))
        .click();
    assertThat(till.locator("om-sale-stage")).hasAttribute("state", "waiting");
    phone.page().navigate(demo.address() + shop.shownCode());
    Locator screen = phone.page().locator("om-payment-screen");
    assertThat(screen).hasAttribute("state", "asking");
    screen.evaluate(
        "screen => { screen.payment.request.returnTo = 'https://shop.example:99999/'; }");
    screen.getByRole(AriaRole.BUTTON).first().click();
    assertThat(screen).hasAttribute("state", "paid");
    assertThat(screen).containsText("Betaald");
    assertThat(screen.getByRole(AriaRole.LINK)).hasCount(0);
    shop.close();
    phone.close();
  }
}
