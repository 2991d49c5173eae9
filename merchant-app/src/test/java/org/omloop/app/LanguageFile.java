package org.omloop.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a language file: one {@code 'key': 'text',} to a line, between the braces of one object. */
final class LanguageFile {
  private static final Pattern ENTRY = Pattern.compile("  '([^']+)': '([^'\\\\]+)',");

  private LanguageFile() {}

  static Map<String, String> read(String file) {
    Map<String, String> texts = new LinkedHashMap<>();
    int start = file.indexOf("export const texts = {\n") + "export const texts = {\n".length();
    for (String line : file.substring(start, file.lastIndexOf("};")).split("\n")) {
      if (!line.isBlank()) {
        Matcher entry = ENTRY.matcher(line);
        assertTrue(entry.matches(), () -> "no text on a line of its own: " + line);
        assertTrue(texts.put(entry.group(1), entry.group(2)) == null, () -> "twice: " + line);
      }
    }
    return texts;
  }
}
