package org.omloop.ledger.payment;

import java.util.Arrays;
import java.util.UUID;
import org.omloop.ledger.signing.Sha256;

/**
 * A payment request's name: the first 130 bits of SHA-256 over its terms, in Crockford's base32. Codes with and without
 * the terms so name the same request, and nobody can make another request of that name.
 *
 * @param text 26 characters, upper case
 */
public record RequestId(String text) {
  /** The length of the text. */
  public static final int LENGTH = 26;

  /** Takes an id in its one form; throws {@link IllegalArgumentException} for any other text. */
  public RequestId {
    if (text.length() != LENGTH || !Crockford.isCanonical(text)) {
      throw new IllegalArgumentException("a request id is 26 of Crockford's base32, upper case");
    }
  }

  /** Returns its first 128 bits, in the form in which databases keep so many. */
  public UUID name() {
    long[] halves = new long[2];
    for (int bit = 0; bit < 128; bit++) {
      int symbol = Crockford.SYMBOLS.indexOf(text.charAt(bit / 5));
      halves[bit / 64] = halves[bit / 64] << 1 | symbol >> 4 - bit % 5 & 1;
    }
    return new UUID(halves[0], halves[1]);
  }

  static RequestId of(byte[] terms) {
    return new RequestId(Crockford.encode(Arrays.copyOf(Sha256.of(terms), 17), LENGTH));
  }

  /** Reads an id as people type it: either case, O for 0, I and L for 1. */
  public static RequestId read(String typed) {
    return new RequestId(Crockford.normal(typed));
  }

  @Override
  public String toString() {
    return text;
  }
}
