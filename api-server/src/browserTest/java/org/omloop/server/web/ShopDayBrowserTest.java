package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** A baker's day at the till: money back in parts, what today made, and closing it. */
@ExtendWith({Chromium.class, SharedDemo.class})
class ShopDayBrowserTest {
  private static RunningDemo demo;

  private final List<String> faults = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private Browser browser;
  private Page till;
  private Page wallet;

  @BeforeAll
  static void start(RunningDemo shared) {
    demo = shared;
  }

  @BeforeEach
  void open(Browser shared) {
    browser = shared;
    till = become(Visitor.AT_A_DESK, "Bakker, mag alles");
    wallet = become(Visitor.AT_A_DESK.on(360), "Bewoner");
  }

  @AfterEach
  void close() {
    contexts.forEach(BrowserContext::close);
    assertEquals(List.of(), faults);
  }

  private Page become(Visitor visitor, String who) {
    BrowserContext context = browser.newContext(visitor.browser());
    contexts.add(context);
    Page page = listen(context.newPage());
    page.navigate(demo.address() + "/");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(who)))
        .first()
        .click();
    return page;
  }

  private Page listen(Page page) {
    page.onPageError(faults::add);
    page.onConsoleMessage(message -> {
      boolean isAnswer = message.text().startsWith("Failed to load resource");
      if (message.type().equals("error") && !isAnswer) {
        faults.add(message.text());
      }
    });
    return page;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
  }

  private void press(String... keys) {
    for (String key : keys) {
      button(till, "^" + key + "$").click();
    }
  }

  /** A sale that the wallet pays. */
  private void sell(String... keys) {
    press(keys);
    Locator stage = till.locator("om-sale-stage");
    assertThat(stage).hasAttribute("state", "waiting");
    String code = (String) stage.locator("om-qr-code").evaluate("element => element.code.text");
    wallet.navigate(demo.address() + code.substring(code.indexOf("/B/")));
    Locator screen = wallet.locator("om-payment-screen");
    assertThat(screen).hasAttribute("state", "asking");
    screen.getByRole(AriaRole.BUTTON).first().click();
    assertThat(stage).hasAttribute("state", "paid");
  }

  private static void askRefund(Page page, String spoken) {
    button(page, spoken).first().click();
    button(page, "^Geld terug$").click();
    assertThat(page.locator("om-refund-screen")).isVisible();
  }

  @Test
  void moneyGoesBackInPartsAndNeverMore() {
    sell("6", "3", "7");
    askRefund(till, "6 euro 37");
    Locator screen = till.locator("om-refund-screen");
    assertThat(button(till, "^Ja, geef € 6,37 terug$")).isFocused();
    keepPicture(till, "till-refund");
    till.keyboard().type("237");
    button(till, "^Ja, geef € 2,37 terug$").dblclick();
    assertThat(screen).containsText("Teruggegeven: € 2,37.");

    button(till, "^Geef nog iets terug$").click();
    press("4", "0", "1");
    assertThat(screen).containsText("Dit is meer dan er over is. Geef hoogstens € 4,00 terug.");
    assertThat(button(till, "^Ja, geef € 4,01 terug$")).isDisabled();
    keepPicture(till, "till-refund-too-much");
    press("Begin opnieuw");
    button(till, "^Ja, geef € 4,00 terug$").click();
    assertThat(screen).containsText("Teruggegeven: € 4,00.");
    button(till, "^Klaar$").click();
    button(till, "6 euro 37").first().click();
    assertThat(till.locator("om-latest-sales")).containsText("Dit is al helemaal teruggegeven.");

    button(till, "^Vandaag$").click();
    Locator day = till.locator("om-day-screen");
    assertThat(day).containsText("Teruggegeven");
    till.getByRole(AriaRole.SEARCHBOX).fill("6,37");
    assertThat(day).containsText("1 gevonden");
    till.getByRole(AriaRole.SEARCHBOX).fill("2,37");
    assertThat(day).containsText("1 gevonden"); // two taps gave back once
    assertThat(day).containsText("Geld terug");
  }

  @Tag("long")
  @Test
  void anotherTillThatWasFirstIsToldInWords() {
    sell("5", "1", "1");
    Page other = listen(till.context().newPage());
    other.navigate(till.url());
    askRefund(other, "5 euro 11");
    askRefund(till, "5 euro 11");
    button(till, "^Ja, geef € 5,11 terug$").click();
    assertThat(till.locator("om-refund-screen")).containsText("Teruggegeven: € 5,11.");
    button(other, "^Ja, geef € 5,11 terug$").click();
    assertThat(other.locator("om-refund-screen")).containsText("Dit is al helemaal teruggegeven.");
    keepPicture(other, "till-refund-refused");
  }

  @Test
  void theDayIsClosedOnceAndPrinted() throws IOException {
    sell("7", "7", "7");
    Page other = become(Visitor.AT_A_DESK, "Bakker, mag alles");
    toTally(other);
    toTally(till);
    keepPicture(till, "till-tally-x");
    button(other, "^Sluit de dag af").click();
    button(till, "^Sluit de dag af").click();
    assertThat(till.locator("om-tally-screen")).containsText("Afsluiten kan niet terug.");
    button(till, "^Ja, sluit af$").dblclick();
    assertThat(till.locator("om-tally-screen")).containsText("De dag is afgesloten.");
    assertThat(till.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText(Pattern.compile("Afsluiting Z\\d+"));
    button(other, "^Ja, sluit af$").click();
    assertThat(other.locator("om-tally-screen"))
        .containsText("Een andere kassa heeft al afgesloten.");
    keepPicture(till, "till-closing-z");
    print();
    assertTrue(saved().contains("totaal;;"));
    showAgain();
  }

  /** After a closing comes the next tally, and the closing can be shown again. */
  private void showAgain() {
    button(till, "^Tussenstand \\(X\\)$").click();
    assertThat(till.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText(Pattern.compile("Tussenstand \\(X\\) voor afsluiting \\d+"));
    assertThat(till.locator("om-tally-screen"))
        .containsText("Sinds de vorige afsluiting is er niets betaald.");
    assertThat(button(till, "^Sluit de dag af")).hasCount(0);
    button(till, "^Z\\d+, ").first().click();
    assertThat(till.locator("om-tally-screen")).containsText("Voor de boekhouder");
  }

  private void toTally(Page page) {
    button(page, "^Vandaag$").click();
    button(page, "^Tussenstand \\(X\\)$").click();
    assertThat(page.locator("om-tally-report")).isVisible();
  }

  private void print() {
    till.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    till.setViewportSize(272, 900); // the print of an 80 mm roll is 72 mm wide
    assertEquals(0, sidewaysScroll(till));
    assertThat(button(till, "^Druk af$")).isHidden();
    keepPicture(till, "till-closing-80-mm");
    till.setViewportSize(1280, 900);
    till.pdf(new Page.PdfOptions()
        .setFormat("A4")
        .setPath(Path.of("target/screenshots/till-closing-a4.pdf")));
    till.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private String saved() throws IOException {
    Download download =
        till.waitForDownload(() -> button(till, "^Bewaar als CSV$").click());
    return Files.readString(download.path(), StandardCharsets.UTF_8);
  }

  @Test
  void aCashierSeesTheOwnTallyAndDoesNotClose() {
    Page cashier = become(Visitor.AT_A_DESK, "Kassamedewerker");
    toTally(cashier);
    assertThat(cashier.locator("om-tally-screen")).containsText("Je eigen tussenstand");
    assertThat(cashier.locator("om-tally-screen"))
        .containsText("Afsluiten doet wie voor de zaak mag betalen.");
    assertThat(button(cashier, "^Sluit de dag af")).hasCount(0);
    keepPicture(cashier, "till-tally-cashier");
  }

  @Test
  void everyScreenIsAccessibleInBothLanguagesAndColours() {
    sell("1", "2", "5");
    askRefund(till, "1 euro 25");
    examine("refund");
    button(till, "^Terug$").click();
    button(till, "^Vandaag$").click();
    assertThat(till.locator("om-day-screen")).containsText("Naar de kassa");
    button(till, "1 euro 25").first().click();
    examine("day");
    button(till, "^Tussenstand \\(X\\)$").click();
    assertThat(till.locator("om-tally-report")).isVisible();
    examine("tally");
  }

  private void examine(String screen) {
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (String language : List.of("English", "Nederlands")) {
        till.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        till.getByText(language).click();
        for (int width : List.of(320, 1280)) {
          till.setViewportSize(width, 900);
          assertEquals(List.of(), Accessibility.violations(till));
          assertEquals(0, sidewaysScroll(till), screen);
          keepPicture(
              till,
              String.join("-", "till", screen, language.substring(0, 2), colours.name(), "" + width)
                  .toLowerCase(Locale.ROOT));
        }
      }
    }
    till.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
  }

  private static Object sidewaysScroll(Page page) {
    return page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
  }

  private static void keepPicture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions()
        .setFullPage(true)
        .setPath(Path.of("target/screenshots", name + ".png")));
  }
}
