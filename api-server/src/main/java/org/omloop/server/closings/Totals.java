package org.omloop.server.closings;

/**
 * Sums over sales, in minor units.
 *
 * @param gross what customers paid
 * @param refunds what they got back
 * @param contributions what the shop passed on to the fund, less what came back from it
 * @param paymentCount how many payments
 * @param refundCount how many refunds
 */
public record Totals(
    long gross, long refunds, long contributions, long paymentCount, long refundCount) {
  /** Before the first. */
  public static final Totals NONE = new Totals(0, 0, 0, 0, 0);

  /** Returns the sums with one more. */
  public Totals plus(Sale sale) {
    return sale.isRefund()
        ? new Totals(
            gross,
            Math.addExact(refunds, sale.amount()),
            Math.subtractExact(contributions, sale.contribution()),
            paymentCount,
            refundCount + 1)
        : new Totals(
            Math.addExact(gross, sale.amount()),
            refunds,
            Math.addExact(contributions, sale.contribution()),
            paymentCount + 1,
            refundCount);
  }

  /** Returns what customers paid less what they got back; may be below zero. */
  public long net() {
    return gross - refunds;
  }

  /** Tells whether there was nothing to add up. */
  public boolean isNothing() {
    return paymentCount == 0 && refundCount == 0;
  }
}
