package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
    assertThat(form).containsText("Alle 2 regels zijn in orde.");
    office.look("office-batch");
    assertEquals(List.of(), Accessibility.violations(office.page()));
    button("Teken 2 uitnodigingen").click();
    assertThat(form).containsText("2 uitgenodigd");
    Download letters =
        office.page().waitForDownload(() -> button("Maak de brieven").click());
    try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(letters.path()))) {
      String text = new PDFTextStripper().getText(pdf);
      assertEquals(2, pdf.getNumberOfPages());
      assertTrue(text.contains("Ada") && text.contains("Theehuis 't Hoekje"), text);
    }
    office.page().getByLabel("Naam, e-mailadres, IBAN of KVK-nummer").fill("44556677");
    office
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zoek").setExact(true))
        .click();
    assertThat(office.page().locator("om-member-search")).containsText("Theehuis 't Hoekje");
    office.page().setViewportSize(320, 740);
    office.assertNothingBesideTheScreen();
  }

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
        "naam;kvk;sbi;handelsnaam;straat\\nW;12345678;99x;W;S 1| Sector (SBI) klopt niet.",
        "naam;kvk;sbi;handelsnaam;straat\\nW;12345678;04;W;S 1| Deze SBI-code bestaat niet.",
        "naam;iban\\nAnna;NL91ABNA0417164301| Dit is geen IBAN.",
        "naam;iban\\nAnna;NL91ABNA0417164300| Haal de IBAN weg",
        "naam;e-mail\\nAnna;a@b.example\\nanna;A@B.example| Staat al op regel 2.",
        "naam;plaats\\nAnna;Oost;meer| Deze regel heeft te veel kolommen.",
        "naam;plaats\\n;Oost| Naam, of naam op de deur ontbreekt."
      })
  void whatIsWrongIsSaidAndNothingIsSigned(String list, String said) {
    choose(list.replace("\\n", "\n"), StandardCharsets.UTF_8);
    assertThat(form).containsText(said);
    assertThat(button("Teken")).hasCount(0);
  }

  @Test
  void aPictureIsNoList() {
    form.getByLabel("Bestand")
        .setInputFiles(new FilePayload(
            "plaatje.csv", "text/csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}));
    assertThat(form).containsText("Dit is geen tekst die we kunnen lezen.");
  }
}
