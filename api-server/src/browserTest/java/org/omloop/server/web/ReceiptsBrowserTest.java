package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.omloop.server.cli.CommandRun;
import org.omloop.server.cli.RunningDemo;

/** Receipts in the browser: right ones agree with {@code omloop verify}, and nothing false is ever shown as paid. */
@ExtendWith({Chromium.class, SharedDemo.class})
class ReceiptsBrowserTest {
  private static final String TRUE = "Dit telt mee in het totaal dat de gemeente controleert.";

  @TempDir
  private static Path folder;

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
    phone = DemoVisitor.become("Bewoner", 360, browser, demo.address());
  }

  @AfterEach
  void close() {
    shop.close();
    phone.close();
  }

  private static void tap(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  private Locator stage() {
    return shop.page().locator("om-sale-stage");
  }

  private Locator screen() {
    return phone.page().locator("om-payment-screen");
  }

  private Locator receipt() {
    return phone.page().locator("om-receipt-screen");
  }

  /** Lets the payer see the request for so many cents. */
  private void ask(String cents) {
    for (String key : cents.split("")) {
      tap(shop.page(), key);
    }
    assertThat(stage()).hasAttribute("state", "waiting");
    String code = (String) stage().locator("om-qr-code").evaluate("element => element.code.text");
    phone.page().navigate(demo.address() + code.substring(code.indexOf("/B/")));
    assertThat(screen()).hasAttribute("state", "asking");
  }

  private void pay(String cents) {
    ask(cents);
    screen().getByRole(AriaRole.BUTTON).first().click();
  }

  private void openLatest() {
    phone.page().locator(".wallet li button").first().click();
    tap(phone.page(), "Klopt het?");
  }

  private static String logKey() {
    Page page = browser.newPage();
    String currency = page.request().get(demo.address() + "/v1/currency").text();
    page.close();
    return new JsonObject(currency).getString("logKey");
  }

  @Test
  void whatThePhoneFindsRightVerifyFindsRight() throws IOException {
    pay("30");
    assertThat(screen()).hasAttribute("state", "paid");
    tap(phone.page(), "Terug");
    assertThat(phone.page().locator(".wallet li button").first())
        .containsText("Bakkerij De Korenaar"); // the list is read anew meanwhile
    openLatest();
    assertThat(receipt()).containsText(TRUE);
    assertThat(receipt()).containsText("De opdracht is getekend door dit toestel.");
    assertThat(receipt()).containsText("Bakkerij De Korenaar");
    phone.keepPicture("wallet-receipt");
    phone.poseForDocuments("wallet-receipt");
    assertEquals(List.of(), Accessibility.violations(phone.page()));
    phone.page().setViewportSize(320, 740);
    phone.assertNothingBesideTheScreen();
    Download download = phone.page().waitForDownload(() -> tap(phone.page(), "Bewaar het bewijs"));
    String file = Files.readString(download.path());
    assertEquals(0, verify(file).exitCode(), verify(file).out());
    assertTrue(verify(file).out().contains("PASS"), verify(file).out());
    for (int at :
        new int[] {30, file.indexOf("index ") + 6, file.indexOf("\n\n") - 3, file.length() - 5}) {
      String altered = file.substring(0, at) + other(file.charAt(at)) + file.substring(at + 1);
      assertEquals(1, verify(altered).exitCode(), altered);
    }
  }

  private static CommandRun verify(String receipt) throws IOException {
    Path file = Files.writeString(folder.resolve("receipt.tlog-proof"), receipt);
    return CommandRun.of("verify", file.toString(), "--key", logKey());
  }

  private static char other(char symbol) {
    return symbol == 'A' ? 'B' : symbol == '1' ? '2' : Character.isDigit(symbol) ? '1' : 'A';
  }

  static Stream<Arguments> forgeries() {
    return Stream.of(
        Arguments.of(
            "entry", change("leaf", "\"amount\":", "\"amount\":9"), "niet in het journaal"),
        Arguments.of("no entry", change("leaf", "{", ""), "is geen bewijs|niet in het journaal"),
        Arguments.of("place", change("proof", "index ", "index 1"), "niet in het journaal"),
        Arguments.of("path", swapAfter("proof", "\nindex [0-9]+\n", 3), "niet in het journaal"),
        Arguments.of("signature", swapAfter("proof", "— [^ ]+ ", 20), "niet ondertekend"),
        Arguments.of(
            "size",
            change("proof", "\n\ndemo.omloop.example/oost\n", "\n\ndemo.omloop.example/oost\n1"),
            "niet in het journaal"));
  }

  private static UnaryOperator<JsonObject> change(String part, String from, String to) {
    return receipt ->
        receipt.copy().put(part, receipt.getString(part).replaceFirst(Pattern.quote(from), to));
  }

  private static UnaryOperator<JsonObject> swapAfter(String part, String pattern, int distance) {
    return receipt -> {
      String text = receipt.getString(part);
      Matcher found = Pattern.compile(pattern).matcher(text);
      assertTrue(found.find(), text);
      int at = found.end() + distance;
      return receipt
          .copy()
          .put(part, text.substring(0, at) + other(text.charAt(at)) + text.substring(at + 1));
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void aForgedReceiptIsRefusedOnEveryScreen(
      String name, UnaryOperator<JsonObject> forge, String words) {
    phone.page().route("**/v1/entries/*/receipt", route -> answer(route, forge));
    openLatest();
    assertThat(receipt()).containsText("Dit klopt niet");
    assertThat(receipt()).containsText(Pattern.compile(words));
    assertThat(receipt()).not().containsText(TRUE);
    if (name.equals("entry")) {
      phone.keepPicture("wallet-receipt-wrong");
      assertEquals(List.of(), Accessibility.violations(phone.page()));
    }
  }

  private static void answer(Route route, UnaryOperator<JsonObject> forge) {
    route.fulfill(new Route.FulfillOptions()
        .setContentType("application/json")
        .setBody(forge.apply(new JsonObject(route.fetch().text())).encode()));
  }

  @Test
  void aPaymentWithAForgedReceiptIsNeverPaid() {
    phone.page().route("**/v1/payments", route -> {
      JsonObject booking = new JsonObject(route.fetch().text());
      UnaryOperator<JsonObject> forge = swapAfter("proof", "— [^ ]+ ", 20);
      route.fulfill(new Route.FulfillOptions()
          .setStatus(201)
          .setContentType("application/json")
          .setBody(booking
              .put("receipt", forge.apply(booking.getJsonObject("receipt")))
              .encode()));
    });
    shop.page()
        .route(
            "**/v1/entries/*/receipt", route -> answer(route, swapAfter("proof", "— [^ ]+ ", 20)));
    pay("40");
    assertThat(screen()).hasAttribute("state", "unproven");
    assertThat(screen()).containsText("Dit klopt niet");
    phone.keepPicture("wallet-unproven");
    assertThat(stage()).hasAttribute("state", "unproven");
    assertThat(stage()).containsText("Het bewijs klopt niet");
    shop.keepPicture("till-unproven");
    assertEquals(List.of(), Accessibility.violations(shop.page()));
    shop.page().unroute("**/v1/entries/*/receipt");
    shop.passTime(5);
    assertThat(stage()).hasAttribute("state", "paid"); // at the next look, with a true one
  }

  @Tag("long")
  @Test
  void theReceiptOfAnotherSaleTurnsNothingGreen() {
    AtomicReference<String> first = new AtomicReference<>();
    shop.page().route("**/v1/entries/*/receipt", route -> {
      first.compareAndSet(null, route.fetch().text());
      route.fulfill(
          new Route.FulfillOptions().setContentType("application/json").setBody(first.get()));
    });
    pay("50");
    assertThat(stage()).hasAttribute("state", "paid");
    pay("50");
    assertThat(screen()).hasAttribute("state", "paid");
    shop.passTime(6); // longer than the till waits before it looks again
    shop.page().waitForTimeout(500);
    assertThat(stage()).hasAttribute("state", "confirming");
  }

  @Tag("long")
  @Test
  void aMessageThatSaysPaidTurnsNothingGreen() {
    ask("70");
    shop.page().evaluate("""
        () => {
          postMessage({ type: 'paid', entry: 1 }, '*');
          dispatchEvent(new CustomEvent('entry', { detail: { decision: 'posted' } }));
          new BroadcastChannel('omloop').postMessage({ state: 'paid' });
        }""");
    shop.page().waitForTimeout(1_000);
    assertThat(stage()).hasAttribute("state", "confirming");
  }
}
