package org.omloop.ledger.account;

import java.util.regex.Pattern;

/**
 * An actor's dated facts for measuring and for the acceptors' rules.
 *
 * @param role the actor's part
 * @param sector a code with its version, such as {@code SBI2008:47241}; empty when unknown
 * @param area a code with its year, such as {@code 2026:BU0363AA01}; empty when unknown
 */
public record Classification(Role role, String sector, String area) {
  private static final Pattern SECTOR = Pattern.compile("|SBI(?:2008|2025):\\d{2,5}");
  private static final Pattern AREA =
      Pattern.compile("|20\\d{2}:(?:BU\\d{4}[0-9A-Z]{4}|WK\\d{4}[0-9A-Z]{2}|GM\\d{4})");

  public Classification {
    if (!isSector(sector) || !isArea(area)) {
      throw new IllegalArgumentException("not a sector and area: " + sector + ", " + area);
    }
  }

  /** Tells whether a text is a sector code with its version, or empty. */
  public static boolean isSector(String text) {
    return SECTOR.matcher(text).matches();
  }

  /** Tells whether a text is a CBS area code with its year, or empty (standards.md, section 6). */
  public static boolean isArea(String text) {
    return AREA.matcher(text).matches();
  }
}
