package org.omloop.server.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;

/** A statement as PDF, read back. */
class PdfStatementTest {
  private static PDDocument read(SampleStatement sample, StatementWords words) throws IOException {
    return Loader.loadPDF(
        sample.write(new PdfStatement(SampleStatement.EURO, SampleStatement.NAMES, words)));
  }

  private static String text(PDDocument document) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    return stripper.getText(document);
  }

  private static void assertSays(String text, String... parts) {
    for (String part : parts) {
      assertTrue(text.contains(part), "«" + part + "» in " + text);
    }
  }

  @Test
  void itSaysWhatThereIsToSay() throws IOException {
    try (PDDocument document = read(SampleStatement.mixed(), StatementWords.DUTCH)) {
      String text = text(document);
      assertSays(
          text,
          "Kring Proef & Zn",
          "Rekeningoverzicht",
          "Rekeninghouder Bakkerij Jansen (Jansen & Zoon <B.V.>)",
          "Rekening bakery",
          "1 november 2026 tot en met 30 november 2026 (UTC)",
          "Nummer 11 / 2026",
          "Bedragen in euro (€)",
          "Beginsaldo 1.000,00",
          "Eindsaldo 893,95",
          "00:00 Aankoop, anna 100 12,50 1.012,50",
          "10:30 Geld terug, anna 101 2,50 1.010,00",
          "Samen op 1 november 2026 2,50 12,50",
          "10 november 2026",
          "09:15 Leverancier, Café & Brød „Ünïcode” 103 120,00 894,99",
          "Totaal 123,55 17,50",
          "Per soort",
          "Geld terug 1 2,50 0,00",
          "Heffing op saldo 1 1,05 0,00",
          "journaal met 61.774 boekingen",
          "Bladzijde 1 van 1");
      assertEquals(PDRectangle.A4.toString(), document.getPage(0).getMediaBox().toString());
      assertEquals("nl", document.getDocumentCatalog().getLanguage());
    }
  }

  @Test
  void itSaysItInEnglishToo() throws IOException {
    try (PDDocument document = read(SampleStatement.mixed(), StatementWords.ENGLISH)) {
      assertSays(
          text(document),
          "Statement of account",
          "1 November 2026 to 30 November 2026",
          "Opening balance 1,000.00",
          "Refund, anna 101 2.50 1,010.00",
          "Page 1 of 1");
      assertEquals("en", document.getDocumentCatalog().getLanguage());
    }
  }

  @Test
  void manyLinesTakeManyPages() throws IOException {
    SampleStatement sample = SampleStatement.many(250);
    try (PDDocument document = read(sample, StatementWords.DUTCH)) {
      int pages = document.getNumberOfPages();
      String text = text(document);
      assertTrue(pages >= 5, "pages: " + pages);
      for (int page = 1; page <= pages; page++) {
        assertSays(text, "Bladzijde " + page + " van " + pages);
      }
      for (StatementLine line : sample.lines()) {
        assertSays(text, " " + line.entry().index() + " ");
      }
      for (int page = 0; page < pages - 1; page++) {
        assertSays(text(document.getPage(page)), "Tijd Omschrijving Boeking Af Bij Saldo");
      }
      assertSays(text, "Totaal 0,00 313,75", "Eindsaldo 263,75", "Beginsaldo -50,00");
      for (PDPage page : document.getPages()) {
        assertSays(text(page), "bakery");
      }
    }
  }

  private static String text(PDPage page) throws IOException {
    try (PDDocument one = new PDDocument()) {
      one.addPage(page);
      return text(one);
    }
  }

  @Test
  void anEmptyMonthSaysSo() throws IOException {
    LocalDate day = LocalDate.of(2026, 11, 5);
    SampleStatement sample = new SampleStatement(12_345, new StatementPeriod(day, day));
    try (PDDocument document = read(sample, StatementWords.DUTCH)) {
      assertSays(text(document), "Eindsaldo 123,45", "er niets bij- of afgeschreven");
      assertFalse(text(document).contains("Nummer"), "a day has no number");
    }
  }

  @Test
  void longNamesGoOnBelowAndPicturesBecomeQuestionMarks() throws IOException {
    SampleStatement sample = new SampleStatement(0)
        .in(
            EntryKind.RETURNED,
            new AccountId("an-account-with-a-name-of-forty-letters1"),
            (1L << 53) - 1,
            "2026-11-02T00:00:00Z")
        .in(EntryKind.B2B, SampleStatement.EMOJI, 1, "2026-11-02T00:00:00Z");
    try (PDDocument document = read(sample, StatementWords.DUTCH)) {
      assertSays(
          text(document),
          "90.071.992.547.409,91",
          "an-account-with-a-name-of-forty-letters1",
          "Leverancier, ??");
    }
  }

  @Test
  void itCanBeReadAloud() throws IOException {
    try (PDDocument document = read(SampleStatement.many(60), StatementWords.DUTCH)) {
      assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
      PDStructureElement all = (PDStructureElement)
          document.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);
      List<String> parts = all.getKids().stream()
          .map(each -> ((PDStructureElement) each).getStructureType())
          .toList();
      PDStructureElement table = (PDStructureElement) all.getKids().get(parts.indexOf("Table"));
      assertEquals("H1", parts.get(1));
      assertEquals(2, parts.stream().filter("Table"::equals).count());
      assertTrue(table.getKids().size() > 60, "rows: " + table.getKids().size());
      assertEquals(
          document.getNumberOfPages(),
          document
              .getDocumentCatalog()
              .getStructureTreeRoot()
              .getParentTree()
              .getNumbers()
              .size());
    }
  }
}
