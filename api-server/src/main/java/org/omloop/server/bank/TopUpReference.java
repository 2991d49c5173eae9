package org.omloop.server.bank;

import java.security.SecureRandom;
import java.util.OptionalLong;
import org.omloop.ledger.account.AccountId;

/**
 * By what a payment to the reserve account names the member whom it is for.
 *
 * @param reference its text is {@code OML}, a year and eight random symbols of Crockford's base32
 * @param account whom the units are for
 * @param cents the only amount it is good for; empty for a standing reference, which any amount may name
 * @param expiresAt unix seconds; empty for a standing reference
 */
public record TopUpReference(
    CreditorReference reference, AccountId account, OptionalLong cents, OptionalLong expiresAt) {
  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM_SYMBOLS = 8;

  /** Makes a standing one: 40 random bits, so that nobody guesses another member's. */
  public static TopUpReference standing(AccountId account, int year, SecureRandom random) {
    StringBuilder payload = new StringBuilder("OML").append(year);
    for (int at = 0; at < RANDOM_SYMBOLS; at++) {
      payload.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
    }
    return new TopUpReference(
        CreditorReference.of(payload.toString()),
        account,
        OptionalLong.empty(),
        OptionalLong.empty());
  }
}
