package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.omloop.server.web.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omloop.server.cli.RunningDemo;

/** The municipality's page on a real market: what everybody sees of it, and what an auditor finds behind a figure. */
@ExtendWith({Chromium.class, SharedDemo.class})
class CityOnDemoBrowserTest {
  private static RunningDemo demo;
  private static Browser browser;

  @BeforeAll
  static void start(Browser chromium, RunningDemo shared) {
    demo = shared;
    browser = chromium;
  }

  @Test
  void everybodySeesThatItCloses() {
    try (DemoVisitor visitor = DemoVisitor.newcomer("/city", 1280, browser, demo.address())) {
      assertThat(visitor.page().locator("om-closing-line")).containsText("Het sluit");
      assertThat(visitor.page().locator("om-entry-list")).hasCount(0);
      assertEquals(List.of(), Accessibility.violations(visitor.page()));
    }
  }

  @Test
  void anAuditorFindsTheReceiptBehindAFigure() {
    try (DemoVisitor auditor = DemoVisitor.become("Controleur", 1280, browser, demo.address())) {
      Page page = auditor.page();
      page.navigate(demo.address() + "/city");
      Locator sectors = page.locator("#table-sectors");
      button(sectors, "Bekijk\\s*: Handel en winkels").click();
      Locator purchase = sectors
          .locator("om-entry-list tbody tr")
          .filter(new Locator.FilterOptions().setHasText("Aankoop"))
          .first();
      button(purchase, "Controleer").click();
      assertThat(purchase).containsText("klopt");
      auditor.keepPicture("city-auditor");
      assertEquals(List.of(), Accessibility.violations(page));
    }
  }

  @Test
  void anAuditorsPaperIsExactAndSaysThatItIsConfidential() throws IOException {
    try (DemoVisitor auditor = DemoVisitor.become("Controleur", 1280, browser, demo.address())) {
      Page page = auditor.page();
      page.navigate(demo.address() + "/city");
      Download paper = page.waitForDownload(
          () -> button(page.locator(".controls"), "PDF voor de raad").click());
      try (PDDocument document = Loader.loadPDF(Files.readAllBytes(paper.path()))) {
        String text = new PDFTextStripper().getText(document);
        assertEquals(
            document.getNumberOfPages(), text.split("Vertrouwelijk, exact", -1).length - 1);
      }
    }
  }

  private static Locator button(Locator within, String name) {
    return within
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(Pattern.compile("^\\s*" + name)))
        .first();
  }
}
