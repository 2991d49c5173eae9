package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** What makes a till pleasant to stand at: sounds, fixed prices, large letters. */
@ExtendWith({Chromium.class, SharedDemo.class})
class TillComfortBrowserTest {
  /** Writes down every tone that the page starts, and lets it sound. */
  private static final String LISTEN = """
      window.heard = [];
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (at) {
        window.heard.push(this.frequency.value);
        return start.call(this, at);
      };""";

  private static RunningDemo demo;
  private static Browser browser;

  private DemoVisitor shop;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  @BeforeEach
  void open() {
    shop = DemoVisitor.become("Bakker, mag alles", 1280, browser, demo.address());
    shop.page().addInitScript(LISTEN);
    shop.page().reload();
    assertThat(stage()).hasAttribute("state", "empty");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Locator stage() {
    return shop.page().locator("om-sale-stage");
  }

  private Locator settings() {
    return shop.page().locator("om-comfort-screen");
  }

  private void tap(String button) {
    shop.page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private Locator fixed(String name) {
    return stage()
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)));
  }

  private void add(String text, String price) {
    settings().getByLabel("Wat is het").fill(text);
    settings().getByLabel("Prijs (€)").fill(price);
    tap("Zet erbij");
  }

  /** Pays what the till shows, as a resident. */
  private void pay() {
    assertThat(stage()).hasAttribute("state", "waiting");
    DemoVisitor phone = DemoVisitor.become("Bewoner", 2, 360, browser, demo.address());
    phone.pay(demo.address() + shop.shownCode());
    assertThat(stage()).hasAttribute("state", "paid");
    phone.close();
  }

  private List<Integer> heard() {
    List<?> tones = (List<?>) shop.page().evaluate("() => window.heard");
    return tones.stream().map(tone -> ((Number) tone).intValue()).toList();
  }

  @Tag("long")
  @Test
  void paidRisesAndCanBeSwitchedOff() {
    tap("1");
    pay();
    assertEquals(List.of(1200, 660, 990), heard()); // a tick while confirming, then two rising
    tap("Deze kassa");
    settings().getByLabel("Geluid bij betaald, geweigerd en geen verbinding").uncheck();
    tap("Terug");
    tap("2");
    pay();
    assertEquals(List.of(1200, 660, 990), heard());
  }

  @Tag("long")
  @Test
  void aDeviceWithoutAVoiceSaysSo() {
    tap("Deze kassa");
    assertThat(settings()).not().containsText("stem");
    settings().getByLabel("Zeg het ook").check();
    assertThat(settings()).containsText("Dit toestel heeft zelf geen Nederlandse stem.");
  }

  @Test
  void aFixedPriceIsOneTapAndStays() {
    tap("Deze kassa");
    add("Brood", "geen");
    assertThat(settings().getByRole(AriaRole.ALERT)).hasText("Typ een bedrag, zoals 12,50.");
    add("   ", "1,00");
    assertThat(settings().getByRole(AriaRole.ALERT)).hasText("Typ wat het is, zoals Brood.");
    for (String text : List.of("Brood", "Koffie", "Taart", "Broodje", "Melk", "<b>Jam</b>")) {
      add(text, "1,0" + text.length() % 10);
    }
    assertThat(settings().getByLabel("Wat is het")).hasCount(0); // six is all there is room for
    shop.look("till-comforts");
    tap("Haal Melk weg");
    assertThat(settings().getByLabel("Wat is het")).hasCount(1);
    shop.page().reload();
    assertThat(fixed("Melk")).hasCount(0);
    assertThat(fixed("<b>Jam<")).isVisible();
    shop.look("till-prices");
    fixed("Koffie").click();
    pay();
    assertThat(stage()).containsText("1,06");
  }

  @Test
  void largeLettersStayAndFit() {
    Object before = shop.page().evaluate("() => getComputedStyle(document.body).fontSize");
    tap("Deze kassa");
    settings().getByLabel("Grote letters").check();
    assertThat(shop.page().locator("html")).hasAttribute("data-large", "");
    shop.page().reload();
    tap("5");
    assertThat(stage()).hasAttribute("state", "waiting");
    Object after = shop.page().evaluate("() => getComputedStyle(document.body).fontSize");
    assertTrue(pixels(after) >= 1.5 * pixels(before), before + " became " + after);
    shop.keepPicture("till-large");
    shop.page().setViewportSize(320, 740);
    shop.assertNothingBesideTheScreen();
    shop.keepPicture("till-large-320");
  }

  private static double pixels(Object size) {
    return Double.parseDouble(size.toString().replace("px", ""));
  }
}
