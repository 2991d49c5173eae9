package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** Where money leaves for want of a supplier, as the office sees it; and whom a shop could pay instead. */
@ExtendWith({Chromium.class, SharedDemo.class})
class SupplyBrowserTest {
  private static final String SUPPLIERS = "**/v1/accounts/*/suppliers";

  /** Makes the shop's device a till and nothing else. */
  private static final String FORGET_WALLET = """
      async () => {
        const open = indexedDB.open('omloop');
        const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
        const store = database.transaction('enrolments', 'readwrite').objectStore('enrolments');
        await new Promise((resolve) => (store.delete('wallet').onsuccess = resolve));
        database.close();
      }""";

  private static RunningDemo demo;
  private static Browser browser;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  private static DemoVisitor baker(int width) {
    return DemoVisitor.become("Bakker, mag alles", width, browser, demo.address());
  }

  private DemoVisitor office(int width) {
    DemoVisitor office = DemoVisitor.become("Kantoor, nodigt", width, browser, demo.address());
    office
        .page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Leveranciers"))
        .click();
    return office;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name)));
  }

  /** By keyboard alone; nothing is asked of the server before somebody wants to see it. */
  @Test
  void theOfficeSeesWhereSuppliersAreMissing() {
    try (DemoVisitor office = office(1280)) {
      Page page = office.page();
      String shop = listed(page)[0];
      withRows(
          page,
          "supply-gaps",
          new JsonArray()
              .add("38")
              .add("supplier")
              .add(58_000)
              .add(2)
              .add(0)
              .add(shop)
              .add(30_000),
          new JsonArray()
              .add("46")
              .add("supplier")
              .add(812_00)
              .add(3)
              .add(1)
              .add(shop)
              .add(50_000),
          new JsonArray()
              .add("?")
              .add("wages")
              .add(99_900)
              .add(1)
              .addNull()
              .add(shop)
              .add(99_900));
      Locator gaps = page.locator("om-supply-gaps");
      assertThat(gaps).containsText("We leggen vast wie deze cijfers bekijkt");
      assertThat(gaps.getByRole(AriaRole.TABLE)).hasCount(0);
      button(page, "Bekijk\\s*: Waar ontbreken").press("Enter");
      assertThat(gaps.getByRole(AriaRole.TABLE).first()).containsText("Afval en hergebruik");
      assertThat(gaps.getByRole(AriaRole.TABLE).last()).containsText("Groothandel");
      assertThat(gaps.getByRole(AriaRole.TABLE).last()).not().containsText("Lonen");
      assertThat(gaps.getByRole(AriaRole.HEADING).first()).isFocused();
      assertThat(gaps.getByLabel("Periode")).containsText("loopt nog");
      gaps.getByText("Wat telt mee?").click();
      assertThat(gaps).containsText("zonder de kosten van de kring");
      String file = page.waitForDownload(
              () -> button(page, "Bewaar als CSV\\s*: Waar ontbreken").click())
          .suggestedFilename();
      assertTrue(file.matches("supply-gaps-\\d{4}-Q\\d\\.csv"), file);
      button(page, "Bekijk\\s*: Wiens saldo").press("Enter");
      assertThat(page.locator("om-stuck-balances")).containsText("Niemands saldo slaapt.");
      office.look("office-supply");
    }
  }

  @Test
  void whoseBalanceSleepsIsWrittenToWithPlacesToSpendIt() {
    try (DemoVisitor office = office(390)) {
      Page page = office.page();
      String[] members = listed(page);
      withRows(
          page,
          "stuck-balances",
          new JsonArray().add(members[0]).add(81_200).add(126).add("10").add(1));
      button(page, "Bekijk\\s*: Wiens saldo").click();
      Locator stuck = page.locator("om-stuck-balances");
      assertThat(stuck).containsText("wisselde hiervoor in");
      stuck.getByText("Een bericht om te sturen").click();
      assertThat(stuck.locator("blockquote")).containsText("al 126 dagen niet gebruikt");
      assertThat(stuck.locator("blockquote")).containsText("Je kunt er hier mee betalen");
      office.look("office-stuck");
    }
  }

  /** Answers with these rows, in place of those of a market of two days; whoever is first in one could pay a member. */
  private static void withRows(Page page, String what, JsonArray... rows) {
    String[] members = listed(page);
    page.route("**/v1/circulation/" + what, route -> {
      JsonObject answer = new JsonObject(route.fetch().text());
      answer.getJsonObject("table").put("rows", new JsonArray(List.of(rows)));
      answer
          .getJsonObject("suppliers")
          .put(rows[0].getString(0), new JsonArray().add(supplier(members[1], "redeemed")));
      route.fulfill(
          new Route.FulfillOptions().setContentType("application/json").setBody(answer.encode()));
    });
  }

  @Tag("long")
  @Test
  void theOfficeIsToldWhenThereIsNoAnswer() {
    try (DemoVisitor office = office(390)) {
      office
          .page()
          .route(
              "**/v1/circulation/supply-gaps",
              route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
      button(office.page(), "Bekijk\\s*: Waar ontbreken").click();
      assertThat(office.page().locator("om-supply-gaps").getByRole(AriaRole.ALERT))
          .containsText("geen verbinding");
      office.tolerateRefusals();
    }
  }

  /** From the balance, and from where somebody was about to exchange. */
  @Test
  void aBakerFindsWhereToSpendAndPaysThere() {
    try (DemoVisitor baker = baker(390)) {
      Page page = baker.page();
      page.navigate(demo.address() + "/wallet");
      String[] members = listed(page);
      named(page, members[1], members[2]);
      button(page, "Waar kan ik dit uitgeven").click();
      Locator list = page.locator("om-supplier-list");
      assertThat(list).containsText("Verkoopt waarvoor je geld inwisselde");
      assertThat(list).containsText("Groothandel, dichtbij");
      assertThat(list).containsText("Kan nu niets ontvangen.");
      baker.look("wallet-suppliers");
      list.getByRole(
              AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Betaal")))
          .press("Enter");
      assertThat(page.locator("om-payment-screen")).hasAttribute("state", "filling");
      assertThat(page.locator("om-payment-screen")).containsText(members[3]);
    }
  }

  /** A trade that buys from many is read ten at a time, by keyboard too. */
  @Tag("long")
  @Test
  void manyOfAKindComeTenAtATime() {
    try (DemoVisitor baker = baker(390)) {
      Page page = baker.page();
      String[] many = IntStream.range(0, 24).mapToObj(at -> "shop-" + at).toArray(String[]::new);
      named(page, many);
      page.navigate(demo.address() + "/wallet");
      button(page, "Waar kan ik dit uitgeven").click();
      Locator bought = page.locator("om-supplier-list section[aria-labelledby=bought]");
      assertThat(bought.locator("li")).hasCount(10);
      Locator more = bought.locator("#more-bought");
      assertThat(more).containsText("(13)");
      more.press("Enter");
      assertThat(bought.locator("li")).hasCount(20);
      assertThat(more).isFocused();
      more.press("Enter");
      assertThat(bought.locator("li")).hasCount(23);
      assertThat(more).hasCount(0);
      assertThat(bought.locator("h2")).isFocused();
    }
  }

  @Tag("long")
  @Test
  void whoHasBoughtNothingYetIsShownEverybody() {
    try (DemoVisitor baker = baker(390)) {
      Page page = baker.page();
      named(page);
      page.navigate(demo.address() + "/wallet");
      button(page, "Waar kan ik dit uitgeven").click();
      assertThat(page.locator("om-supplier-list")).containsText("We weten nog niet wat je inkoopt");
      button(page, "Bekijk alle leden").click();
      assertThat(page.locator("om-place-list")).containsText("Drankengroothandel De Kruik");
    }
  }

  @Tag("long")
  @Test
  void withoutTheWordsThereIsAWayBackAndMoneyCanBeExchanged() {
    try (DemoVisitor baker = baker(390)) {
      Page page = baker.page();
      page.navigate(demo.address() + "/wallet");
      page.route("**/i18n/supply-nl.js", Route::abort);
      button(page, "Waar kan ik dit uitgeven").click();
      Locator list = page.locator("om-supplier-list");
      assertThat(list).containsText("Even kijken");
      list.getByRole(AriaRole.BUTTON).click();
      assertThat(list).hasCount(0);
      button(page, "Inwisselen voor euro").click();
      Locator screen = page.locator("om-redeem-screen");
      screen.getByLabel("Waarvoor").selectOption("supplier");
      assertThat(screen.locator("[name=iban]")).isVisible();
      assertThat(screen.locator("[name=division]")).hasCount(0);
      page.unroute("**/i18n/supply-nl.js");
      assertThat(screen.locator("[name=division]")).isVisible();
      baker.tolerateRefusals();
    }
  }

  /** A till pays nothing by itself: the wallet on the same device does, or another device. */
  @Tag("long")
  @Test
  void theTillLeadsToWhoeverMaySpend() {
    try (DemoVisitor baker = baker(390)) {
      Page page = baker.page();
      String[] members = listed(page);
      named(page, members[1], members[2]);
      button(page, "Waar kan ik dit uitgeven").click();
      Locator list = page.locator("om-supplier-list");
      list.getByRole(
              AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("portemonnee")))
          .click();
      assertThat(page.locator("om-payment-screen")).hasAttribute("state", "filling");
      page.evaluate(FORGET_WALLET);
      page.navigate(demo.address() + "/till");
      button(page, "Waar kan ik dit uitgeven").click();
      assertThat(list).containsText("De kassa betaalt zelf niets.");
      assertThat(list.getByRole(AriaRole.LINK)).hasCount(0);
      baker.look("till-suppliers");
    }
  }

  /** Answers with these two, in place of what a young market knows; the second cannot be paid now. */
  private static void named(Page page, String... accounts) {
    page.route(SUPPLIERS, route -> {
      JsonObject answer = new JsonObject(route.fetch().text());
      JsonArray suppliers = new JsonArray();
      for (String account : accounts) {
        suppliers.add(supplier(account, suppliers.isEmpty() ? "redeemed" : "bought")
            .put("name", "Molen en Zoon")
            .put("street", "Kade 3")
            .put("neighbourhood", "Havenbuurt")
            .put("takesPayments", suppliers.isEmpty()));
      }
      route.fulfill(new Route.FulfillOptions()
          .setContentType("application/json")
          .setBody(answer.put("suppliers", suppliers).encode()));
    });
  }

  private static JsonObject supplier(String account, String reason) {
    return new JsonObject()
        .put("account", account)
        .put("sector", "46")
        .put("distance", "near")
        .put("reasons", new JsonArray().add(reason));
  }

  /** Returns the accounts of three members, and the name of the second. */
  private static String[] listed(Page page) {
    return ((String) page.evaluate("""
            async () => {
              const jws = await (await fetch('/v1/members')).text();
              const payload = jws.split('.')[1].replace(/-/g, '+').replace(/_/g, '/');
              const bytes = Uint8Array.from(atob(payload), (each) => each.charCodeAt(0));
              const { members } = JSON.parse(new TextDecoder().decode(bytes));
              return [...members.slice(0, 3).map(({ account }) => account), members[1].name].join('|');
            }""")).split("\\|");
  }
}
