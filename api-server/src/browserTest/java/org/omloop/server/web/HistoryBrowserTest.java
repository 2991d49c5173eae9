package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
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
import org.omloop.server.cli.RunningDemo;

/** All that happened on an account: looked through on the phone, also without a server, and by the month. */
@ExtendWith({Chromium.class, SharedDemo.class})
class HistoryBrowserTest {
  private static RunningDemo demo;
  private static Browser browser;

  private DemoVisitor phone;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  @BeforeEach
  void open() {
    phone = DemoVisitor.become("Bewoner", 360, browser, demo.address());
    tap("Alles wat er was");
    assertThat(history().getByRole(AriaRole.STATUS).first()).containsText("Gevonden");
  }

  @AfterEach
  void close() {
    phone.close();
  }

  private Locator history() {
    return phone.page().locator("om-history-screen");
  }

  private void tap(String button) {
    phone
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static void assertFine(DemoVisitor visitor) {
    for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      for (String language : List.of("English", "Nederlands")) {
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        visitor
            .page()
            .getByText(language, new Page.GetByTextOptions().setExact(true))
            .click();
        for (int width : List.of(320, 1280)) {
          visitor.page().setViewportSize(width, 740);
          assertEquals(List.of(), Accessibility.violations(visitor.page()));
          visitor.assertNothingBesideTheScreen();
        }
      }
    }
    visitor.page().setViewportSize(360, 740);
  }

  @Test
  void whatIsSoughtIsFoundAndOpens() {
    int all = history().getByRole(AriaRole.LISTITEM).count();
    assertTrue(all >= 1, "entries: " + all);
    assertThat(history().getByRole(AriaRole.STATUS).first()).hasText("Gevonden: " + all);
    phone.keepPicture("wallet-history");
    assertFine(phone);
    history().getByLabel("Naam of bedrag").fill("bestaat niet");
    assertThat(history().getByRole(AriaRole.STATUS).first()).hasText("Gevonden: 0");
    history().getByLabel("Naam of bedrag").fill("opgeladen");
    assertThat(history()).containsText("Opgeladen");
    history().getByRole(AriaRole.LISTITEM).first().getByRole(AriaRole.BUTTON).click();
    assertThat(phone.page().locator("om-receipt-screen")).containsText("Nummer in het journaal");
  }

  @Test
  void withoutAServerThePhoneStillKnows() {
    int all = history().getByRole(AriaRole.LISTITEM).count();
    tap("Terug");
    phone.page().route("**/v1/accounts/*/entries*", route -> route.abort());
    tap("Alles wat er was");
    assertThat(history()).containsText("Je ziet wat je toestel nog weet");
    assertThat(history().getByRole(AriaRole.LISTITEM)).hasCount(all);
    phone.tolerateRefusals();
  }

  /** The files end where the spreadsheet does. */
  private void filesSayTheSame(List<String> rows) throws IOException {
    String closing = rows.get(rows.size() - 1).split(";", -1)[6];
    Download pdf = phone.page().waitForDownload(() -> tap("Bewaar als PDF"));
    assertTrue(
        pdf.suggestedFilename().matches("omloop-\\d{4}-\\d{2}\\.pdf"), pdf.suggestedFilename());
    try (PDDocument document = Loader.loadPDF(pdf.path().toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      String text = stripper.getText(document);
      assertTrue(text.contains("Rekeningoverzicht"), text);
      assertTrue(text.contains("Eindsaldo " + closing), text);
      assertTrue(text.contains("Bladzijde 1 van " + document.getNumberOfPages()), text);
    }
    Download camt = phone.page().waitForDownload(() -> tap("Bewaar als camt.053"));
    assertTrue(camt.suggestedFilename().endsWith(".camt053.xml"), camt.suggestedFilename());
    String xml = Files.readString(camt.path());
    assertTrue(xml.contains("<Amt Ccy=\"EUR\">" + closing.replace(',', '.') + "</Amt>"), xml);
    Download mt940 = phone.page().waitForDownload(() -> tap("Bewaar als MT940"));
    assertTrue(mt940.suggestedFilename().endsWith(".940"), mt940.suggestedFilename());
    String message = Files.readString(mt940.path());
    assertTrue(message.contains("EUR" + closing + "\r\n-\r\n"), message);
  }

  @Test
  void aFileThatDoesNotComeIsSaid() {
    history().getByLabel("Maand").selectOption(new SelectOption().setIndex(1));
    tap("Maandoverzicht");
    Locator statement = phone.page().locator("om-statement-screen");
    assertThat(statement).containsText("Saldo aan het eind");
    phone.page().route("**/statements?*", route -> route.abort());
    tap("Bewaar als PDF");
    assertThat(statement.getByRole(AriaRole.ALERT)).containsText("Geen verbinding.");
    phone.tolerateRefusals();
  }

  @Test
  void aMonthHasItsStatement() throws IOException {
    history().getByLabel("Maand").selectOption(new SelectOption().setIndex(1));
    tap("Maandoverzicht");
    Locator statement = phone.page().locator("om-statement-screen");
    assertThat(statement).containsText("Saldo aan het eind");
    String closing = statement.locator("tbody tr").last().textContent();
    phone.keepPicture("wallet-statement");
    assertEquals(
        0,
        statement.locator(".table").evaluate("each => each.scrollWidth - each.clientWidth"),
        "pixels of the table that are out of sight");
    assertThat(statement.getByRole(
            AriaRole.COLUMNHEADER, new Locator.GetByRoleOptions().setName("Saldo")))
        .hasCount(1);
    assertFine(phone);
    Download csv = phone.page().waitForDownload(() -> tap("Bewaar voor een rekenblad (CSV)"));
    List<String> rows = Files.readAllLines(csv.path());
    assertTrue(rows.get(rows.size() - 1).contains("eindsaldo"), rows.toString());
    assertEquals(
        statement.locator("tbody tr").count() - 4, rows.size() - 3, "lines of the statement");
    assertTrue(closing != null && Pattern.compile("eind").matcher(closing).find(), closing);
    filesSayTheSame(rows);
    phone
        .page()
        .emulateMedia(
            new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    assertThat(phone.page().getByRole(AriaRole.BUTTON)).hasCount(0);
    byte[] pdf = phone.page().pdf(new Page.PdfOptions().setFormat("A4"));
    assertTrue(pdf.length > 5_000, "bytes of the printed page: " + pdf.length);
  }
}
