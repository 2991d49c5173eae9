package org.omloop.ledger.payment;

/**
 * The name of a printed code: 9 random symbols of Crockford's base32, so that nobody can guess or count them, and one that
 * checks them. Somebody who types it and gets one symbol wrong, or swaps two neighbours, names no sticker.
 *
 * <p>The symbols s₀ … s₉ are elements of GF(32) with the polynomial x⁵ + x² + 1, and Σ αⁱ·sᵢ = 0 for the generator
 * α = x. The ten weights are different and none is zero, which is what finds both kinds of error.
 *
 * @param text 10 characters, upper case
 */
public record StickerId(String text) {
  /** The length of the text. */
  public static final int LENGTH = 10;

  private static final int POLYNOMIAL = 0b100101;
  private static final int FIELD = 32;

  /** Takes an id in its one form; throws {@link IllegalArgumentException} for any other text. */
  public StickerId {
    if (text.length() != LENGTH || !Crockford.isCanonical(text) || sum(text) != 0) {
      throw new IllegalArgumentException(
          "a sticker's id is 10 of Crockford's base32, upper case, the last of which checks the others");
    }
  }

  /** Returns the id with these random symbols: the first 45 bits of the bytes. */
  public static StickerId of(byte[] random) {
    String symbols = Crockford.encode(random, LENGTH - 1);
    for (int last = 0; last < FIELD; last++) {
      String text = symbols + Crockford.SYMBOLS.charAt(last);
      if (sum(text) == 0) {
        return new StickerId(text);
      }
    }
    throw new IllegalStateException("no symbol checks " + symbols);
  }

  private static int sum(String text) {
    int sum = 0;
    for (int at = text.length() - 1; at >= 0; at--) { // Horner's rule
      sum = timesGenerator(sum) ^ Crockford.SYMBOLS.indexOf(text.charAt(at));
    }
    return sum;
  }

  private static int timesGenerator(int element) {
    int doubled = element << 1;
    return doubled >= FIELD ? doubled ^ POLYNOMIAL : doubled;
  }

  @Override
  public String toString() {
    return text;
  }
}
