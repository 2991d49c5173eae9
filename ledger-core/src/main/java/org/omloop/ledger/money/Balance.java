package org.omloop.ledger.money;

/**
 * An account's signed position in minor units: credits less debits. It stays within ±(2<sup>53</sup>−1); a step
 * beyond throws {@link ArithmeticException}.
 */
public record Balance(long minorUnits) {
  /** Nothing held, nothing owed. */
  public static final Balance ZERO = new Balance(0);

  public Balance {
    if (Math.abs(minorUnits) > Amount.MAXIMUM) {
      throw new ArithmeticException("balance out of range: " + minorUnits);
    }
  }

  /** Returns this balance after a credit. */
  public Balance plus(Amount amount) {
    return new Balance(minorUnits + amount.minorUnits());
  }

  /** Returns this balance after a debit. */
  public Balance minus(Amount amount) {
    return new Balance(minorUnits - amount.minorUnits());
  }

  /** Tells whether a credit of the amount keeps the balance in range. */
  public boolean canTake(Amount amount) {
    return minorUnits <= Amount.MAXIMUM - amount.minorUnits();
  }
}
