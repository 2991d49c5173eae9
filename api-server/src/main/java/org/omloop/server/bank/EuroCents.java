package org.omloop.server.bank;

import java.math.BigDecimal;
import org.omloop.ledger.money.Amount;

/** Amounts as banks write them. */
public final class EuroCents {
  /** How many digits the cents are; a unit of the currency is a cent only where it has as many. */
  public static final int SCALE = 2;

  private EuroCents() {}

  /**
   * Reads an amount; zeros after the cents are let pass, as the schema has room for five decimals.
   *
   * @param currency must be EUR
   * @throws RefusedFile if it is another currency, has parts of a cent, or is larger than any balance can be
   */
  static long read(String amount, String currency) {
    if (!currency.equals("EUR")) {
      throw new RefusedFile(
          Check.I3, "other-currency", currency.isEmpty() ? amount : currency + " " + amount);
    }
    BigDecimal value = new BigDecimal(amount).stripTrailingZeros();
    if (value.scale() > SCALE) {
      throw new RefusedFile(Check.I3, "parts-of-a-cent", "EUR " + amount);
    }
    BigDecimal cents = value.movePointRight(SCALE);
    if (cents.compareTo(BigDecimal.valueOf(Amount.MAXIMUM)) > 0) {
      throw new RefusedFile(Check.I3, "amount-too-large", "EUR " + amount);
    }
    return cents.longValueExact();
  }

  /** Writes an amount as banks do, such as {@code 12.50}. */
  static String text(long cents) {
    return BigDecimal.valueOf(cents, SCALE).toPlainString();
  }
}
