package org.omloop.ledger.payment;

import java.util.Locale;

/** Crockford's base32 (crockford.com/base32.html): digits and capitals without I, L, O and U. */
final class Crockford {
  static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int BITS = 5;

  private Crockford() {}

  static boolean isCanonical(String text) {
    return text.chars().allMatch(symbol -> SYMBOLS.indexOf(symbol) >= 0);
  }

  /** Reads as people type and say it: either case, O for 0, I and L for 1. */
  static String normal(String typed) {
    return typed.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
  }

  /** Returns the first {@code 5 × length} bits of the bytes. */
  static String encode(byte[] bytes, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int symbol = 0; symbol < length; symbol++) {
      int value = 0;
      for (int bit = symbol * BITS; bit < (symbol + 1) * BITS; bit++) {
        value = value << 1 | bytes[bit / Byte.SIZE] >> 7 - bit % Byte.SIZE & 1;
      }
      text.append(SYMBOLS.charAt(value));
    }
    return text.toString();
  }
}
