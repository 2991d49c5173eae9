package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** Several people at one till, each with a key of their own that the journal tells apart. */
@ExtendWith({Chromium.class, SharedDemo.class})
class CashiersBrowserTest {
  private static final long SIX_MINUTES = 6 * 60_000;
  private static final String REFUNDS = "**/v1/refunds";

  /** The id of a person's key, as this device keeps it; empty if it does not. */
  private static final String KEY_OF = """
      async (name) => {
        const kit = document.querySelector('script[type=module]').src.replace(/till\\/.*/, 'kit/');
        const { DeviceStore } = await import(`${kit}device-store.js`);
        const people = await new DeviceStore('staff').all();
        return people.find((each) => each.name === name)?.key ?? '';
      }""";

  /** What the ledger says of the latest sale or refund of an amount: whose key. */
  private static final String BY = """
      async ([kind, amount]) => {
        const kit = document.querySelector('script[type=module]').src.replace(/till\\/.*/, 'kit/');
        const { openEnrolment } = await import(`${kit}enrolments.js`);
        const { client } = await openEnrolment('till', () => 'nl');
        const { entries } = await client.entries(30);
        const isIt = ({ order, decision }) => order.type === kind && order.amount === amount && decision === 'posted';
        const found = entries.filter(isIt);
        if (kind === 'refund') {
          return found.map(({ signers }) => signers.join());
        }
        const now = Date.now();
        const { sales } = await client.sales(new Date(now - 3_600_000), new Date(now + 3_600_000));
        return found.map(({ index }) => sales.find((sale) => sale.index === index).cashier?.key);
      }""";

  private static final String IS_REVOKED = """
      async (id) => {
        const kit = document.querySelector('script[type=module]').src.replace(/till\\/.*/, 'kit/');
        const { openEnrolment } = await import(`${kit}enrolments.js`);
        const { client } = await openEnrolment('till', () => 'nl');
        return (await client.keys()).keys.find(({ key }) => key === id).revoked;
      }""";

  /** As the owner does on their phone. */
  private static final String BLOCK = """
      async (key) => {
        const kit = document.querySelector('script[type=module]').src.replace(/till\\/.*/, 'kit/');
        const { openEnrolment } = await import(`${kit}enrolments.js`);
        const { keyRevokeOrder } = await import(`${kit}orders.js`);
        const { client } = await openEnrolment('till', () => 'nl');
        const order = keyRevokeOrder(client.origin, { account: client.account, key });
        await client.sendKeyOrder(await client.signOrder(order));
      }""";

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
    shop = DemoVisitor.become("Bakker, mag alles", 360, browser, demo.address());
    phone = DemoVisitor.become("Bewoner", 360, browser, demo.address());
  }

  @AfterEach
  void close() {
    shop.tolerateRefusals();
    phone.tolerateRefusals();
    shop.close();
    phone.close();
  }

  private Locator button(String pattern) {
    return shop.page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(pattern)));
  }

  private Locator heading(String text) {
    return shop.page()
        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  private Locator stage() {
    return shop.page().locator("om-sale-stage");
  }

  private void openStaff() {
    button("wissel van medewerker$|^Medewerkers$").click();
    assertThat(heading("Medewerkers")).isFocused();
  }

  private void fill(String label, String text) {
    shop.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
  }

  private void fillPin(String digits) {
    fill("Pincode, 4 tot 6 cijfers", digits);
    fill("Pincode nog een keer", digits);
  }

  /** The manager gives themselves a name and a PIN. */
  private void becomeManager() {
    openStaff();
    button("^Mijn pincode$").click();
    fill("Naam", "Bram");
    fillPin("4711");
    button("^Bewaar$").click();
    assertThat(shop.page().locator("om-staff-screen")).containsText("Je pincode is bewaard.");
  }

  private void add(String name, String pin, String limit) {
    button("^Zet iemand erbij$").click();
    fill("Naam", name);
    if (limit.isEmpty()) {
      shop.page().getByLabel("Mag ook geld teruggeven").uncheck();
    } else {
      fill("Hoogstens per keer (€)", limit);
    }
    fillPin(pin);
    button("^Zet erbij$").click();
    assertThat(shop.page().getByText(name + " staat erbij.")).isVisible();
  }

  private void pick(String name) {
    button("^" + name + "\\b").first().click();
    assertThat(heading("Pincode van " + name)).isFocused();
  }

  /** On the keys of the screen. */
  private void enter(String pin) {
    for (String digit : pin.split("")) {
      button("^" + digit + "$").click();
    }
    button("^OK$").click();
  }

  private void changeTo(String name, String pin) {
    openStaff();
    pick(name);
    enter(pin);
    assertThat(button("^" + name + ", wissel van medewerker$")).isVisible();
  }

  private void sell(String cents) {
    assertThat(stage()).isVisible();
    shop.page().keyboard().type(cents);
    assertThat(stage()).hasAttribute("state", "waiting");
    phone.pay(demo.address() + shop.shownCode());
    assertThat(stage()).hasAttribute("state", "paid");
  }

  private String keyOf(String name) {
    return (String) shop.page().evaluate(KEY_OF, name);
  }

  private void assertBy(String name, String kind, int amount) {
    assertEquals(
        List.of(keyOf(name)), shop.page().evaluate(BY, List.of(kind, amount)), kind + amount);
  }

  @Test
  void aColleagueSellsWithAKeyOfTheirOwn() {
    openStaff();
    shop.look("staff-alone");
    button("^Mijn pincode$").click();
    assertThat(heading("Mijn pincode")).isFocused();
    fill("Naam", "Bram");
    fill("Pincode, 4 tot 6 cijfers", "4711");
    fill("Pincode nog een keer", "4712");
    button("^Bewaar$").click();
    assertThat(shop.page().getByRole(AriaRole.ALERT).first())
        .hasText("De pincodes zijn niet gelijk.");
    shop.look("staff-own");
    fill("Pincode nog een keer", "4711");
    button("^Bewaar$").click();
    assertThat(heading("Medewerkers")).isFocused();
    button("^Zet iemand erbij$").click();
    assertThat(heading("Zet iemand erbij")).isFocused();
    shop.look("staff-add");
    button("^Terug$").click();
    add("Noor", "123456", "2,50");
    assertThat(button("^Noor\\b").first())
        .containsText("ontvangen, teruggeven tot € 2,50 per keer, eigen dienst zien");
    shop.look("staff-list");
    pick("Noor");
    shop.look("staff-pin");
    enter("123456");
    assertThat(button("^Noor, wissel van medewerker$")).isVisible();
    assertThat(shop.page().getByText("Uitgeven of inwisselen")).hasCount(0);
    assertThat(button("^Stickers en posters$")).hasCount(0);
    assertThat(button("^Deze kassa$")).hasCount(0);
    sell("21");
    assertBy("Noor", "pay", 21);
    shop.look("till-cashier");

    shop.page().reload();
    assertThat(button("^Noor, wissel van medewerker$")).isVisible();
    sell("22");
    assertBy("Noor", "pay", 22);
    button("^Vandaag$").click();
    assertThat(shop.page().locator("om-day-screen")).containsText("Noor · Met code");
    button("^Naar de kassa$").click();
    changeTo("Bram", "4711");
    assertThat(button("^Stickers en posters$")).isVisible();
    assertThat(button("^Deze kassa$")).isVisible();
    sell("23");
    assertBy("Bram", "pay", 23);
    assertNotEquals(keyOf("Bram"), keyOf("Noor"));
  }

  @Tag("long")
  @Test
  void whatIsOpenStaysOpenWhenAnotherTakesTheTill() {
    becomeManager();
    add("Noor", "1234", "");
    button("^Naar de kassa$").click();
    assertThat(stage()).isVisible();
    shop.page().keyboard().type("31");
    assertThat(stage()).hasAttribute("state", "waiting");
    final String code = demo.address() + shop.shownCode();
    openStaff();
    pick("Noor");
    phone.pay(code); // told while somebody types a PIN
    assertThat(shop.page().locator("[aria-live=assertive].visually-hidden"))
        .hasText("Betaald, 0 euro 31");
    enter("1234");
    sell("32");
    assertBy("Bram", "pay", 31);
    assertBy("Noor", "pay", 32);
    shop.page().keyboard().type("33");
    assertThat(stage()).hasAttribute("state", "waiting");
    final String asked = demo.address() + shop.shownCode();
    changeTo("Bram", "4711");
    shop.page()
        .locator("om-sale-strip")
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("0 euro 33")))
        .click();
    assertThat(stage()).hasAttribute("state", "waiting");
    shop.page().keyboard().press("Backspace"); // whoever changes it asks for it
    assertThat(shop.page().locator(".sum .amount")).containsText("0,03");
    assertThat(stage()).hasAttribute("state", "waiting");
    assertNotEquals(asked, demo.address() + shop.shownCode());
    phone.page().navigate(asked);
    assertThat(phone.page().locator("om-payment-screen")).containsText("ingetrokken");
    phone.pay(demo.address() + shop.shownCode());
    assertThat(stage()).hasAttribute("state", "paid");
    assertBy("Bram", "pay", 3);
  }

  @Test
  void fiveWrongPinsLockUntilAManagerUnlocks() {
    becomeManager();
    add("Noor", "1234", "");
    pick("Noor");
    enter("12");
    Locator fault = shop.page().locator("om-pin-entry").getByRole(AriaRole.ALERT);
    assertThat(fault).hasText("Een pincode heeft 4 tot 6 cijfers.");
    shop.page().keyboard().press("Escape");
    for (int left = 4; left > 0; left--) {
      shop.page().keyboard().type("9999");
      shop.page().keyboard().press("Enter");
      assertThat(fault).hasText("Dat klopt niet. Nog " + left + " keer.");
      if (left == 2) {
        shop.page().reload(); // tries are on the disk
        openStaff();
        pick("Noor");
      }
    }
    enter("9999");
    assertThat(fault).hasText("Vijf keer fout. Een kassabeheerder kan je ontgrendelen.");
    enter("1234"); // too late
    assertThat(fault).hasText("Vijf keer fout. Een kassabeheerder kan je ontgrendelen.");
    shop.look("staff-pin-locked");
    button("^Terug$").click();
    assertThat(button("^Noor\\b").first()).isDisabled();
    shop.look("staff-locked-out");
    button("^Ontgrendel Noor$").click();
    assertThat(heading("Pincode van Bram")).isFocused();
    enter("4711");
    assertThat(shop.page().getByText("Noor mag weer.")).isVisible();
    pick("Noor");
    enter("1234");
    assertThat(button("^Noor, wissel van medewerker$")).isVisible();
  }

  @Test
  void anIdleTillAsksWhoIsThereAndNeverOverAnOpenSale() {
    becomeManager();
    add("Noor", "1234", "");
    pick("Noor");
    enter("1234");
    assertThat(button("^Noor, wissel van medewerker$")).isVisible();
    shop.page().clock().install();
    shop.page().reload();
    assertThat(stage()).isVisible();
    shop.page().keyboard().type("41");
    assertThat(stage()).hasAttribute("state", "waiting");
    final String code = demo.address() + shop.shownCode();
    shop.page().clock().fastForward(SIX_MINUTES);
    assertThat(stage()).hasAttribute("state", "waiting");
    phone.pay(code);
    assertThat(stage()).hasAttribute("state", "paid");
    shop.page().clock().fastForward(SIX_MINUTES);
    assertThat(stage()).hasAttribute("state", "paid"); // to be read until somebody touches it
    BoundingBox key = Objects.requireNonNull(button("^7$").boundingBox());
    shop.page().mouse().click(key.x + 9, key.y + 9);
    assertThat(heading("Wie staat er aan de kassa?")).isFocused();
    assertThat(button("^Naar de kassa$")).hasCount(0);
    shop.look("staff-who");
    shop.page().reload();
    assertThat(heading("Wie staat er aan de kassa?")).isVisible();
    pick("Noor");
    enter("1234");
    assertThat(stage()).hasAttribute("state", "empty"); // the late touch typed nothing
    shop.page().clock().fastForward(SIX_MINUTES);
    assertThat(heading("Wie staat er aan de kassa?")).isFocused();
    shop.reopen(demo.address() + "/till"); // a new tab does not know who was there
    assertThat(heading("Wie staat er aan de kassa?")).isFocused();
  }

  @Test
  void aTillOfOneWithoutPinIsAsItWas() {
    shop.page().clock().install();
    shop.page().reload();
    assertThat(stage()).hasAttribute("state", "empty");
    shop.page().clock().fastForward(SIX_MINUTES);
    for (String key : List.of("1", "2", "5", "0")) {
      button("^" + key + "$").click();
    }
    assertThat(shop.page().locator(".sum .amount")).containsText("12,50");
    assertThat(heading("Wie staat er aan de kassa?")).hasCount(0);
  }

  @Test
  void aRefundIsSignedByAColleagueOnTheSpotOnce() {
    becomeManager();
    add("Noor", "1234", "");
    add("Sam", "5678", "0,30");
    pick("Noor");
    enter("1234");
    sell("51");
    openRefund("0 euro 51");
    Locator refund = shop.page().locator("om-refund-screen");
    assertThat(refund).containsText("Een collega met dit recht kan het doen.");
    assertThat(refund).not().containsText("Sam"); // it is more than Sam may give back
    shop.page().keyboard().type("29");
    assertThat(refund).containsText("Sam");
    shop.look("refund-colleague");
    shop.page().route(REFUNDS, Route::abort);
    pick("Sam");
    enter("5678");
    assertThat(refund).containsText("We weten nog niet of het gelukt is.");
    shop.page().reload();
    assertThat(shop.page().locator(".waiting")).containsText("€ 0,29 terug");
    shop.page().unroute(REFUNDS);
    assertThat(shop.page().locator(".news")).containsText("Teruggegeven: € 0,29.");
    assertThat(button("^Noor, wissel van medewerker$")).isVisible(); // it is still Noor's till
    assertBy("Sam", "refund", 29);

    openRefund("0 euro 51");
    pick("Sam");
    enter("5678");
    assertThat(refund).containsText("Teruggegeven: € 0,22.");
    assertBy("Sam", "refund", 22);
    button("^Klaar$").click();
    assertThat(button("^Noor, wissel van medewerker$")).isVisible();

    phone.page().navigate(demo.address() + "/wallet");
    phone
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Alles wat er was"))
        .click();
    Locator back = phone.page().locator("om-history-screen li").first();
    assertThat(back).containsText("Geld terug van Bakkerij De Korenaar");
    assertThat(back).containsText("+€ 0,22");
    phone.keepPicture("wallet-history-refund");
  }

  private void openRefund(String spoken) {
    button(spoken).first().click();
    button("^Geld terug$").click();
  }

  @Tag("long")
  @Test
  void whoIsRemovedLosesKeyAndPin() {
    becomeManager();
    add("Noor", "1234", "");
    String key = keyOf("Noor");
    assertEquals(false, shop.page().evaluate(IS_REVOKED, key));
    button("^Haal Noor weg$").click();
    assertThat(button("^Ja, haal Noor weg$")).isVisible();
    shop.look("staff-remove");
    button("^Ja, haal Noor weg$").click();
    assertThat(shop.page().getByText("Noor is weg.")).isVisible();
    assertEquals(true, shop.page().evaluate(IS_REVOKED, key));
    assertEquals("", keyOf("Noor"));
    assertThat(button("^Noor\\b")).hasCount(0);
  }

  @Tag("long")
  @Test
  void whoIsBlockedElsewhereIsForgottenHere() {
    becomeManager();
    add("Noor", "1234", "");
    String key = keyOf("Noor");
    pick("Noor");
    enter("1234");
    sell("61");
    shop.page().evaluate(BLOCK, key);
    openRefund("0 euro 61");
    assertThat(heading("Wie staat er aan de kassa?")).isFocused();
    assertThat(button("^Noor\\b")).hasCount(0);
    pick("Bram");
    enter("4711");
    assertThat(button("^Bram, wissel van medewerker$")).isVisible();
    assertEquals("", keyOf("Noor"));
  }

  @Tag("long")
  @Test
  void aKeyWhoseAnswerIsLostIsAskedForAgain() {
    becomeManager();
    shop.page().route("**/v1/keys", route -> {
      route.fetch(); // it is booked
      route.abort();
    });
    button("^Zet iemand erbij$").click();
    fill("Naam", "Noor");
    fillPin("1234");
    button("^Zet erbij$").click();
    assertThat(shop.page().getByText("We weten nog niet of het gelukt is.")).isVisible();
    assertThat(button("^Noor\\b").first()).isDisabled();
    shop.keepPicture("staff-waits");
    shop.page().unroute("**/v1/keys");
    shop.page().reload();
    openStaff();
    assertThat(button("^Noor\\b").first()).isEnabled();
    assertFalse(keyOf("Noor").isEmpty());
  }
}
