package org.omloop.server.payouts;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text in the characters that every bank in SEPA takes (EPC217-08): letters without marks, digits, space and
 * {@code /-?:().,'+}. What cannot be said in them becomes a dot, as the EPC advises, so that a reader sees that
 * something stood there.
 */
public final class SepaText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-zA-Z0-9/\\-?:().,'+ ]");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Letters that do not fall apart into a letter and its mark, and signs with a usual stand-in. */
  private static final Map<Integer, String> KNOWN = Map.ofEntries(
      Map.entry((int) 'ß', "ss"),
      Map.entry((int) 'æ', "ae"),
      Map.entry((int) 'Æ', "AE"),
      Map.entry((int) 'ø', "o"),
      Map.entry((int) 'Ø', "O"),
      Map.entry((int) 'œ', "oe"),
      Map.entry((int) 'Œ', "OE"),
      Map.entry((int) 'ł', "l"),
      Map.entry((int) 'Ł', "L"),
      Map.entry((int) 'đ', "d"),
      Map.entry((int) 'Đ', "D"),
      Map.entry((int) 'ð', "d"),
      Map.entry((int) 'þ', "th"),
      Map.entry((int) 'Þ', "TH"),
      Map.entry((int) 'ı', "i"),
      Map.entry((int) 'ĳ', "ij"),
      Map.entry((int) 'Ĳ', "IJ"),
      Map.entry((int) '&', "+"),
      Map.entry((int) '_', "-"),
      Map.entry((int) '–', "-"),
      Map.entry((int) '—', "-"),
      Map.entry((int) '‘', "'"),
      Map.entry((int) '’', "'"),
      Map.entry((int) '"', "'"),
      Map.entry((int) '“', "'"),
      Map.entry((int) '”', "'"),
      Map.entry((int) '€', "EUR"),
      Map.entry((int) ';', ","),
      Map.entry((int) '@', "(at)"));

  private SepaText() {}

  /** Returns a text in those characters, cut to so many; spaces become one each. */
  public static String of(String text, int longest) {
    StringBuilder known = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(each -> known.append(KNOWN.getOrDefault(each, Character.toString(each))));
    String bare =
        MARKS.matcher(Normalizer.normalize(known, Normalizer.Form.NFD)).replaceAll("");
    String single = SPACES.matcher(bare).replaceAll(" ");
    String allowed = OTHERS.matcher(single).replaceAll(".").strip();
    return allowed.substring(0, Math.min(longest, allowed.length())).strip();
  }

  /** Tells whether a bank could make anything of it: a letter or a digit is left. */
  public static boolean saysSomething(String sepa) {
    return sepa.chars().anyMatch(Character::isLetterOrDigit);
  }
}
