package org.omloop.ledger.circulation.disclosure;

/**
 * What one row adds to a cell at the lowest level, from one edition on and until another. A corrected row ends with the
 * edition that no longer knows it and begins anew, under its new cell or amount, in that edition.
 *
 * @param leaf month × buurt × division × kind
 * @param payer the unit that paid, left or holds
 * @param payee the unit that was paid; the payer again where the kind has no payee
 * @param amount minor units, 1 … 2<sup>53</sup>−1
 * @param from the first edition that knows it, from 1
 * @param until the first edition that no longer knows it; {@link #FOREVER} when none
 */
public record Contribution(
    Cell leaf, String payer, String payee, long amount, int from, int until) {
  /** Not corrected so far. */
  public static final int FOREVER = Integer.MAX_VALUE;

  private static final long LARGEST = (1L << 53) - 1;

  /** Checks amount and editions. */
  public Contribution {
    if (amount < 1 || amount > LARGEST) {
      throw new IllegalArgumentException("no amount of a row: " + amount);
    }
    if (from < 1 || until <= from) {
      throw new IllegalArgumentException("known from edition " + from + " until " + until);
    }
  }

  boolean isKnownIn(int edition) {
    return from <= edition && edition < until;
  }
}
