package org.omloop.ledger.circulation.period;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sections of the Dutch classification of businesses (SBI 2008, CBS), from codes such as {@code SBI2008:47241}. */
final class SbiSection {
  static final String UNKNOWN = "?";

  private static final Pattern CODE = Pattern.compile("(?:SBI2008:)?(?<division>[0-9]{2})[0-9.]*");

  /** The first division of each section; a gap has no letter. */
  private static final NavigableMap<Integer, String> SECTIONS = new TreeMap<>(Map.ofEntries(
      Map.entry(0, UNKNOWN),
      Map.entry(1, "A"),
      Map.entry(4, UNKNOWN),
      Map.entry(6, "B"),
      Map.entry(10, "C"),
      Map.entry(34, UNKNOWN),
      Map.entry(35, "D"),
      Map.entry(36, "E"),
      Map.entry(40, UNKNOWN),
      Map.entry(41, "F"),
      Map.entry(44, UNKNOWN),
      Map.entry(45, "G"),
      Map.entry(48, UNKNOWN),
      Map.entry(49, "H"),
      Map.entry(54, UNKNOWN),
      Map.entry(55, "I"),
      Map.entry(57, UNKNOWN),
      Map.entry(58, "J"),
      Map.entry(64, "K"),
      Map.entry(67, UNKNOWN),
      Map.entry(68, "L"),
      Map.entry(69, "M"),
      Map.entry(76, UNKNOWN),
      Map.entry(77, "N"),
      Map.entry(83, UNKNOWN),
      Map.entry(84, "O"),
      Map.entry(85, "P"),
      Map.entry(86, "Q"),
      Map.entry(89, UNKNOWN),
      Map.entry(90, "R"),
      Map.entry(94, "S"),
      Map.entry(97, "T"),
      Map.entry(99, "U")));

  private SbiSection() {}

  /** Returns a section's letter, or {@link #UNKNOWN}. */
  static String of(String code) {
    Matcher parts = CODE.matcher(code);
    return parts.matches()
        ? SECTIONS.floorEntry(Integer.parseInt(parts.group("division"))).getValue()
        : UNKNOWN;
  }
}
