package org.omloop.server.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: without accents, case and signs. */
final class Words {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Words() {}

  /** Returns the words of a text, each once. */
  static List<String> of(String text) {
    String plain = MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
    return Arrays.stream(BETWEEN.split(plain))
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
