package org.omloop.server.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** International bank account numbers (ISO 13616). */
public final class Iban {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final int DUTCH_LENGTH = 18;
  private static final int MODULUS = 97;

  private Iban() {}

  /** Reads a number as people write it, in groups and in either case; empty where it is none. */
  public static Optional<String> read(String text) {
    String iban = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    boolean isLong = !iban.startsWith("NL") || iban.length() == DUTCH_LENGTH;
    return isLong && FORM.matcher(iban).matches() && remainder(iban) == 1
        ? Optional.of(iban)
        : Optional.empty();
  }

  /** By ISO 7064, modulus 97, with A as 10 … Z as 35. */
  private static int remainder(String iban) {
    int rest = 0;
    for (char symbol : (iban.substring(4) + iban.substring(0, 4)).toCharArray()) {
      int value = Character.digit(symbol, Character.MAX_RADIX);
      rest = (rest * (value < 10 ? 10 : 100) + value) % MODULUS;
    }
    return rest;
  }
}
