package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** A sale where the shop or the customer has no connection: what is signed is enough, and nothing is called paid too early. */
@ExtendWith({Chromium.class, SharedDemo.class})
class WithoutConnectionBrowserTest {
  private static final String API = "**/v1/**";

  /** Makes the code of what is open, as nobody but till and server can. */
  private static final String FORGE = """
      async () => {
        const read = (store, name) => new Promise((resolve) => {
          indexedDB.open('omloop').onsuccess = ({ target: { result: database } }) => {
            const all = database.transaction(store).objectStore(store);
            const keys = all.getAllKeys();
            keys.onsuccess = () => {
              const key = keys.result.find((each) => String(each).startsWith(name));
              all.get(key).onsuccess = ({ target }) => (database.close(), resolve(target.result));
            };
          };
        });
        const secret = await read('circuit', 'till-secret:');
        const { sales: [{ request, added, typed }] } = JSON.parse(sessionStorage.getItem('omloop.sales'));
        const text = new TextEncoder().encode(`${request.id}\n${added + typed}`);
        const hash = new DataView(await crypto.subtle.sign('HMAC', secret, text));
        const number = hash.getUint32(hash.getUint8(31) & 15) & 0x7fffffff;
        return String(number % 1000000).padStart(6, '0');
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
    phone = DemoVisitor.become("Bewoner", 1, 360, browser, demo.address());
    till = shop.page();
    assertThat(till.locator("main")).containsText("verbonden");
    assertThat(phone.page().locator(".balance")).containsText(",");
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

  private Locator screen() {
    return phone.page().locator("om-payment-screen");
  }

  private static void tap(Page page, String... buttons) {
    for (String button : buttons) {
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
          .first()
          .click();
    }
  }

  private static void cut(Page page) {
    page.route(API, route -> route.abort());
  }

  /** Puts the connection back, and lets the page notice at its own pace. */
  private static void mend(DemoVisitor visitor) {
    visitor.page().unroute(API);
    visitor.passTime(5);
  }

  private String shownText() {
    return (String) stage().locator("om-qr-code").evaluate("element => element.code.text");
  }

  /** What the phone's camera opens. */
  private void openShown() {
    URI code = URI.create(shownText());
    phone.page().navigate(demo.address() + code.getRawPath() + "#" + code.getRawFragment());
  }

  private void scanAtTill(String text) {
    till.keyboard().press("F2");
    Locator scan = till.locator("om-scan-screen");
    scan.getByRole(AriaRole.TEXTBOX).fill(text);
    till.keyboard().press("Enter");
  }

  @Test
  void aTillWithoutConnectionShowsACodeThatIsPaidAllTheSame() {
    cut(till);
    tap(till, "4", "3");
    assertThat(stage().locator("om-qr-code")).isVisible();
    assertEquals(
        159, shownText().replaceFirst("https?://[^/]+", "https://omloop.nl").length());
    openShown();
    assertThat(screen()).hasAttribute("state", "asking");
    assertThat(screen()).containsText("Bakkerij De Korenaar");
    assertThat(screen()).containsText("0,43");
    screen().getByRole(AriaRole.BUTTON).first().click();
    assertThat(screen()).hasAttribute("state", "paid");
    assertThat(stage()).not().hasAttribute("state", "paid");
    mend(shop);
    assertThat(stage()).hasAttribute("state", "paid");
  }

  @Test
  void aCustomerWithoutConnectionShowsThePaymentToTheTill() {
    tap(till, "4", "4");
    assertThat(stage()).hasAttribute("state", "waiting");
    String first = shownText();
    tap(till, "Klant zonder internet?");
    assertThat(stage()).containsText("Deze code werkt ook zonder internet.");
    assertTrue(!shownText().equals(first), "another code of the same request");
    shop.look("till-code-offline");
    openShown();
    assertThat(screen()).hasAttribute("state", "asking");
    cut(phone.page());
    screen().getByRole(AriaRole.BUTTON).first().click();
    assertThat(screen()).hasAttribute("state", "unknown");
    Locator order = screen().locator("om-qr-code");
    assertThat(order).isVisible();
    phone.look("wallet-order-code");
    String signed = (String) order.evaluate("element => element.code.text");

    till.keyboard().press("F2");
    shop.look("till-scan");
    tap(till, "Naar de kassa");
    scanAtTill(signed);
    assertThat(stage()).hasAttribute("state", "paid");
    mend(phone);
    assertThat(screen()).hasAttribute("state", "paid");
    scanAtTill(signed); // the same once more
    assertThat(stage()).hasAttribute("state", "paid");
    tap(phone.page(), "Terug");
    tap(phone.page(), "Alles wat er was");
    Locator history = phone.page().locator("om-history-screen");
    history.getByLabel("Naam of bedrag").fill("0,44");
    assertThat(history.getByRole(AriaRole.STATUS).first()).hasText("Gevonden: 1");
  }

  @Tag("long")
  @Test
  void aPaymentOfAnotherSaleIsSentAndSaidToBeOfAnother() {
    tap(till, "5", "4");
    assertThat(stage()).hasAttribute("state", "waiting");
    phone.page().navigate(demo.address() + shop.shownCode());
    assertThat(screen()).hasAttribute("state", "asking");
    cut(phone.page());
    screen().getByRole(AriaRole.BUTTON).first().click();
    Locator order = screen().locator("om-qr-code");
    assertThat(order).isVisible();
    String signed = (String) order.evaluate("element => element.code.text");
    tap(till, "Volgende klant");
    tap(till, "5", "5");
    assertThat(stage()).hasAttribute("state", "waiting");
    scanAtTill(signed);
    assertThat(till.locator("om-scan-screen").getByRole(AriaRole.ALERT).first())
        .hasText("€ 0,54 is geboekt, maar niet voor deze verkoop. Kijk bij Vorige betalingen.");
    tap(till, "Naar de kassa");
    assertThat(stage()).hasAttribute("state", "waiting");
    assertThat(till.locator("om-sale-strip")).containsText("0,54");
    mend(phone);
    assertThat(screen()).hasAttribute("state", "paid");
  }

  @Tag("long")
  @Test
  void whatIsNoCustomersCodeSaysSo() {
    tap(till, "4", "5");
    assertThat(stage()).hasAttribute("state", "waiting");
    String code = shownText();
    Locator told = till.locator("om-scan-screen").getByRole(AriaRole.ALERT).first();
    scanAtTill(code);
    assertThat(told).containsText("Dit is een code om te betalen");
    for (String wrong :
        List.of("hallo", demo.address() + "/O#a.b.c", demo.address() + "/O#niets")) {
      till.locator("om-scan-screen").getByRole(AriaRole.TEXTBOX).fill(wrong);
      till.keyboard().press("Enter");
      assertThat(told)
          .containsText(wrong.endsWith("c") ? "niet voor jullie" : "geen code van een klant");
    }
    till.locator("om-scan-screen").getByRole(AriaRole.TEXTBOX).fill("https://elders.nl/O#a.b.c");
    till.keyboard().press("Enter");
    assertThat(told).containsText("niet van deze kring");
    tap(till, "Naar de kassa");
    assertThat(stage()).hasAttribute("state", "waiting");
  }

  @Tag("long")
  @Test
  void aChangedCodeIsNobodys() {
    cut(till);
    tap(till, "4", "6");
    assertThat(stage().locator("om-qr-code")).isVisible();
    String text = shownText().replaceFirst("^.*#", "");
    for (int at : List.of(20, 100)) { // the amount's neighbourhood, the signature
      char other = text.charAt(at) == 'A' ? 'B' : 'A';
      phone
          .page()
          .navigate(
              demo.address() + "/1#" + text.substring(0, at) + other + text.substring(at + 1));
      phone.page().reload();
      assertThat(screen()).containsText("Deze winkel kennen we niet. Betaal niet.");
    }
    mend(shop);
    assertThat(stage()).hasAttribute("state", "waiting");
  }

  /** Pays what the till shows, and asks for the code. */
  private String paidCode() {
    openShown();
    screen().getByRole(AriaRole.BUTTON).first().click();
    assertThat(screen()).hasAttribute("state", "paid");
    tap(phone.page(), "Kassa zonder verbinding? Toon de kassacode");
    Locator code = screen().getByText(Pattern.compile("^[0-9]{6}$"));
    assertThat(code).isVisible();
    waitInVain(); // the stream was open already, and told of the payment
    return code.textContent().strip();
  }

  private void typeCode(String code) {
    tap(till, code.split(""));
  }

  /** Until the till says that nobody answers. */
  private void waitInVain() {
    shop.passTime(15);
    assertThat(stage()).hasAttribute("state", "unreachable");
  }

  private void sellWithoutConnection(String... keys) {
    cut(till);
    tap(till, keys);
    assertThat(stage().locator("om-qr-code")).isVisible();
    waitInVain();
    assertThat(stage().locator("om-qr-code")).isVisible();
  }

  @Test
  void theCustomersCodeTurnsItGreenWithAnAmberEdgeAndTheBooksMakeItGreen() {
    sellWithoutConnection("4", "7");
    String code = paidCode();
    phone.look("wallet-till-code");
    tap(till, "Klant heeft een kassacode");
    typeCode(code.equals("000000") ? "000001" : "000000");
    assertThat(stage()).containsText("Deze code klopt niet.");
    shop.look("till-code");
    typeCode(code);
    assertThat(stage()).hasAttribute("state", "paid-by-code");
    shop.look("till-paid-by-code");
    mend(shop);
    assertThat(stage()).hasAttribute("state", "paid");
  }

  @Tag("long")
  @Test
  void ofACodeThatWasRightTheTillHearsLaterWhatTheBooksSay() {
    sellWithoutConnection("4", "8");
    String code = paidCode();
    tap(till, "Klant heeft een kassacode");
    typeCode(code);
    assertThat(stage()).hasAttribute("state", "paid-by-code");
    till.keyboard().press("Escape");
    assertThat(stage()).hasAttribute("state", "empty");
    till.reload();
    till.unroute(API);
    till.reload();
    assertThat(till.locator("main")).containsText("Betaald met code: € 0,48 staat in de boeken.");
  }

  @Tag("long")
  @Test
  void whatIsTypedIsTheAmountAgainOnceThereIsAConnection() {
    sellWithoutConnection("5", "3");
    tap(till, "Klant heeft een kassacode", "1", "2");
    assertThat(stage()).containsText("12");
    mend(shop);
    assertThat(stage()).hasAttribute("state", "waiting");
    tap(till, "4");
    assertThat(till.locator(".sum .amount")).containsText("5,34");
  }

  @Test
  void threeWrongCodesAreEnoughAndOneOfAnotherSaleIsWrong() {
    sellWithoutConnection("4", "9");
    String code = paidCode();
    till.keyboard().press("Escape");
    tap(till, "5", "1");
    assertThat(stage().locator("om-qr-code")).isVisible();
    waitInVain();
    tap(till, "Klant heeft een kassacode");
    for (int time = 0; time < 3; time++) {
      typeCode(code);
    }
    assertThat(stage()).containsText("Drie keer een verkeerde code.");
    assertThat(stage()).hasAttribute("state", "unreachable");
    mend(shop);
    assertThat(stage()).hasAttribute("state", "waiting");
  }

  /** A thief of the till's secret, or a server that lies: the alarm. */
  @Test
  void aRightCodeWithoutAnEntryIsAnAlarm() {
    sellWithoutConnection("5", "2");
    tap(till, "Klant heeft een kassacode");
    String code = (String) till.evaluate(FORGE);
    typeCode(code);
    assertThat(stage()).hasAttribute("state", "paid-by-code");
    mend(shop);
    assertThat(stage()).hasAttribute("state", "unproven");
    shop.passTime(6); // the till looks once more
    assertThat(stage()).hasAttribute("state", "unproven");
    till.keyboard().press("Escape");
    for (int page = 0; page < 2; page++) {
      till.reload();
      assertThat(till.locator("main")).containsText("€ 0,52 met code staat niet in de boeken.");
    }
    tap(till, "Gezien");
    assertThat(till.locator("main")).not().containsText("staat niet in de boeken");
    till.reload();
    assertThat(till.locator("main")).containsText("verbonden");
    till.waitForTimeout(500);
    assertThat(till.locator("main")).not().containsText("staat niet in de boeken");
  }
}
