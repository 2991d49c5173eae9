package org.omloop.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
    String code = (String) stage().locator("om-qr-code").evaluate("element => element.code.text");
    return demo.address() + code.substring(code.indexOf("/B/"));
  }

  private void pay(String code) {
    phone.page().navigate(code);
    Locator screen = phone.page().locator("om-payment-screen");
    assertThat(screen).hasAttribute("state", "asking");
    screen.getByRole(AriaRole.BUTTON).first().click();
  }

  @Test
  void oneThatIsSetAsideTurnsGreenInTheStrip() {
    assertThat(next()).isDisabled();
    String first = ask("741");
    next().click();
    assertThat(stage()).hasAttribute("state", "empty");
    String second = ask("742");
    pay(first);
    assertThat(parked("7 euro 41")).containsText("betaald");
    assertThat(stage()).hasAttribute("state", "waiting"); // of the second, untouched
    look();
    pay(second);
    assertThat(stage()).hasAttribute("state", "paid");
    assertThat(stage()).containsText("7,42");
    parked("7 euro 41").click();
    assertThat(stage()).hasAttribute("state", "paid");
    assertThat(stage()).containsText("7,41");
    assertThat(strip().getByRole(AriaRole.BUTTON)).hasCount(1);
  }

  @Test
  void fourAreOpenAtMostAndEachCanComeBack() {
    ask("751");
    next().click();
    ask("752");
    next().click();
    ask("753");
    next().click();
    String last = ask("754");
    assertThat(next()).isDisabled();
    parked("7 euro 52").click();
    assertThat(stage()).hasAttribute("state", "waiting");
    assertThat(shop.page().locator(".sum")).containsText("7,52");
    shop.page().keyboard().press("Escape"); // the customer went away
    assertThat(stage()).hasAttribute("state", "empty");
    pay(last);
    assertThat(parked("7 euro 54")).containsText("betaald");
    assertThat(strip().getByRole(AriaRole.BUTTON)).hasCount(4);
  }

  @Test
  void aReloadGoesOnWithWhatWasOpen() {
    String first = ask("761");
    next().click();
    String second = ask("762");
    shop.page().reload();
    assertThat(stage()).hasAttribute("state", "waiting");
    assertThat(shop.page().locator(".sum")).containsText("7,62");
    assertThat(parked("7 euro 61")).containsText("wacht");
    pay(first);
    assertThat(parked("7 euro 61")).containsText("betaald");
    pay(second);
    assertThat(stage()).hasAttribute("state", "paid");
    assertThat(stage()).containsText("Woord van vandaag");
    shop.page().reload(); // what is paid is in the list, and not green once more
    assertThat(stage()).hasAttribute("state", "empty");
  }

  @Test
  void aDuplicatedTabIsATillOfItsOwn() {
    ask("781");
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

  @Test
  void aTapOnTheCodeFillsTheScreen() {
    ask("771");
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

  private void look() {
    Page page = shop.page();
    for (String language : List.of("en", "nl")) {
      page.evaluate("language => document.querySelector('om-till-app').speak(language)", language);
      assertThat(page.locator("html")).hasAttribute("lang", language);
      for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertEquals(List.of(), Accessibility.violations(page), language + " " + scheme);
        shop.keepPicture(
            "till-open-sales-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT));
      }
    }
    page.setViewportSize(320, 740);
    shop.assertNothingBesideTheScreen();
    shop.keepPicture("till-open-sales-320");
    page.setViewportSize(1280, 900);
  }
}
