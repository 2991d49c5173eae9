package org.omloop.server.print;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines between words, and within a word that is wider than a line. Widths are in type sizes. */
public final class TextLines {
  private TextLines() {}

  /** Returns at least one line. */
  public static List<String> of(String text, float width) {
    if (Typeface.width(text) <= width) {
      return List.of(text);
    }
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (Typeface.width(longer) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (Typeface.width(line) > width) {
        int end = fitting(line, width);
        lines.add(line.substring(0, end));
        line = line.substring(end);
      }
    }
    lines.add(line);
    return lines;
  }

  /** Returns how much of a text fits, at least one character. */
  private static int fitting(String text, float width) {
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      if (Typeface.width(text.substring(0, next)) > width) {
        return end;
      }
      end = next;
    }
    return end;
  }
}
