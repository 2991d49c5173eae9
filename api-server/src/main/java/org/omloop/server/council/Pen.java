package org.omloop.server.council;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.omloop.server.print.PdfPages;
import org.omloop.server.print.TextLines;
import org.omloop.server.print.Typeface;

/** Draws words and shapes on the sheet of now; lengths are points from the lower left corner. Used by one thread at a time. */
final class Pen {
  /** How much of a type's height its edge takes where it is strong. */
  private static final float EDGE = 0.024f;

  private static final float HATCH = 2.6f;
  private static final String CUT = "…";

  /** How text stands to the place it is given. */
  enum Side {
    LEFT,
    MIDDLE,
    RIGHT
  }

  private final PdfPages pages;

  Pen(PdfPages pages) {
    this.pages = pages;
  }

  private PDPageContentStream content() {
    return pages.content();
  }

  /** Writes a line. */
  void say(String text, Type type, float left, float baseline) throws IOException {
    fillWith(type.ink());
    if (type.isStrong()) {
      strokeWith(type.ink(), type.height() * EDGE);
      content().setRenderingMode(RenderingMode.FILL_STROKE);
    }
    pages.text(text, type.height(), left, baseline);
    if (type.isStrong()) {
      content().setRenderingMode(RenderingMode.FILL);
    }
  }

  void say(String text, Type type, Side side, float place, float baseline) throws IOException {
    float width = width(text, type);
    float left =
        switch (side) {
          case LEFT -> place;
          case MIDDLE -> place - width / 2;
          case RIGHT -> place - width;
        };
    say(text, type, left, baseline);
  }

  static float width(String text, Type type) {
    return Typeface.width(text) * type.height();
  }

  /** Returns a text that fits, with what is too much left out. */
  static String fitted(String text, Type type, float width) {
    if (width(text, type) <= width) {
      return text;
    }
    String cut = text;
    while (!cut.isEmpty() && width(cut + CUT, type) > width) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1)).stripTrailing();
    }
    return cut + CUT;
  }

  static List<String> lines(String text, Type type, float width) {
    return TextLines.of(text, width / type.height());
  }

  /** Returns how much room lines of text take. */
  static float height(String text, Type type, float width) {
    return lines(text, type, width).size() * type.leading();
  }

  /**
   * Writes lines of text below a height.
   *
   * @return where they end
   */
  float lines(String text, Type type, float left, float top, float width) throws IOException {
    float y = top;
    for (String line : lines(text, type, width)) {
      say(line, type, left, y - type.height());
      y -= type.leading();
    }
    return y;
  }

  void line(float x1, float y1, float x2, float y2, Ink ink, float width) throws IOException {
    strokeWith(ink, width);
    content().moveTo(x1, y1);
    content().lineTo(x2, y2);
    content().stroke();
  }

  void box(float left, float bottom, float width, float height, Ink ink) throws IOException {
    fillWith(ink);
    content().addRect(left, bottom, width, height);
    content().fill();
  }

  /** Draws an empty box. */
  void frame(float left, float bottom, float width, float height, Ink ink, boolean isDashed)
      throws IOException {
    strokeWith(ink, 0.6f);
    dashes(isDashed ? new float[] {2, 2} : new float[0]);
    content().addRect(left, bottom, width, height);
    content().stroke();
    dashes(new float[0]);
  }

  /** Draws a box with slanted lines: what has left, or what is hidden. */
  void hatched(float left, float bottom, float width, float height) throws IOException {
    content().saveGraphicsState();
    content().addRect(left, bottom, width, height);
    content().clip();
    strokeWith(Ink.MUTED, 0.5f);
    for (float x = left - height; x < left + width; x += HATCH) {
      content().moveTo(x, bottom);
      content().lineTo(x + height, bottom + height);
    }
    content().stroke();
    content().restoreGraphicsState();
    frame(left, bottom, width, height, Ink.MUTED, false);
  }

  /** Draws a band that goes from one upright edge to another. */
  void band(float x1, float top1, float bottom1, float x2, float top2, float bottom2, Ink ink)
      throws IOException {
    float middle = (x1 + x2) / 2;
    fillWith(ink);
    content().moveTo(x1, top1);
    content().curveTo(middle, top1, middle, top2, x2, top2);
    content().lineTo(x2, bottom2);
    content().curveTo(middle, bottom2, middle, bottom1, x1, bottom1);
    content().closePath();
    content().fill();
  }

  /** Begins a path of strokes; what is drawn next goes on with it. */
  void strokeWith(Ink ink, float width) throws IOException {
    content().setStrokingColor(ink.red(), ink.green(), ink.blue());
    content().setLineWidth(width);
  }

  void fillWith(Ink ink) throws IOException {
    content().setNonStrokingColor(ink.red(), ink.green(), ink.blue());
  }

  void dashes(float... pattern) throws IOException {
    content().setLineDashPattern(pattern, 0);
  }

  void path(List<float[]> points) throws IOException {
    for (int at = 0; at < points.size(); at++) {
      float[] point = points.get(at);
      if (at == 0) {
        content().moveTo(point[0], point[1]);
      } else {
        content().lineTo(point[0], point[1]);
      }
    }
  }

  void strokePath() throws IOException {
    content().stroke();
  }

  void fillPath() throws IOException {
    content().fill();
  }
}
