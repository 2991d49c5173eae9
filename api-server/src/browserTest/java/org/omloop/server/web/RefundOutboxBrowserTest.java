package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** Money that goes back while answers get lost: once, whatever the till goes through meanwhile. */
@ExtendWith({Chromium.class, SharedDemo.class})
class RefundOutboxBrowserTest {
  private static final String REFUNDS = "**/v1/refunds";
  private static final String KEPT = """
      async (store) => {
        const open = indexedDB.open('omloop');
        const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
        const kept = database.transaction(store).objectStore(store).getAll();
        const count = await new Promise((resolve) => (kept.onsuccess = () => resolve(kept.result.filter(({ outcome }) => !outcome).length)));
        database.close();
        return count;
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
    shop = DemoVisitor.become("Bakker, mag alles", 1280, browser, demo.address());
    phone = DemoVisitor.become("Bewoner", 1, 360, browser, demo.address());
  }

  @AfterEach
  void close() {
    shop.tolerateRefusals();
    phone.tolerateRefusals();
    shop.close();
    phone.close();
  }

  private Locator button(String name) {
    return shop.page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
  }

  private Locator refund() {
    return shop.page().locator("om-refund-screen");
  }

  /** A sale of so many cents, paid. */
  private void sell(String cents) {
    shop.page().keyboard().type(cents);
    Locator stage = shop.page().locator("om-sale-stage");
    assertThat(stage).hasAttribute("state", "waiting");
    phone.pay(demo.address() + shop.shownCode());
    assertThat(stage).hasAttribute("state", "paid");
  }

  private void openRefund(String spoken) {
    button(spoken).first().click();
    button("^Geld terug$").click();
    assertThat(refund()).isVisible();
  }

  private void assertGivenBack(String amount, String found) {
    button("^(Klaar|Terug)$").click();
    button("^Vandaag$").click();
    shop.page().getByRole(AriaRole.SEARCHBOX).fill(amount);
    assertThat(shop.page().locator("om-day-screen")).containsText(found + " gevonden");
  }

  @Test
  void aRefundWhoseAnswerIsLostOutlivesThePageAndIsBookedOnce() {
    sell("153");
    shop.page().route(REFUNDS, route -> {
      route.fetch(); // it is booked
      route.abort();
    });
    openRefund("1 euro 53");
    shop.page().keyboard().type("111");
    button("^Ja, geef € 1,11 terug$").click();
    assertThat(refund()).containsText("We weten nog niet of het gelukt is.");
    assertThat(button("^Vraag nog eens")).isVisible();

    shop.page().reload();
    assertThat(shop.page().locator(".waiting"))
        .hasText("In de wacht: € 1,11 terug. Geef het niet opnieuw.");
    shop.keepPicture("till-refund-waiting");
    assertEquals(List.of(), Accessibility.violations(shop.page()));
    openRefund("1 euro 53");
    assertThat(refund()).containsText("We weten nog niet of het gelukt is.");
    shop.page().keyboard().type("5"); // what is under way keeps its amount
    shop.page().unroute(REFUNDS);
    shop.passTime(2);
    assertThat(refund()).containsText("Teruggegeven: € 1,11.");
    assertThat(refund().locator("dl")).containsText("0,42");
    assertGivenBack("1,11", "1");
  }

  @Tag("long")
  @Test
  void aTillThatIsToldToWaitSendsTheSameBytes() {
    sell("154");
    List<String> sent = new ArrayList<>();
    shop.page().route(REFUNDS, route -> {
      sent.add(route.request().postData());
      if (sent.size() == 1) {
        route.fulfill(new Route.FulfillOptions()
            .setStatus(429)
            .setContentType("application/problem+json")
            .setBody("{\"type\":\"https://omloop.example/problems/rate-limited\"}"));
      } else {
        route.resume();
      }
    });
    openRefund("1 euro 54");
    shop.page().keyboard().type("112");
    button("^Ja, geef € 1,12 terug$").click();
    assertThat(refund()).containsText("We weten nog niet of het gelukt is.");
    shop.passTime(2);
    assertThat(refund()).containsText("Teruggegeven: € 1,12.");
    assertEquals(2, sent.size());
    assertEquals(sent.get(0), sent.get(1));
    assertGivenBack("1,12", "1");
  }

  @Tag("long")
  @Test
  void anAnswerFromSomebodyInBetweenIsNoRefusal() {
    sell("155");
    shop.page()
        .route(
            REFUNDS,
            route -> route.fulfill(new Route.FulfillOptions()
                .setStatus(403)
                .setContentType("text/html")
                .setBody("<h1>Log in to this network</h1>")));
    openRefund("1 euro 55");
    button("^Ja, geef € 1,55 terug$").click();
    assertThat(refund()).containsText("We weten nog niet of het gelukt is.");
    shop.page().unroute(REFUNDS);
    shop.page()
        .route(
            REFUNDS,
            route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html")
                .setBody("<h1>Welcome</h1>")));
    button("^Vraag nog eens").click();
    assertThat(button("^Vraag nog eens")).isEnabled();
    assertThat(refund()).containsText("We weten nog niet of het gelukt is.");
    shop.page().unroute(REFUNDS);
    shop.passTime(2);
    assertThat(refund()).containsText("Teruggegeven: € 1,55.");
  }

  @Tag("long")
  @Test
  void aRefundWithoutProofIsKeptAsEvidence() {
    sell("156");
    shop.page().route(REFUNDS, route -> {
      String answer = route.fetch().text();
      route.fulfill(new Route.FulfillOptions()
          .setContentType("application/json")
          .setBody(answer
              .replace("\\\"amount\\\":156", "\\\"amount\\\":155")
              .replaceFirst("(index) \\d+", "$1 0")));
    });
    openRefund("1 euro 56");
    button("^Ja, geef € 1,56 terug$").click();
    assertThat(refund()).containsText("Het bewijs klopt niet. Geef niets opnieuw terug.");
    shop.keepPicture("till-refund-unproven");
    assertEquals(1, shop.page().evaluate(KEPT, "evidence"));
    assertEquals(0, shop.page().evaluate(KEPT, "outbox"));
  }

  @Test
  void aSecondTabTakesUpWhatTheFirstOneSigned() {
    sell("158");
    Page second = shop.context().newPage();
    second.navigate(demo.address() + "/till");
    second.getByRole(AriaRole.BUTTON, named("1 euro 58")).first().click();
    second.getByRole(AriaRole.BUTTON, named("^Geld terug$")).click();
    shop.context().route(REFUNDS, Route::abort);
    openRefund("1 euro 58");
    shop.page().keyboard().type("113");
    button("^Ja, geef € 1,13 terug$").click();
    assertThat(refund()).containsText("We weten nog niet of het gelukt is.");
    second.keyboard().type("113");
    second.getByRole(AriaRole.BUTTON, named("^Ja, geef € 1,13 terug$")).click();
    assertThat(second.locator("om-refund-screen"))
        .containsText("We weten nog niet of het gelukt is.");
    shop.context().unroute(REFUNDS);
    assertThat(refund()).containsText("Teruggegeven: € 1,13.");
    assertThat(second.locator("om-refund-screen")).containsText("Teruggegeven: € 1,13.");
    assertThat(second.locator("om-refund-screen dl")).containsText("0,45");
    assertGivenBack("1,13", "1");
  }

  private static Page.GetByRoleOptions named(String pattern) {
    return new Page.GetByRoleOptions().setName(Pattern.compile(pattern));
  }

  @Tag("long")
  @Test
  void oneThatCannotBeSentDoesNotHoldUpTheOthers() {
    sell("157");
    shop.page().evaluate("""
            async () => {
              const open = indexedDB.open('omloop');
              const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
              const read = (name) => {
                const request = database.transaction(name).objectStore(name).getAll();
                return new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
              };
              const [{ account }] = await read('enrolments');
              const writing = database.transaction('outbox', 'readwrite');
              const exp = Date.now() / 1000 + 600;
              writing.objectStore('outbox').put({ kind: 'of tomorrow', order: '0', account, face: 'till', amount: 1, exp }, '0');
              await new Promise((resolve) => (writing.oncomplete = resolve));
              database.close();
            }""");
    shop.page().route(REFUNDS, route -> route.abort());
    openRefund("1 euro 57");
    button("^Ja, geef € 1,57 terug$").click();
    assertThat(refund()).containsText("We weten nog niet of het gelukt is.");
    shop.page().unroute(REFUNDS);
    shop.passTime(2);
    assertThat(refund()).containsText("Teruggegeven: € 1,57.");
    shop.tolerate("SEND[kind] is not a function");
  }
}
