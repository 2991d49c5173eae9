package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** Several customers at one till, each with a sale of their own. */
@ExtendWith({Chromium.class, SharedDemo.class})
class OpenSalesBrowserTest {
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

  private Locator stage() {
    return shop.page().locator("om-sale-stage");
  }

  private Locator strip() {
    return shop.page().locator("om-sale-strip");
  }

  private Locator parked(String spoken) {
    return strip()
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(spoken)));
  }

  private Locator next() {
    return parked("^Volgende klant$");
  }

  /** The address of the code for so many cents. */
  private String ask(String cents) {
    shop.page().keyboard().type(cents);
    assertThat(stage()).hasAttribute("state", "waiting");
    return demo.address() + shop.shownCode();
  }

  @Test
  void oneThatIsSetAsideTurnsGreenInTheStrip() {
    assertThat(next()).isDisabled();
    String first = ask("41");
    next().click();
    assertThat(stage()).hasAttribute("state", "empty");
    String second = ask("42");
    phone.pay(first);
    assertThat(parked("0 euro 41")).containsText("betaald");
    assertThat(stage()).hasAttribute("state", "waiting"); // of the second, untouched
    shop.look("till-open-sales");
    phone.pay(second);
    assertThat(stage()).hasAttribute("state", "paid");
    assertThat(stage()).containsText("0,42");
    parked("0 euro 41").click();
    assertThat(stage()).hasAttribute("state", "paid");
    assertThat(stage()).containsText("0,41");
    assertThat(strip().getByRole(AriaRole.BUTTON)).hasCount(1);
  }

  @Tag("long")
  @Test
  void fourAreOpenAtMostAndEachCanComeBack() {
    ask("51");
    next().click();
    ask("52");
    next().click();
    ask("53");
    next().click();
    String last = ask("54");
    assertThat(next()).isDisabled();
    parked("0 euro 52").click();
    assertThat(stage()).hasAttribute("state", "waiting");
    assertThat(shop.page().locator(".sum")).containsText("0,52");
    shop.page().keyboard().press("Escape"); // the customer went away
    assertThat(stage()).hasAttribute("state", "empty");
    phone.pay(last);
    assertThat(parked("0 euro 54")).containsText("betaald");
    assertThat(strip().getByRole(AriaRole.BUTTON)).hasCount(4);
  }

  @Test
  void aReloadGoesOnWithWhatWasOpen() {
    String first = ask("61");
    next().click();
    String second = ask("62");
    shop.page().reload();
    assertThat(stage()).hasAttribute("state", "waiting");
    assertThat(shop.page().locator(".sum")).containsText("0,62");
    assertThat(parked("0 euro 61")).containsText("wacht");
    phone.pay(first);
    assertThat(parked("0 euro 61")).containsText("betaald");
    phone.pay(second);
    assertThat(stage()).hasAttribute("state", "paid");
    assertThat(stage()).containsText("Woord van vandaag");
    shop.page().reload(); // what is paid is in the list, and not green once more
    assertThat(stage()).hasAttribute("state", "empty");
  }

  @Tag("long")
  @Test
  void aDuplicatedTabIsATillOfItsOwn() {
    ask("81");
    Page duplicate = shop.context().newPage();
    duplicate.addInitScript("sessionStorage.setItem('omloop.sales', '"
        + shop.page().evaluate("() => sessionStorage.getItem('omloop.sales')")
        + "')");
    duplicate.navigate(demo.address() + "/till");
    assertThat(duplicate.locator("om-sale-stage")).hasAttribute("state", "empty");
    duplicate.waitForTimeout(1_500); // as long as it waits for the first one to go
    assertThat(duplicate.locator("om-sale-stage")).hasAttribute("state", "empty");
    assertThat(stage()).hasAttribute("state", "waiting");
  }

  @Tag("long")
  @Test
  void aTapOnTheCodeFillsTheScreen() {
    ask("71");
    Locator code = stage()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Code om te betalen"));
    double small = code.boundingBox().width;
    assertEquals(200, small);
    code.click();
    shop.page().waitForFunction("() => document.fullscreenElement !== null");
    shop.keepPicture("till-code-large");
    Locator drawn = stage().locator("om-qr-code");
    assertTrue(drawn.boundingBox().width > 2 * small, drawn.boundingBox().width + " of " + small);
    code.click();
    shop.page().waitForFunction("() => document.fullscreenElement === null");
    assertThat(stage()).hasAttribute("state", "waiting");
  }
}
