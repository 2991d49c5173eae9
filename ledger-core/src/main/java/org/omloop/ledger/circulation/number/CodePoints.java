package org.omloop.ledger.circulation.number;

/** The order of texts in reports: by code point, as in every language, and not by Java's halves of some of them. */
public final class CodePoints {
  private CodePoints() {}

  /** Compares two texts by code point. */
  public static int compare(String first, String second) {
    int length = Math.min(first.length(), second.length());
    for (int position = 0; position < length; position++) {
      char one = first.charAt(position);
      char other = second.charAt(position);
      if (one != other) {
        // Halves of a pair stand for code points above all single characters.
        boolean isPair = Character.isSurrogate(one);
        return isPair == Character.isSurrogate(other)
            ? Character.compare(one, other)
            : isPair ? 1 : -1;
      }
    }
    return Integer.compare(first.length(), second.length());
  }
}
