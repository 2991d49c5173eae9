package org.omloop.server.letters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Letters that are read back by eye and by camera. */
class LetterPdfTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final List<Letter> LETTERS = List.of(
      new Letter("Zoë d’Angelo", "7QKE2XAEKV81WWFGP0Y47QKE2X", NOW.plusSeconds(2_592_000)),
      new Letter(
          "Vereniging tot Behoud van de Werven aan de Oostelijke Handelskade",
          "0RD21YNMWVZFNCAPVCT80RD21Y",
          NOW));

  private static byte[] draw(boolean isDutch) {
    return LetterPdf.draw(LETTERS, "Kring Proef", "https://oost.example", isDutch, NOW);
  }

  @Test
  void eachHasASheetWithNameCodeAndDate() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(draw(true))) {
      assertEquals(2, pdf.getNumberOfPages());
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(1);
      String first = stripper.getText(pdf);
      for (String part : List.of(
          "Zoë d’Angelo",
          "Uitnodiging van Kring Proef",
          "oost.example/join",
          "7QKE2 XAEKV 81WWF GP0Y4 7QKE2 X",
          "30 december 2026")) {
        assertTrue(first.contains(part), part + " is not in " + first);
      }
      assertFalse(first.contains("0RD21"), "another's code");
      assertTrue(pdf.getDocumentCatalog().getMarkInfo().isMarked());
    }
  }

  @Test
  void aCameraReadsEachCode() throws IOException, ReaderException {
    try (PDDocument pdf = Loader.loadPDF(draw(false))) {
      for (int at = 0; at < LETTERS.size(); at++) {
        assertEquals(
            "HTTPS://OOST.EXAMPLE/I/" + LETTERS.get(at).code(),
            read(new PDFRenderer(pdf).renderImageWithDPI(at, 150)));
      }
    }
  }

  private static String read(BufferedImage image) throws ReaderException {
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    BinaryBitmap sheet = new BinaryBitmap(
        new HybridBinarizer(new RGBLuminanceSource(width, image.getHeight(), pixels)));
    return new QRCodeReader()
        .decode(sheet, Map.of(DecodeHintType.TRY_HARDER, true))
        .getText();
  }

  @Test
  void theSameLettersGiveTheSameBytes() {
    assertArrayEquals(draw(true), draw(true));
  }

  @Test
  void whatIsNoNameOrCodeIsNotPrinted() {
    String code = LETTERS.get(0).code();
    assertThrows(IllegalArgumentException.class, () -> new Letter("", code, NOW));
    assertThrows(IllegalArgumentException.class, () -> new Letter("a\nb", code, NOW));
    assertThrows(IllegalArgumentException.class, () -> new Letter("A", code + "I", NOW));
    assertThrows(IllegalArgumentException.class, () -> new Letter("A", "U".repeat(26), NOW));
  }
}
