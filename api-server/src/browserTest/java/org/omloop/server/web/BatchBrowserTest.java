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
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.server.cli.RunningDemo;

/** A list from a spreadsheet becomes letters, and a list with a mistake in it becomes nothing. */
@ExtendWith({Chromium.class, SharedDemo.class})
class BatchBrowserTest {
  private static RunningDemo demo;
  private static Browser browser;

  private DemoVisitor office;
  private Locator form;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  @BeforeEach
  void enter() {
    office = DemoVisitor.become("Kantoor, nodigt", 1280, browser, demo.address());
    office.page().navigate(demo.address() + "/office?room=members");
    form = office.page().locator("om-batch-form");
  }

  @AfterEach
  void leave() {
    office.tolerateRefusals();
    office.close();
  }

  private void choose(String text, Charset charset) {
    form.getByLabel("Bestand")
        .setInputFiles(new FilePayload("lijst.csv", "text/csv", text.getBytes(charset)));
  }

  private Locator button(String name) {
    return form.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile(name)));
  }

  @Test
  void aListBecomesMembersAndLetters() throws IOException {
    String list = """
        Naam;E-mail;Straat en nummer;KVK;Handelsnaam;SBI
        "Gümüş, Ada";ada@mail.example;;;;
        Theehuis 't Hoekje;thee@mail.example;Werfpad 9;44556677;"'t Hoekje ""Oost"" B.V.";5610
        """;
    choose(list, StandardCharsets.UTF_8);
    assertThat(form).containsText("Alles is in orde. Regels: 2.");
    office.look("office-batch");
    assertEquals(List.of(), Accessibility.violations(office.page()));
    button("Teken uitnodigingen \\(2\\)").click();
    assertThat(form).containsText("2 uitgenodigd");
    Download letters =
        office.page().waitForDownload(() -> button("Maak de brieven").click());
    try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(letters.path()))) {
      String text = new PDFTextStripper().getText(pdf);
      assertEquals(2, pdf.getNumberOfPages());
      assertTrue(text.contains("Ada") && text.contains("Theehuis 't Hoekje"), text);
    }
    office.page().getByLabel("Naam, e-mailadres, IBAN, KVK-nummer of rekening").fill("44556677");
    office
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zoek").setExact(true))
        .click();
    assertThat(office.page().locator("om-member-search")).containsText("Theehuis 't Hoekje");
    office.page().setViewportSize(320, 740);
    office.assertNothingBesideTheScreen();
  }

  /** The second line is refused once, after the server has asked for patience; nobody else's letter waits for it. */
  @Test
  void aLineThatIsRefusedStopsNoOther() throws IOException {
    AtomicInteger orders = new AtomicInteger();
    office.page().route("**/v1/orders", route -> {
      switch (orders.incrementAndGet()) {
        case 2 -> refuse(route, 429, "Te vaak");
        case 3 -> refuse(route, 422, "De opdracht is verlopen");
        default -> route.resume();
      }
    });
    choose("naam\nEen Rij\nTwee Rij\nDrie Rij\n", StandardCharsets.UTF_8);
    button("Teken uitnodigingen \\(3\\)").click();
    assertThat(form).containsText("2 uitgenodigd, 1 niet.");
    Locator second = form.getByRole(AriaRole.ROW).nth(2);
    assertThat(second).containsText("De opdracht is verlopen");
    assertThat(form.getByRole(AriaRole.ROW).nth(3)).containsText("Uitgenodigd");
    assertEquals(2, letters());
    button("Teken uitnodigingen \\(1\\)").click();
    assertThat(form).containsText("3 uitgenodigd.");
    assertThat(second).containsText("Uitgenodigd");
    assertThat(second).not().containsText("verlopen");
    assertEquals(3, letters());
  }

  private static void refuse(Route route, int status, String title) {
    route.fulfill(new Route.FulfillOptions()
        .setStatus(status)
        .setContentType("application/problem+json")
        .setBody(new JsonObject().put("title", title).encode()));
  }

  private int letters() throws IOException {
    Download letters =
        office.page().waitForDownload(() -> button("Maak de brieven").click());
    try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(letters.path()))) {
      return pdf.getNumberOfPages();
    }
  }

  @Tag("long")
  @Test
  void aListOfAnOlderSpreadsheetIsReadToo() {
    choose("naam,plaats\r\nZoë Übermann,Café\r\n", Charset.forName("windows-1252"));
    assertThat(form).containsText("Zoë Übermann");
    choose("\ufeffnaam\tplaats\nJörg\tOost\n", StandardCharsets.UTF_16LE);
    assertThat(form).containsText("Jörg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "e-mail\\na@b.example| Er is geen kolom naam.",
        "naam;name\\nA;B| Twee kolommen betekenen hetzelfde.",
        "naam\\n| Er staat niemand in.",
        "naam\\n\"Anna| Er staat een aanhalingsteken te veel of te weinig in.",
        "naam;kvk\\nWinkel;123| KVK-nummer klopt niet.",
        "naam;e-mail\\nAnna;anna| E-mailadres klopt niet.",
        "naam;kvk;sbi;handelsnaam;straat\\nW;12345678;99x;W;S 1| Branche (SBI) klopt niet.",
        "naam;kvk;sbi;handelsnaam;straat\\nW;12345678;04;W;S 1| Deze SBI-code bestaat niet.",
        "naam;iban\\nAnna;NL91ABNA0417164301| Dit is geen IBAN.",
        "naam;iban\\nAnna;NL91ABNA0417164300| Haal de IBAN weg",
        "naam;e-mail\\nAnna;a@b.example\\nanna;A@B.example| Staat al op regel 2.",
        "naam;plaats\\nAn~na;Oost| Naam, of naam op de deur heeft een teken dat niemand ziet.",
        "naam;plaats\\nAnna;Oost;meer| Deze regel heeft te veel kolommen.",
        "naam;plaats\\n;Oost| Naam, of naam op de deur ontbreekt."
      })
  void whatIsWrongIsSaidAndNothingIsSigned(String list, String said) {
    String softHyphen = Character.toString(0xAD);
    choose(list.replace("\\n", "\n").replace("~", softHyphen), StandardCharsets.UTF_8);
    assertThat(form).containsText(said);
    assertThat(button("Teken")).hasCount(0);
  }

  @Tag("long")
  @Test
  void aPictureIsNoList() {
    form.getByLabel("Bestand")
        .setInputFiles(new FilePayload(
            "plaatje.csv", "text/csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}));
    assertThat(form).containsText("Dit is geen tekst die we kunnen lezen.");
  }
}
