package org.omloop.server.web;

import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.ledger.payment.StickerId;
import org.omloop.server.cli.RunningDemo;

/** A till that asks a customer on their own phone, by the code that they show, and a phone on which nothing pays by itself. */
@ExtendWith({Chromium.class, SharedDemo.class})
class OfferBrowserTest {
  private static final String API = "**/v1/**";
  private static final String OFFERS = "**/v1/payment-requests/*/offers";
  private static final String ASKED = "Gevraagd op de telefoon van de klant. Scannen kan ook.";

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
    assertThat(shop.page().locator("main")).containsText("verbonden");
  }

  /** Nothing stays on the phone for those who come after. */
  @AfterEach
  void close() {
    if (shop.page().locator("om-scan-screen").count() > 0) {
      tap(shop.page(), "Naar de kassa");
    }
    if ("waiting".equals(stage().getAttribute("state"))) {
      shop.page().waitForResponse("**/withdrawals", () -> shop.page().keyboard().press("Escape"));
    }
    shop.tolerateRefusals();
    phone.tolerateRefusals();
    shop.close();
    phone.close();
  }

  private Locator stage() {
    return stage(shop);
  }

  private static Locator stage(DemoVisitor till) {
    return till.page().locator("om-sale-stage");
  }

  private Locator payment() {
    return phone.page().locator("om-payment-screen");
  }

  /** What the phone is asked. */
  private Locator asked() {
    return phone.page().locator("om-offer-list");
  }

  private Locator told() {
    return shop.page().locator("om-scan-screen").getByRole(AriaRole.ALERT).first();
  }

  private static void tap(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  private void tapAsked(String button) {
    asked()
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions()
                .setName(Pattern.compile("^" + button + " Bakkerij De Korenaar, € ")))
        .first()
        .click();
  }

  private void sell(String cents) {
    shop.page().keyboard().type(cents);
    assertThat(stage()).hasAttribute("state", "waiting");
  }

  /** The resident shows their code; returns what stands on the screen below it. */
  private String ownCode() {
    tap(phone.page(), "Mijn code");
    String letters = phone.page().locator("om-code-screen .letters").textContent();
    tap(phone.page(), "Terug");
    return letters;
  }

  private void scan(String text) {
    if (shop.page().locator("om-scan-screen").count() == 0) {
      shop.page().keyboard().press("F2");
    }
    shop.page().locator("om-scan-screen").getByRole(AriaRole.TEXTBOX).fill(text);
    shop.page().keyboard().press("Enter");
  }

  @Test
  void whatTheTillFilmsIsAskedOnThePhoneAndPaidByATapThere(@TempDir Path folder)
      throws IOException {
    CameraFilm film = new CameraFilm(folder.resolve("film.mjpeg"));
    tap(phone.page(), "Mijn code");
    film.of(phone.page().locator("om-code-screen om-qr-code").screenshot());
    try (Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        DemoVisitor till = DemoVisitor.become(
            "Bakker, mag alles", 1280, withCamera(playwright, film), demo.address())) {
      till.context().grantPermissions(List.of("camera"));
      assertThat(till.page().locator("main")).containsText("verbonden");
      till.page().keyboard().type("61");
      assertThat(stage(till)).hasAttribute("state", "waiting");
      tap(till.page(), "Scan klant");
      assertThat(stage(till)).containsText(ASKED);
      assertThat(stage(till).locator("om-qr-code")).isVisible();
      assertThat(till.page().locator("[aria-live=polite]").last())
          .hasText("Gevraagd op de telefoon van de klant, 0 euro 61");
      till.look("till-offered");
      assertThat(asked()).containsText("Bakkerij De Korenaar vraagt");
      phone.look("wallet-offer-at-code");
      tap(phone.page(), "Terug");
      assertThat(asked()).hasAttribute("aria-live", "polite");
      phone.look("wallet-offer");

      tapAsked("Bekijk");
      assertThat(payment()).hasAttribute("state", "asking");
      assertThat(payment()).containsText("Bakkerij De Korenaar");
      assertThat(asked()).hasCount(0);
      assertThat(stage(till)).hasAttribute("state", "confirming");
      tap(phone.page(), "Betaal € 0,61");
      assertThat(payment()).hasAttribute("state", "paid");
      assertThat(stage(till)).hasAttribute("state", "paid");
      tap(phone.page(), "Terug");
      assertThat(phone.page().locator(".balance")).isVisible();
      assertThat(asked()).isEmpty();
    }
  }

  private static Browser withCamera(Playwright playwright, CameraFilm film) {
    return playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of("/usr/bin/chromium"))
            .setChromiumSandbox(false)
            .setArgs(List.of(
                "--disable-gpu",
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + film.file())));
  }

  @Test
  void whatIsTypedIsAskedToo() {
    String code = ownCode();
    sell("62");
    scan(code.toLowerCase(java.util.Locale.ROOT));
    assertThat(stage()).containsText(ASKED);
    tapAsked("Bekijk");
    assertThat(stage()).hasAttribute("state", "confirming");
    tap(phone.page(), "Terug");
    assertThat(stage()).hasAttribute("state", "waiting");
    assertThat(stage()).containsText(ASKED);
    shop.page().reload();
    assertThat(stage()).containsText(ASKED);
    assertThat(asked()).containsText("Bakkerij De Korenaar vraagt");
  }

  @Tag("long")
  @Test
  void whatIsPutAsideStaysAwayUntilItIsAskedAgain() {
    String code = ownCode();
    sell("63");
    scan(code);
    tapAsked("Nu niet");
    assertThat(asked()).isEmpty();
    phone.page().reload();
    assertThat(phone.page().locator(".balance")).containsText(",");
    assertThat(asked()).isEmpty();
    assertThat(stage()).containsText(ASKED);
    phone.page().waitForTimeout(1_000); // an offer's time has whole seconds
    scan(code);
    assertThat(stage()).containsText(ASKED);
    assertThat(asked()).containsText("Bakkerij De Korenaar vraagt");
  }

  @Tag("long")
  @Test
  void itGoesWithTheSaleAndSeveralStandBesideEachOther() {
    String code = ownCode();
    sell("64");
    scan(code);
    tap(shop.page(), "Volgende klant");
    phone.page().waitForTimeout(1_000); // an offer's time has whole seconds
    sell("65");
    scan(code);
    assertThat(asked().locator("section")).hasCount(2);
    assertThat(asked().locator("section").first()).containsText("0,65");
    phone.look("wallet-offers");
    sell("0"); // which makes it 6.50
    assertThat(asked().locator("section")).hasCount(1);
    assertThat(asked()).containsText("0,64");
    assertThat(stage()).not().containsText(ASKED);
    shop.page()
        .getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("0 euro 64")))
        .click();
    assertThat(stage()).containsText(ASKED);
    shop.page().keyboard().press("Escape");
    assertThat(asked()).isEmpty();
    shop.page()
        .getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("6 euro 50")))
        .click();
    assertThat(stage()).hasAttribute("state", "waiting");
  }

  @Tag("long")
  @Test
  void aPhoneThatWasAsleepFindsIt() {
    String code = ownCode();
    phone.page().navigate("about:blank");
    sell("66");
    scan(code);
    assertThat(stage()).containsText(ASKED);
    phone.page().route("**/events", Route::abort); // and it hears nothing
    phone.page().navigate(demo.address() + "/wallet");
    assertThat(asked()).containsText("Bakkerij De Korenaar vraagt");
    shop.page().keyboard().press("Escape");
    phone.passTime(5);
    assertThat(asked()).isEmpty(); // asked every five seconds while there is one
  }

  @Tag("long")
  @Test
  void withoutASaleNothingIsAskedAndNothingIsKept() {
    String code = ownCode();
    scan(code);
    assertThat(told()).hasText("Typ eerst het bedrag. Scan daarna de code van de klant.");
    shop.look("till-offer-no-sale");
    tap(shop.page(), "Naar de kassa");
    sell("67");
    assertThat(stage()).not().containsText(ASKED);
    assertThat(asked()).isEmpty();
  }

  @Test
  void whoseCodeItIsNotIsSaid() {
    StickerId shops = newId();
    shop.page().evaluate("""
        async (sticker) => {
          const { client } = document.querySelector('om-till-app').member;
          const iat = Math.floor(Date.now() / 1000);
          const { origin: ledger, account: payee } = client;
          await client.createSticker(await client.key.signJws('omloop-sticker+jws', { iat, ledger, payee, sticker }));
        }""", shops.text());
    sell("68");
    scan(demo.address() + "/P/" + shops);
    assertThat(told()).hasText("Dit is een code van jullie zelf. Scan die van de klant.");
    scan(newId().text());
    assertThat(told())
        .hasText("Deze code kennen we niet. Laat de klant de code op de kassa scannen.");
    scan("00000 00001");
    assertThat(told()).hasText("Deze code klopt niet. Kijk nog eens goed, en typ hem opnieuw.");
    String before = ownCode();
    phone.page().evaluate("""
        (id) => document.querySelector('om-wallet-app').member.client.replaceSticker(id)""", before.replace(" ", ""));
    scan(before);
    assertThat(told()).hasText("Deze code is vervangen. Vraag de klant om de nieuwe.");
    shop.look("till-offer-replaced");
    assertThat(asked()).isEmpty();
  }

  private static StickerId newId() {
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    return StickerId.of(random);
  }

  /** What the server says is tested with the server; here it is whether there are words for it. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          sticker-not-personal | Dit is een vaste code van een winkel, niet van een persoon.
          offers-exhausted     | Dit is al aan drie mensen gevraagd. Laat de klant scannen.
          request-taken        | Een andere klant bekijkt dit al. Maak een nieuwe code.
          something-new        | Niet gevraagd. De reden: something-new
          """)
  void whyNobodyWasAskedIsSaid(String problem, String words) {
    sell("69");
    shop.page()
        .route(
            OFFERS,
            route -> route.fulfill(new Route.FulfillOptions()
                .setStatus(409)
                .setContentType("application/problem+json")
                .setBody("{\"type\":\"/problems/" + problem + "\"}")));
    scan(newId().text());
    assertThat(told()).hasText(words);
    tap(shop.page(), "Naar de kassa");
    assertThat(stage()).not().containsText(ASKED);
  }

  @Test
  void withoutAConnectionTheCodeOnTheTillIsWhatThereIs() {
    String code = ownCode();
    sell("71");
    shop.page().route(OFFERS, Route::abort);
    scan(code);
    assertThat(told()).hasText("Geen verbinding. Probeer het opnieuw, of laat de klant scannen.");
    tap(shop.page(), "Naar de kassa");
    shop.page().route(API, Route::abort);
    shop.page().keyboard().press("Escape");
    sell("72");
    scan(code);
    assertThat(told())
        .hasText("Dit kan alleen met verbinding. Laat de klant de code op de kassa scannen.");
    shop.look("till-offer-no-connection");
    tap(shop.page(), "Naar de kassa");
    shop.page().keyboard().press("Escape"); // the server never had it
  }

  @Tag("long")
  @Test
  void aSaleThatIsOverIsNotAsked() {
    String code = ownCode();
    sell("73");
    shop.page().route(OFFERS, route -> {
      String request = route.request().url().replaceFirst("/offers$", "");
      shop.page()
          .evaluate(
              "id => document.querySelector('om-till-app').member.client.changeRequest(id, 'withdrawals')",
              request.substring(request.lastIndexOf('/') + 1));
      route.resume();
    });
    scan(code);
    assertThat(told()).hasText("Deze verkoop is niet meer open. Maak een nieuwe code.");
    assertThat(asked()).isEmpty();
  }
}
