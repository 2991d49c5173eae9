package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** Codes that stay on a counter: made and printed at the till, paid and checked with a phone. */
@ExtendWith({Chromium.class, SharedDemo.class})
class StickersBrowserTest {
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

  private Locator stickers() {
    return shop.page().locator("om-sticker-list");
  }

  private Locator screen() {
    return phone.page().locator("om-payment-screen");
  }

  private void tap(Locator place, String button) {
    place
        .getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }

  /** Makes a code and returns its path. */
  private String make(String text, String price) {
    tap(shop.page().locator("main"), "Stickers en posters");
    stickers().getByLabel("Waarvoor (hoeft niet)").fill(text);
    stickers().getByLabel("Vaste prijs (hoeft niet)").fill(price);
    tap(stickers(), "Maak een code");
    assertThat(stickers()).containsText("Gemaakt. Druk hem af.");
    Locator made = stickers()
        .locator("li")
        .filter(new Locator.FilterOptions().setHasText(text.isEmpty() ? "Alles" : text));
    return "/P/" + made.first().locator(".code").textContent();
  }

  @Test
  void aCodeWithAPriceIsPaidWithOneTap() {
    String path = make("Koffie", "2,75");
    shop.keepPicture("till-stickers");
    assertEquals(List.of(), Accessibility.violations(shop.page()));
    phone.page().navigate(demo.address() + path);
    assertThat(screen()).hasAttribute("state", "asking");
    assertThat(screen()).containsText("Bakkerij De Korenaar");
    assertThat(screen()).containsText("Koffie");
    tap(screen(), "Betaal € 2,75");
    assertThat(screen()).hasAttribute("state", "paid");
    tap(stickers(), "Terug");
    assertThat(shop.page().locator("om-latest-sales")).containsText("2,75");
  }

  @Tag("long")
  @Test
  void withoutAPriceThePayerSaysHowMuch() {
    phone.page().navigate(demo.address() + make("", ""));
    assertThat(screen()).hasAttribute("state", "filling");
    Locator amount = screen().getByLabel("Hoeveel wil je betalen? (€)");
    for (String wrong : List.of("veel", "0", "1,234", "-5")) {
      amount.fill(wrong);
      tap(screen(), "Ga verder");
      assertThat(screen()).containsText("Typ een bedrag, zoals 12,50.");
    }
    phone.keepPicture("wallet-filling");
    assertEquals(List.of(), Accessibility.violations(phone.page()));
    amount.fill("1,5");
    tap(screen(), "Ga verder");
    tap(screen(), "Betaal € 1,50");
    assertThat(screen()).hasAttribute("state", "paid");
  }

  @Test
  void aCodeThatWasReplacedIsNotPaid() {
    String path = make("Oud", "");
    tap(stickers(), "Beëindig");
    assertThat(stickers()).containsText("werkt niet meer");
    phone.page().navigate(demo.address() + path);
    assertThat(screen()).containsText("Deze code is vervangen");
    phone.keepPicture("wallet-replaced");
    phone.page().navigate(demo.address() + "/P/0000000001");
    assertThat(phone.page().locator("main")).containsText("Deze code kennen we niet.");
  }

  @Test
  void whoCannotScanTypesTheCode() {
    String id = make("Typen", "1").substring("/P/".length());
    phone.page().setViewportSize(320, 740);
    tap(phone.page().locator("main"), "Betaal");
    Locator typed = phone.page().getByLabel("Of typ de code");
    typed.fill("0000000001");
    tap(phone.page().locator("main"), "Ga verder");
    assertThat(phone.page().locator("main")).containsText("Dit is geen code om te betalen.");
    typed.fill(id.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{5})", "$1 "));
    tap(phone.page().locator("main"), "Ga verder");
    assertThat(screen()).containsText("Bakkerij De Korenaar");
    phone.assertNothingBesideTheScreen();
  }

  @Tag("long")
  @Test
  void theShopChecksItsOwnCodeWithItsPhone() {
    String path = make("Eigen", "");
    shop.page().evaluate(DemoVisitor.COPY_ENROLMENT, List.of("till", "wallet"));
    shop.page().navigate(demo.address() + path);
    assertThat(shop.page().locator("om-payment-screen"))
        .containsText("Dit is je eigen code. Hij klopt");
  }

  @Test
  void aSheetComesAsPdfAndAsPicture() throws IOException {
    make("Poster", "18");
    Download pdf = shop.page().waitForDownload(() -> tap(stickers(), "PDF"));
    assertTrue(pdf.suggestedFilename().endsWith("-a5.pdf"), pdf.suggestedFilename());
    assertTrue(Files.readString(pdf.path(), java.nio.charset.StandardCharsets.ISO_8859_1)
        .startsWith("%PDF"));
    Download svg = shop.page().waitForDownload(() -> tap(stickers(), "SVG"));
    String picture = Files.readString(svg.path());
    assertTrue(picture.contains("Bakkerij De Korenaar"), picture);
    Page drawn = browser.newPage();
    drawn.setContent(picture);
    drawn.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/poster.png")));
    drawn.close();
  }
}
