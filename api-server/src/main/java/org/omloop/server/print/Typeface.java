package org.omloop.server.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Liberation Sans, which PDFBox brings: Latin, Greek, Cyrillic. Thread-safe. */
public final class Typeface {
  private static final String PATH = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final TrueTypeFont FONT = load();
  private static final CmapLookup LETTERS = letters();

  private Typeface() {}

  /**
   * Puts the face into a document, those of its letters that are used. It joins none of them, as that takes longer than all
   * the rest and widths are measured letter by letter.
   */
  public static PDFont in(PDDocument document) throws IOException {
    TrueTypeFont face = load();
    face.setEnableGsub(false);
    return PDType0Font.load(document, face, true);
  }

  private static TrueTypeFont load() {
    try (InputStream file = PDDocument.class.getResourceAsStream(PATH)) {
      if (file == null) {
        throw new IllegalStateException("PDFBox comes without " + PATH);
      }
      return new TTFParser().parse(new RandomAccessReadBuffer(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a text's width where the type is one high. */
  public static synchronized float width(String text) {
    try {
      float width = 0;
      for (int character : printable(text).codePoints().toArray()) {
        width += FONT.getAdvanceWidth(LETTERS.getGlyphId(character));
      }
      return width / FONT.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text with a question mark for what the face has no letter for. */
  public static synchronized String printable(String text) {
    StringBuilder printable = new StringBuilder();
    for (int character : text.codePoints().toArray()) {
      printable.appendCodePoint(LETTERS.getGlyphId(character) == 0 ? '?' : character);
    }
    return printable.toString();
  }

  private static CmapLookup letters() {
    try {
      return FONT.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
