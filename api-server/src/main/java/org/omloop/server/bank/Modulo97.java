package org.omloop.server.bank;

import java.util.Locale;

/** What IBANs and creditor references share: check digits by ISO 7064 MOD 97-10, and groups of four. */
final class Modulo97 {
  private static final int MODULUS = 97;
  private static final int DIGITS = 10;

  private Modulo97() {}

  /** Returns a text of {@code A-Z0-9} modulo 97, letters read as 10 … 35. */
  static int rest(String text) {
    return text.chars()
        .map(symbol -> Character.digit(symbol, Character.MAX_RADIX))
        .reduce(
            0,
            (rest, value) ->
                (rest * (value < DIGITS ? DIGITS : DIGITS * DIGITS) + value) % MODULUS);
  }

  /** Returns what somebody wrote without spaces and in capitals. */
  static String plain(String written) {
    return written.replaceAll("[\\s\\u00A0\\u202F]", "").toUpperCase(Locale.ROOT);
  }

  static String inFours(String text) {
    return text.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
