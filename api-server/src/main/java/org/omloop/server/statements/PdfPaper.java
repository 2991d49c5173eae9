package org.omloop.server.statements;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.omloop.server.print.PdfPages;
import org.omloop.server.print.PdfTags;
import org.omloop.server.print.TextLines;
import org.omloop.server.print.Typeface;

/**
 * Sheets of A4 that are filled from the top down, with headings, facts and tables. Lengths are points, 1/72 inch. Used by one
 * thread at a time; nothing outlives it but the bytes.
 */
final class PdfPaper {
  private static final float LEFT = 48;
  private static final float RIGHT = PdfPages.WIDTH - LEFT;
  private static final float TOP = PdfPages.HEIGHT - 56;
  private static final float BOTTOM = 64;
  private static final float FOOT = 36;
  private static final float TEXT = 9;
  private static final float SMALL = 8;
  private static final float LEADING = 12;
  private static final float VALUES = LEFT + 110;
  private static final float GAP = 6;
  private static final float GREY = 0.6f;

  /**
   * A column of a table.
   *
   * @param isNumber to the right, digits below digits
   */
  record Column(String title, float width, boolean isNumber) {}

  private final PdfPages pages;
  private float y = TOP;

  private List<Column> columns = List.of();
  private PDStructureElement table;

  PdfPaper(String title, Locale language) {
    pages = new PdfPages(title, language);
    table = pages.all();
  }

  /** Writes a heading of level 1 or 2. */
  void heading(int level, String text) {
    float height = level == 1 ? 20 : 12;
    makeRoom(height * 2 + LEADING * 2);
    y -= height * 1.4f + (level == 1 ? 0 : LEADING);
    marked(
        PdfTags.add("H" + level, pages.all()),
        () -> lines(text, height, RIGHT - LEFT, LEFT, height * 1.25f));
    y -= GAP;
  }

  /** Writes a sentence, with some room above. */
  void sentence(String text) {
    makeRoom(LEADING * 3);
    y -= LEADING + GAP;
    marked(
        PdfTags.add(StandardStructureTypes.P, pages.all()),
        () -> lines(text, TEXT, RIGHT - LEFT, LEFT, LEADING));
  }

  /** Writes a name and what it is. */
  void fact(String name, String value) {
    makeRoom(LEADING * 2);
    y -= LEADING;
    marked(PdfTags.add(StandardStructureTypes.P, pages.all()), () -> {
      show(name, TEXT, LEFT, y);
      lines(value, TEXT, RIGHT - VALUES, VALUES, LEADING);
    });
  }

  /** Begins a table, whose titles stand on each page. */
  void table(List<Column> tableColumns) {
    columns = List.copyOf(tableColumns);
    table = PdfTags.add(StandardStructureTypes.TABLE, pages.all());
    makeRoom(LEADING * 4);
    y -= LEADING + GAP;
    PDStructureElement row = PdfTags.add(StandardStructureTypes.TR, table);
    for (int at = 0; at < columns.size(); at++) {
      int column = at;
      marked(PdfTags.add(StandardStructureTypes.TH, row), () -> title(column));
    }
    rule();
  }

  private void title(int column) throws IOException {
    show(columns.get(column).title(), SMALL, column);
  }

  /** Begins a part of the table with its name, and with room for a row below it. */
  void part(String name) {
    makeRowRoom(LEADING * 2 + GAP);
    y -= LEADING + GAP;
    PDStructureElement row = PdfTags.add(StandardStructureTypes.TR, table);
    marked(PdfTags.add(StandardStructureTypes.TH, row), () -> show(name, TEXT, LEFT, y));
  }

  /** Writes a row; a cell of words that is too wide goes on below. */
  void row(String... cells) {
    int lines = 1;
    for (int at = 0; at < cells.length; at++) {
      lines = Math.max(
          lines, wrapped(cells[at], TEXT, columns.get(at).width() - GAP).size());
    }
    makeRowRoom(LEADING * lines);
    y -= LEADING;
    PDStructureElement row = PdfTags.add(StandardStructureTypes.TR, table);
    float top = y;
    for (int at = 0; at < cells.length; at++) {
      int column = at;
      y = top;
      PDStructureElement cell = PdfTags.add(StandardStructureTypes.TD, row);
      if (!cells[at].isEmpty()) {
        marked(cell, () -> cell(cells[column], column));
      }
    }
    y = top - LEADING * (lines - 1);
  }

  private void cell(String text, int column) throws IOException {
    if (columns.get(column).isNumber()) {
      show(text, TEXT, column);
    } else {
      lines(text, TEXT, columns.get(column).width() - GAP, left(column), LEADING);
    }
  }

  /** Draws a line below what was written last. */
  void rule() {
    pages.decoration(() -> {
      PDPageContentStream content = pages.content();
      content.setStrokingColor(GREY);
      content.setLineWidth(0.5f);
      content.moveTo(LEFT, y - 3);
      content.lineTo(RIGHT, y - 3);
      content.stroke();
    });
    y -= 3;
  }

  /** Writes the foot of each page and returns the file. */
  byte[] finish(String foot, IntFunction<String> pageText) {
    return pages.finish(page -> () -> {
      show(foot, SMALL, LEFT, FOOT);
      String number = pageText.apply(page);
      show(number, SMALL, RIGHT - Typeface.width(number) * SMALL, FOOT);
    });
  }

  /** Returns how many pages there are so far. */
  int pages() {
    return pages.count();
  }

  private void makeRowRoom(float height) {
    if (y - height < BOTTOM) {
      turn();
      y -= LEADING;
      pages.decoration(() -> {
        for (int at = 0; at < columns.size(); at++) {
          title(at);
        }
      });
      rule();
    }
  }

  private void makeRoom(float height) {
    if (y - height < BOTTOM) {
      turn();
    }
  }

  private void turn() {
    pages.turn();
    y = TOP;
  }

  private float left(int column) {
    float left = LEFT;
    for (Column each : columns.subList(0, column)) {
      left += each.width();
    }
    return left;
  }

  /** A number that is wider than its column is set smaller, and never broken. */
  private void show(String text, float height, int column) throws IOException {
    Column of = columns.get(column);
    if (!of.isNumber()) {
      show(text, height, left(column), y);
      return;
    }
    float width = Typeface.width(text);
    float fitting = Math.min(height, (of.width() - GAP) / Math.max(width, 1));
    show(text, fitting, left(column) + of.width() - width * fitting, y);
  }

  /** Writes lines of text, of which the last is where the paper now ends. */
  private void lines(String text, float height, float width, float left, float leading)
      throws IOException {
    List<String> lines = wrapped(text, height, width);
    for (int at = 0; at < lines.size(); at++) {
      y -= at == 0 ? 0 : leading;
      show(lines.get(at), height, left, y);
    }
  }

  private void show(String text, float height, float left, float baseline) throws IOException {
    pages.text(text, height, left, baseline);
  }

  private static List<String> wrapped(String text, float height, float width) {
    return TextLines.of(text, width / height);
  }

  private void marked(PDStructureElement element, PdfPages.Drawing drawing) {
    pages.marked(element, drawing);
  }
}
