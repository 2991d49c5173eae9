package org.omloop.ledger.circulation.disclosure;

/**
 * A branch of the classification of businesses (SBI), such as division 47.
 *
 * @param code in the classification's own notation, not empty
 */
public record Sector(Level level, String code) {
  /** How wide a branch is, narrowest first. */
  public enum Level {
    DIVISION,
    SECTION,
    ALL
  }

  /** Refuses an empty code. */
  public Sector {
    if (code.isEmpty()) {
      throw new IllegalArgumentException("a sector has no code");
    }
  }

  @Override
  public String toString() {
    return level + ":" + code;
  }
}
