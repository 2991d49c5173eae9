package org.omloop.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** Whom a wallet says it pays, and where it says that one can. */
@ExtendWith({Chromium.class, SharedDemo.class})
class MembersBrowserTest {
  /** Makes the wallet's holder ask for money as a shop does, under whatever name. */
  private static final String BECOME_A_SHOP = """
      async (name) => {
        const open = indexedDB.open('omloop');
        const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
        const store = database.transaction('enrolments', 'readwrite').objectStore('enrolments');
        const kept = store.get('wallet');
        await new Promise((resolve) => {
          kept.onsuccess = () => {
            store.put({ ...kept.result, name }, 'till').onsuccess = resolve;
          };
        });
        database.close();
      }""";

  private static RunningDemo demo;
  private static Browser chromium;

  private DemoVisitor shop;
  private DemoVisitor phone;

  @BeforeAll
  static void start(Browser browser, RunningDemo shared) {
    demo = shared;
    chromium = browser;
  }

  @BeforeEach
  void open() {
    shop = DemoVisitor.become("Bakker, mag alles", 1280, chromium, demo.address());
    phone = DemoVisitor.become("Bewoner", 360, chromium, demo.address());
  }

  @AfterEach
  void close() {
    shop.close();
    phone.close();
  }

  private Locator screen() {
    return phone.page().locator("om-payment-screen");
  }

  private static String askFor(String amount, DemoVisitor seller) {
    Page till = seller.page();
    for (String key : amount.split("")) {
      till.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(key).setExact(true))
          .click();
    }
    Locator stage = till.locator("om-sale-stage");
    assertThat(stage).hasAttribute("state", "waiting");
    String code = (String) stage.locator("om-qr-code").evaluate("element => element.code.text");
    return code.substring(code.indexOf("/B/"));
  }

  @Test
  void aShopIsShownAsTheMembersListHasIt() {
    phone.page().navigate(demo.address() + askFor("7", shop));
    assertThat(screen()).hasAttribute("state", "asking");
    assertThat(screen()).containsText("Bakkerij De Korenaar");
    assertThat(screen()).containsText("Havenbuurt");
    assertThat(screen()).containsText("Bakkerij De Korenaar B.V.");
    assertThat(screen()).containsText("Eten en drinken");
    phone.keepPicture("wallet-asking");
  }

  /** The link below the code, in the demonstration, of a browser that is the shop and nobody else. */
  @Tag("long")
  @Test
  void whoWouldPayThemselvesIsToldHowToBecomeACustomer() {
    shop.page().navigate(demo.address() + askFor("6", shop));
    Locator own = shop.page().locator("om-payment-screen");
    assertThat(own).containsText("Dit is je eigen code.");
    assertThat(own).containsText("Kies op de startpagina een bewoner.");
    assertThat(own.getByRole(AriaRole.LINK)).hasAttribute("href", "/");
    shop.keepPicture("wallet-own-in-demo");
  }

  @Tag("long")
  @Test
  void whoIsInNoListIsNotTakenForAShop() {
    DemoVisitor other = DemoVisitor.become("Bewoner", 1, 1280, chromium, demo.address());
    other.page().evaluate(BECOME_A_SHOP, "Bakkerij De Korenaar");
    other.page().navigate(demo.address() + "/till");
    phone.page().navigate(demo.address() + askFor("9", other));
    assertThat(screen().getByRole(AriaRole.HEADING)).containsText("Iemand buiten de ledenlijst");
    assertThat(screen()).containsText("Noemt zich “Bakkerij De Korenaar”");
    phone.keepPicture("wallet-stranger");
    other.close();
  }

  @Test
  void aRequestThatTheShopDidNotSignIsNotPaid() {
    phone.page().route("**/v1/payment-requests/*", route -> {
      JsonObject request = new JsonObject(route.fetch().text());
      String jws = request.getString("jws");
      char last = jws.charAt(jws.length() - 5);
      String altered = jws.substring(0, jws.length() - 5)
          + (last == 'A' ? 'B' : 'A')
          + jws.substring(jws.length() - 4);
      route.fulfill(new Route.FulfillOptions()
          .setContentType("application/json")
          .setBody(request.put("jws", altered).encode()));
    });
    phone.page().navigate(demo.address() + askFor("8", shop));
    assertThat(screen()).hasAttribute("state", "closed");
    assertThat(screen()).containsText("Deze code klopt niet");
    phone.keepPicture("wallet-tampered");
  }

  @Test
  void aListThatTheServerDidNotSignCountsForNothing() {
    choose("Waar kan ik betalen");
    assertThat(phone.page().locator("om-place-list")).containsText("De Korenaar");
    phone.page().route("**/v1/members", route -> {
      String[] parts = route.fetch().text().split("\\.");
      String list = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
      parts[1] = Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(list.replace("De Korenaar", "De Korenwolf").getBytes(UTF_8));
      route.fulfill(new Route.FulfillOptions()
          .setContentType("application/jose")
          .setBody(String.join(".", parts)));
    });
    phone.page().reload();
    choose("Waar kan ik betalen");
    assertThat(phone.page().locator("om-place-list")).containsText("De Korenaar");
    assertThat(phone.page().locator("om-place-list")).not().containsText("De Korenwolf");
  }

  @Test
  void placesAreFoundByNameKindAndNeighbourhood() {
    choose("Waar kan ik betalen");
    Locator places = phone.page().locator("om-place-list");
    assertThat(places.getByRole(AriaRole.STATUS)).containsText("Gevonden");
    int count = places.getByRole(AriaRole.LISTITEM).count();
    assertThat(places.getByRole(AriaRole.STATUS)).hasText("Gevonden: " + count);
    assertTrue(count > 40, "places: " + count);
    phone.keepPicture("wallet-places");
    places.getByLabel("Naam of straat").fill("cafe");
    assertThat(places).containsText("Eetcafé De Brug");
    assertThat(places).not().containsText("Slagerij");
    places.getByLabel("Naam of straat").fill("");
    places.getByLabel("Soort").selectOption("Uit eten");
    places.getByLabel("Buurt").selectOption("Havenbuurt");
    assertThat(places).containsText("Trattoria Dapper");
    assertThat(places).not().containsText("Restaurant Saffraan");
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (String language : List.of("English", "Nederlands")) {
        phone.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        phone.page().getByText(language).click();
        assertEquals(List.of(), Accessibility.violations(phone.page()));
      }
    }
    phone.page().setViewportSize(320, 740);
    phone.assertNothingBesideTheScreen();
  }

  private void choose(String button) {
    phone
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(button)))
        .click();
  }
}
