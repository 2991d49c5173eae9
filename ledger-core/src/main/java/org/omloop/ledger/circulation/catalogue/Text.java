package org.omloop.ledger.circulation.catalogue;

/** The same words in Dutch, at level B1, and in English. */
public record Text(String nl, String en) {
  /** Refuses a text that is missing in one of the languages. */
  public Text {
    if (nl.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a text is missing beside: " + nl + en);
    }
  }
}
