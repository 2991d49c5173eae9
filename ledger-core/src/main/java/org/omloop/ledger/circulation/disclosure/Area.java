package org.omloop.ledger.circulation.disclosure;

/**
 * A place of the official division, such as {@code BU0363AA01}.
 *
 * @param code in the division's own notation, not empty
 */
public record Area(Level level, String code) {
  /** How large a place is, smallest first. */
  public enum Level {
    BUURT,
    WIJK,
    GEBIED,
    STADSDEEL,
    CITY
  }

  /** Refuses an empty code. */
  public Area {
    if (code.isEmpty()) {
      throw new IllegalArgumentException("an area has no code");
    }
  }

  @Override
  public String toString() {
    return level + ":" + code;
  }
}
