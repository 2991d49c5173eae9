package org.omloop.server.bank;

import java.util.Optional;
import nl.garvelink.iban.IBAN;

/**
 * An account number (ISO 13616) whose country is known, whose length is that country's and whose check digits are right.
 *
 * @param text without spaces, in capitals, such as {@code NL02ABNA0123456789}
 */
public record Iban(String text) {
  /** @throws IllegalArgumentException if the text is no such number in that form */
  public Iban {
    if (!isSound(text)) {
      throw new IllegalArgumentException("no IBAN"); // whose it is stays out of logs
    }
  }

  /** Reads a number as people write it: with spaces, in either case; empty if it is none. */
  public static Optional<Iban> find(String written) {
    String text = Modulo97.plain(written);
    return isSound(text) ? Optional.of(new Iban(text)) : Optional.empty();
  }

  private static boolean isSound(String text) {
    try {
      return IBAN.valueOf(text).toPlainString().equals(text);
    } catch (IllegalArgumentException e) { // all of the library's, also for a country that has none
      return false;
    }
  }

  /** Returns it in groups of four, for people. */
  public String inFours() {
    return Modulo97.inFours(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
