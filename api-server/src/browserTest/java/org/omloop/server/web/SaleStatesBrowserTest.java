package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** A sale in each of its states: seen, heard, by keyboard alone, slowly, and by two at once. */
@ExtendWith({Chromium.class, SharedDemo.class})
class SaleStatesBrowserTest {
  /** A code lives ten minutes: to the till of this clock it has five seconds left when it is made. */
  private static final String LATE_CLOCK =
      "{ const now = Date.now; Date.now = () => now() - 595_000; }";

  /** All text of an element, also what its parts keep in their shadows; without white space. */
  private static final String TEXT_OF = """
      (element) => {
        const text = (node) =>
          node.nodeType === Node.TEXT_NODE
            ? node.data
            : [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]
                .filter((each) => each.nodeName !== 'STYLE')
                .map(text)
                .join('');
        return text(element).replaceAll(/\\s/g, '');
      }""";

  private static RunningDemo demo;
  private static Browser browser;

  private DemoVisitor shop;
  private DemoVisitor phone;
  private Page till;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  @BeforeEach
  void open() {
    shop = DemoVisitor.become("Bakker, mag alles", 1280, browser, demo.address());
    phone = DemoVisitor.become("Bewoner", 360, browser, demo.address());
    till = shop.page();
  }

  @AfterEach
  void close() {
    shop.tolerateRefusals();
    phone.tolerateRefusals();
    shop.close();
    phone.close();
  }

  private Locator stage() {
    return till.locator("om-sale-stage");
  }

  private void press(String... keys) {
    for (String key : keys) {
      till.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(key).setExact(true))
          .click();
    }
  }

  private void awaitSale(String state) {
    assertThat(stage()).hasAttribute("state", state);
  }

  private String code() {
    String text = (String) stage().locator("om-qr-code").evaluate("element => element.code.text");
    return text.substring(text.indexOf("/B/"));
  }

  private Locator screen(DemoVisitor payer) {
    return payer.page().locator("om-payment-screen");
  }

  private void openCode(DemoVisitor payer, String state) {
    payer.page().navigate(demo.address() + code());
    assertThat(screen(payer)).hasAttribute("state", state);
  }

  private void pay(DemoVisitor payer) {
    screen(payer).getByRole(AriaRole.BUTTON).first().click();
  }

  @Test
  void everyStateIsAccessibleAndTheWordsAreSaid() {
    awaitSale("empty");
    check("empty");
    press("1", "2", "5");
    assertThat(polite()).hasText("1 euro 25");
    awaitSale("waiting");
    assertThat(polite()).hasText("Code staat klaar, 1 euro 25");
    check("waiting");
    openCode(phone, "asking");
    awaitSale("confirming");
    assertThat(polite()).hasText("Klant bevestigt");
    check("confirming");
    checkWallet("asking");
    pay(phone);
    awaitSale("paid");
    assertThat(assertive()).hasText("Betaald, 1 euro 25");
    check("paid");
    checkWallet("paid");
    press("9", "00", "00");
    awaitSale("waiting");
    openCode(phone, "asking");
    pay(phone);
    awaitSale("refused");
    assertThat(assertive()).hasText("Niet gelukt");
    check("refused"); // longer than the till waits before it asks again
    awaitSale("refused");
    checkWallet("refused");
  }

  private Locator polite() {
    return till.locator("[aria-live=polite].visually-hidden");
  }

  private Locator assertive() {
    return till.locator("[aria-live=assertive].visually-hidden");
  }

  private void check(String state) {
    checkEverywhere(shop, "till-" + state);
  }

  private void checkWallet(String state) {
    checkEverywhere(phone, "wallet-" + state);
  }

  /** In both languages, by day and by night, on the narrowest phone; and on a desk. */
  private static void checkEverywhere(DemoVisitor visitor, String name) {
    Page page = visitor.page();
    for (String language : List.of("English", "Nederlands")) {
      page.getByText(language, new Page.GetByTextOptions().setExact(true)).click();
      for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        check(visitor, name, language, colours, 320);
      }
    }
    check(visitor, name, "Nederlands", ColorScheme.LIGHT, 1280);
  }

  private static void check(
      DemoVisitor visitor, String name, String language, ColorScheme colours, int width) {
    visitor.page().setViewportSize(width, 800);
    assertEquals(
        List.of(), Accessibility.violations(visitor.page()), name + " " + language + " " + width);
    visitor.assertNothingBesideTheScreen();
    visitor.keepPicture(String.join("-", name, language.substring(0, 2), colours.name(), "" + width)
        .toLowerCase(Locale.ROOT));
  }

  @Test
  void aWholeSaleAndItsRefundNeedNoMouse() {
    for (String key : List.of("1", "2", "+", "3", "Backspace", "4", "Enter")) {
      till.keyboard().press(key);
    }
    awaitSale("waiting");
    assertThat(till.locator(".sum .amount")).containsText("0,16");
    openCode(phone, "asking");
    phone.page().keyboard().press("Tab");
    Locator pay = screen(phone).getByRole(AriaRole.BUTTON).first();
    pay.focus();
    phone.page().keyboard().press("Enter");
    awaitSale("paid");
    till.keyboard().press("Escape");
    awaitSale("empty");
    Locator latest = till.locator("om-latest-sales").getByRole(AriaRole.BUTTON).first();
    assertThat(latest).containsText("0,16"); // the list asks anew only after a sale is paid
    tabTo(latest);
    till.keyboard().press("Enter");
    assertThat(latest).hasAttribute("aria-expanded", "true");
    till.keyboard().press("Tab");
    assertThat(till.locator("om-latest-sales").getByText("Geld terug")).isFocused();
    till.keyboard().press("Enter");
    Locator refund = till.locator("om-refund-screen");
    assertThat(refund.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ja, geef € 0,16 terug")))
        .isFocused();
    till.keyboard().press("Enter");
    assertThat(refund).containsText("Teruggegeven: € 0,16");
  }

  @Tag("long")
  @Test
  void aSaleThatComesMeanwhileLeavesTheFocusOnTheOneBefore() {
    sell("4", "1");
    assertThat(latest("0,41")).isVisible();
    press("4", "2");
    awaitSale("waiting");
    openCode(phone, "asking");
    latest("0,41").focus();
    pay(phone);
    assertThat(latest("0,42")).isVisible();
    assertThat(till.locator("om-latest-sales button:focus")).containsText("0,41");
  }

  /** The sale of so much in the list; the neighbourhood buys there meanwhile. */
  private Locator latest(String amount) {
    return till.locator("om-latest-sales")
        .getByRole(AriaRole.BUTTON)
        .filter(new Locator.FilterOptions().setHasText(amount))
        .first();
  }

  private void sell(String... keys) {
    press(keys);
    awaitSale("waiting");
    openCode(phone, "asking");
    pay(phone);
    awaitSale("paid");
  }

  private void tabTo(Locator wanted) {
    for (int step = 0; step < 60; step++) {
      till.keyboard().press("Tab");
      if ((boolean) wanted.evaluate("element => element.matches(':focus')")) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not get there");
  }

  @Tag("long")
  @Test
  void aSlowTypistMovesNothingAndOnlyTheLastCodeIsPaid() {
    BoundingBox first = keyBox();
    List<String> codes = new ArrayList<>();
    for (String digit : List.of("1", "0", "5")) {
      press(digit);
      awaitSale("waiting");
      codes.add(code());
      BoundingBox now = keyBox();
      assertEquals(first.x + "," + first.y, now.x + "," + now.y, "the keys stay");
    }
    for (String old : codes.subList(0, 2)) {
      phone.page().navigate(demo.address() + old);
      assertThat(screen(phone)).containsText("ingetrokken");
    }
    openCode(phone, "asking");
    assertThat(screen(phone)).containsText("1,05");
  }

  private BoundingBox keyBox() {
    return Objects.requireNonNull(till.locator("om-key-pad")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("5").setExact(true))
        .boundingBox());
  }

  @Test
  void twoWalletsOneCodeOnePayment() {
    press("8", "0");
    awaitSale("waiting");
    DemoVisitor other = DemoVisitor.become("Bewoner", 1, 360, browser, demo.address());
    openCode(phone, "asking");
    String code = pathOfClaimed();
    other.page().navigate(demo.address() + code);
    assertThat(screen(other)).containsText("Iemand anders is dit aan het betalen");
    other.keepPicture("wallet-taken");
    phone
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Terug"))
        .click();
    awaitSale("waiting");
    openCode(other, "asking");
    pay(other);
    awaitSale("paid");
    phone.page().navigate(demo.address() + code);
    assertThat(screen(phone)).containsText("Dit is al betaald");
    phone.keepPicture("wallet-paid-already");
    other.tolerateRefusals();
    other.close();
  }

  /** While a customer confirms, the till hides the code. */
  private String pathOfClaimed() {
    String path = phone.page().url();
    return path.substring(path.indexOf("/B/"));
  }

  @Test
  void anExpiredCodeSaysSoOnBothScreensAndANewOneIsOneTapAway() {
    till.addInitScript(LATE_CLOCK);
    till.reload();
    press("7", "0");
    awaitSale("waiting");
    String old = code();
    awaitSale("expired");
    shop.keepPicture("till-expired");
    assertEquals(List.of(), Accessibility.violations(till));
    phone.page().navigate(demo.address() + old);
    assertThat(screen(phone)).containsText("Deze code is verlopen");
    phone.keepPicture("wallet-expired");
    stage()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Nieuwe code"))
        .click();
    awaitSale("waiting");
    assertNotEquals(old, code());
    assertThat(till.locator(".sum .amount")).containsText("0,70");
  }

  @Test
  void theTillNeverLearnsWhatACustomerHas() {
    Locator holding = phone.page().locator(".balance");
    assertThat(holding).containsText(",");
    List<String> answers = new ArrayList<>();
    Consumer<Response> note = response -> {
      if (response.url().contains("/v1/") && !response.url().endsWith("/events")) {
        answers.add(response.url() + (response.text().contains("balance") ? " has a balance" : ""));
      }
    };
    till.onResponse(note);
    press("9", "00", "00");
    awaitSale("waiting");
    String balance = (String) holding.evaluate(TEXT_OF);
    assertTrue(balance.matches(".*\\d,\\d\\d.*"), balance);
    openCode(phone, "asking");
    pay(phone);
    awaitSale("refused");
    assertThat(stage()).containsText("De klant ziet waarom");
    assertThat(screen(phone)).containsText("Je saldo is te laag");
    till.offResponse(note); // what comes while the page closes has no text
    String shown = (String) till.locator("body").evaluate(TEXT_OF);
    assertTrue(shown.contains("900,00"), shown);
    assertFalse(shown.contains(balance), "the balance is on the till");
    assertEquals(
        List.of(), answers.stream().filter(each -> each.endsWith("balance")).toList());
  }
}
