package org.omloop.server.council;

import java.util.Map;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.omloop.server.print.PdfPages;
import org.omloop.server.print.PdfTags;

/**
 * What every part of the paper draws with, and what it draws.
 *
 * @param pages the sheets
 * @param pen draws on them
 * @param text says what a cell says
 */
record Paper(PdfPages pages, Pen pen, CellText text, PaperReport report) {
  static final float LEFT = 44;
  static final float RIGHT = PdfPages.WIDTH - LEFT;
  static final float WIDTH = RIGHT - LEFT;
  static final float TOP = PdfPages.HEIGHT - 46;
  static final float BOTTOM = 54;
  static final float GAP = 14;

  PaperWords words() {
    return text.words();
  }

  String say(String key) {
    return words().text(key);
  }

  String say(String key, Map<String, String> values) {
    return words().text(key, values);
  }

  /** Draws what stands by itself, as an element of a type such as {@code P}. */
  void element(String type, PdfPages.Drawing drawing) {
    pages.marked(PdfTags.add(type, pages.all()), drawing);
  }

  /** Draws a picture, with the words for who does not see it. */
  void figure(String words, PDRectangle box, PdfPages.Drawing drawing) {
    pages.marked(PdfTags.figure(pages.all(), words, box), drawing);
  }

  /** A place that a part fills in pieces, from the top down. */
  final class Column {
    private final float left;
    private final float width;
    private final PDStructureElement parent;
    private float y;

    Column(PDStructureElement parent, float left, float top, float width) {
      this.parent = parent;
      this.left = left;
      this.width = width;
      this.y = top;
    }

    /** Writes lines as one element. */
    void write(String type, String words, Type how) {
      pages.marked(PdfTags.add(type, parent), () -> y = pen.lines(words, how, left, y, width));
    }

    void skip(float height) {
      y -= height;
    }

    float y() {
      return y;
    }
  }

  Column column(float left, float top, float width) {
    return new Column(pages.all(), left, top, width);
  }

  /** Writes a heading with a bookmark; returns where it ends. */
  float heading(String words, float left, float top, float width) {
    pages.bookmark(words, top + GAP);
    Column heading = column(left, top, width);
    heading.write("H2", words, Type.HEADING);
    return heading.y();
  }

  /** Draws a thin line across a place. */
  void rule(float left, float y, float width) {
    pages.decoration(() -> pen.line(left, y, left + width, y, Ink.RULE, 0.5f));
  }

  /** Draws a decoration. */
  void decorate(PdfPages.Drawing drawing) {
    pages.decoration(drawing);
  }

  static PDRectangle box(float left, float bottom, float width, float height) {
    return new PDRectangle(left, bottom, width, height);
  }
}
