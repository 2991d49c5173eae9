package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The upper levels of the Dutch classification of businesses (SBI 2008, CBS; the sections of NACE Rev. 2). Codes carry
 * their version, such as {@code SBI2008:47241}. SBI 2025 numbers its divisions as SBI 2008 does and only lacks 45, so
 * that its codes fall into the same sections here, and tables of both can be read side by side.
 */
public final class Sbi {
  /** Stands for a sector that is not known, or is in no section. */
  public static final String UNKNOWN = "?";

  private static final Pattern DIGITS = Pattern.compile("[0-9]{2,5}");

  /** A section's letter and its divisions, both included. */
  private record Section(String letter, int first, int last) {}

  private static final List<Section> SECTIONS = List.of(
      new Section("A", 1, 3),
      new Section("B", 6, 9),
      new Section("C", 10, 33),
      new Section("D", 35, 35),
      new Section("E", 36, 39),
      new Section("F", 41, 43),
      new Section("G", 45, 47),
      new Section("H", 49, 53),
      new Section("I", 55, 56),
      new Section("J", 58, 63),
      new Section("K", 64, 66),
      new Section("L", 68, 68),
      new Section("M", 69, 75),
      new Section("N", 77, 82),
      new Section("O", 84, 84),
      new Section("P", 85, 85),
      new Section("Q", 86, 88),
      new Section("R", 90, 93),
      new Section("S", 94, 96),
      new Section("T", 97, 98),
      new Section("U", 99, 99));

  private Sbi() {}

  /** Returns a code's section, {@code A} … {@code U}, or {@link #UNKNOWN}. */
  public static String section(String code) {
    return digits(code)
        .map(digits -> Integer.parseInt(digits.substring(0, 2)))
        .flatMap(division -> SECTIONS.stream()
            .filter(each -> each.first() <= division && division <= each.last())
            .findFirst())
        .map(Section::letter)
        .orElse(UNKNOWN);
  }

  /** Returns a code's division, its first two digits, or {@link #UNKNOWN}. */
  public static String division(String code) {
    return digits(code).map(digits -> digits.substring(0, 2)).orElse(UNKNOWN);
  }

  /** Returns a code without its version; empty for a text that is no code. */
  static Optional<String> digits(String code) {
    String digits = code.substring(code.indexOf(':') + 1);
    return DIGITS.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
  }
}
