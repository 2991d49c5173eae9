package org.omloop.server.statements;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Text in the letters of SWIFT messages, "character set x": {@code a-z A-Z 0-9 / - ? : ( ) . , ' +} and space. Marks are taken
 * off letters, some signs become a like one, and what is left becomes a full stop, as the European Payments Council advises
 * for payments (EPC217-08).
 */
final class SwiftText {
  private static final String SIGNS = "/-?:().,'+ ";
  private static final String LINE_STARTS = ":-";
  private static final Map<Integer, String> INSTEAD = instead();

  private SwiftText() {}

  private static Map<Integer, String> instead() {
    String[] pairs = {
      "ßss", "æae", "ÆAE", "œoe", "ŒOE", "øo", "ØO", "łl", "ŁL", "đd", "ĐD", "ðd", "ÐD", "þth",
      "ÞTH", "ıi", "€EUR", "&+", "_-", "–-", "—-", "‑-", "~-", "’'", "‘'", "`'", "´'", "[(", "])",
      "{(", "})", "|/", "\\/", ";,"
    };
    Map<Integer, String> map = new HashMap<>();
    for (String pair : pairs) {
      map.put(pair.codePointAt(0), pair.substring(1));
    }
    return Map.copyOf(map);
  }

  /** Returns a text in those letters. */
  static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .filter(SwiftText::isSeen)
        .mapToObj(SwiftText::letters)
        .collect(Collectors.joining());
  }

  /** Marks above letters, joiners and the like have no room of their own. */
  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> false;
      default -> true;
    };
  }

  private static String letters(int character) {
    if (isLetterOrDigit(character) || SIGNS.indexOf(character) >= 0) {
      return Character.toString(character);
    }
    boolean isSpace = Character.isWhitespace(character) || Character.isSpaceChar(character);
    return isSpace ? " " : INSTEAD.getOrDefault(character, ".");
  }

  private static boolean isLetterOrDigit(int character) {
    return character < 0x80 && Character.isLetterOrDigit(character);
  }

  /** Returns a text as a value between slashes: without one of its own, and empty when no letter or digit is left. */
  static String value(String text) {
    String value = of(text).replace('/', '-').strip();
    return value.chars().anyMatch(SwiftText::isLetterOrDigit) ? value : "";
  }

  /** Returns a text in lines, of which none begins as a field or as the end of a message would; what is over is left out. */
  static List<String> lines(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (!rest.isEmpty() && lines.size() < most) {
      int end = Math.min(width, rest.length());
      while (end > 1 && end < rest.length() && LINE_STARTS.indexOf(rest.charAt(end)) >= 0) {
        end--;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return lines;
  }
}
