package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.cli.RunningDemo;

/**
 * From the pixels of the till to the pixels of the till: its code is filmed by the wallet's camera, read, paid with a
 * signature, booked, proven, and turns the till green. All of it is real but the hand that holds the phone.
 */
@ExtendWith(SharedDemo.class)
class PixelToPixelBrowserTest {
  @TempDir
  private static Path folder;

  private static RunningDemo demo;
  private static CameraFilm film;
  private static Playwright playwright;
  private static Browser browser;

  private DemoVisitor shop;
  private DemoVisitor phone;
  private Page till;
  private Page wallet;

  @BeforeAll
  static void start(RunningDemo shared) throws IOException {
    demo = shared;
    film = new CameraFilm(folder.resolve("film.mjpeg"));
    playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright
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

  @AfterAll
  static void stop() {
    playwright.close();
  }

  @BeforeEach
  void open() {
    shop = DemoVisitor.become("Bakker, mag alles", 1280, browser, demo.address());
    phone = DemoVisitor.become("Bewoner", 360, browser, demo.address());
    phone.context().grantPermissions(List.of("camera"));
    till = shop.page();
    wallet = phone.page();
  }

  @AfterEach
  void close() {
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

  private static void await(Locator element, String state) {
    assertThat(element).hasAttribute("state", state);
  }

  @Test
  void fourTapsAScanAndATapTurnTheTillGreen() throws IOException {
    await(stage(), "empty");
    Moments.noteIn(till);
    Moments.noteIn(wallet);
    press("1", "2", "5", "0");
    await(stage(), "waiting");
    keepPictures("waiting");
    shop.poseForDocuments("till-waiting");

    film.of(stage().screenshot());
    wallet
        .getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Betaal").setExact(true))
        .click();
    Locator screen = wallet.locator("om-payment-screen");
    await(screen, "asking");
    double filming = Moments.of(wallet, "click");
    await(stage(), "confirming");
    assertThat(screen).containsText("Bakkerij");

    keepPictures("confirming");
    phone.poseForDocuments("wallet-asking");
    Locator pay = screen.getByRole(AriaRole.BUTTON).first();
    assertThat(pay).hasText("Betaal € 12,50");
    pay.click();
    await(stage(), "paid");
    assertThat(stage()).containsText("Betaald");
    await(screen, "paid");
    assertThat(screen).containsText("Je telefoon heeft het bewijs gecontroleerd");
    keepPictures("paid");
    shop.poseForDocuments("till-paid");
    phone.poseForDocuments("wallet-paid");

    System.out.printf(
        "Pixel to pixel: last digit to code %.0f ms, camera to reading %.0f ms, tap to green %.0f ms, all %.0f ms%n",
        Moments.of(till, "waiting") - Moments.of(till, "click"),
        Moments.of(wallet, "asking") - filming,
        Moments.of(till, "paid") - Moments.of(wallet, "click"),
        Moments.of(till, "paid") - Moments.of(till, "click"));
    giveItBack();
  }

  @Test
  void whatHappensToACodeShowsOnBothScreens() {
    press("1");
    await(stage(), "waiting");
    String first = code();
    press("2");
    await(stage(), "waiting");
    assertNotEquals(first, code(), "each digit makes another code");
    wallet.navigate(demo.address() + first.substring(first.indexOf("/B/")));
    assertThat(wallet.locator("om-payment-screen")).containsText("ingetrokken");
    keepPictures("withdrawn");

    assertThat(stage().getByRole(AriaRole.LINK)).hasAttribute("href", path());
    wallet.navigate(demo.address() + path());
    await(wallet.locator("om-payment-screen"), "asking");
    await(stage(), "confirming");
    wallet
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Terug"))
        .click();
    await(stage(), "waiting");
    wallet.navigate(demo.address() + "/B/00000000000000000000000000");
    assertThat(wallet.locator("om-payment-screen")).containsText("kennen we niet");

    press("Begin opnieuw", "9", "00", "00");
    await(stage(), "waiting");
    wallet.navigate(demo.address() + path());
    await(wallet.locator("om-payment-screen"), "asking");
    wallet.locator("om-payment-screen").getByRole(AriaRole.BUTTON).first().click();
    await(stage(), "refused");
    await(wallet.locator("om-payment-screen"), "refused");
    keepPictures("refused");
    press("Begin opnieuw");
    await(stage(), "empty");
    shop.tolerateRefusals();
    phone.tolerateRefusals();
  }

  @Tag("long")
  @Test
  void isAccessibleInBothLanguagesAndColours() {
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (String language : List.of("Nederlands", "English")) {
        for (Page page : List.of(till, wallet)) {
          page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
          page.getByText(language).click();
          assertThat(page.locator("main")).isVisible();
          assertEquals(List.of(), Accessibility.violations(page));
          page.setViewportSize(320, 740);
          assertEquals(0, page.evaluate("() => document.documentElement.scrollWidth - innerWidth"));
        }
        keepPictures("empty-" + language.substring(0, 2) + "-" + colours);
      }
    }
  }

  private String code() {
    return (String) stage().locator("om-qr-code").evaluate("element => element.code.text");
  }

  private String path() {
    return code().substring(code().indexOf("/B/"));
  }

  /** Three taps: the payment, "Geld terug", and yes. */
  private void giveItBack() {
    Locator latest = till.locator("om-latest-sales");
    latest.getByRole(AriaRole.BUTTON, named("12,50|12 euro 50")).first().click();
    latest.getByRole(AriaRole.BUTTON, named("^Geld terug$")).click();
    till.locator("om-refund-screen")
        .getByRole(AriaRole.BUTTON, named("^Ja, geef"))
        .click();
    assertThat(till.locator("om-refund-screen")).containsText("Teruggegeven: € 12,50.");
  }

  private static Locator.GetByRoleOptions named(String pattern) {
    return new Locator.GetByRoleOptions().setName(Pattern.compile(pattern));
  }

  private void keepPictures(String name) {
    keep(till, "till-" + name);
    keep(wallet, "wallet-" + name);
  }

  private static void keep(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
  }
}
