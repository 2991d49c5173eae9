package org.omloop.ledger.circulation.period;

import java.util.Optional;

/**
 * How areas lie in each other, by their codes alone: buurt, wijk, in Amsterdam stadsdeel, municipality (CBS, whose codes
 * are nested prefixes). No code tells an Amsterdam gebied.
 */
final class CbsArea {
  private static final int CODE = 2;
  private static final int MUNICIPALITY = 4;
  private static final int WIJK = 2;

  /** Where the first letter of a wijk is that of its stadsdeel. */
  private static final String AMSTERDAM = "0363";

  private CbsArea() {}

  /** Returns the next larger area that a code lies in; empty for a municipality, and for what is no code. */
  static Optional<String> parent(String code) {
    if (code.length() < CODE + MUNICIPALITY) {
      return Optional.empty();
    }
    String digits = code.substring(CODE);
    String municipality = digits.substring(0, MUNICIPALITY);
    return switch (code.substring(0, CODE)) {
      case "BU" -> Optional.of("WK" + digits.substring(0, MUNICIPALITY + WIJK));
      case "WK" ->
        Optional.of(
            municipality.equals(AMSTERDAM)
                ? "SD" + digits.substring(0, MUNICIPALITY + 1)
                : "GM" + municipality);
      case "SD" -> Optional.of("GM" + municipality);
      default -> Optional.empty();
    };
  }
}
