package org.omloop.ledger;

import java.math.BigInteger;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;

/**
 * What is remembered of money paid, so that it can be given back.
 *
 * @param refunded given back so far, in minor units
 * @param contribution the payee's contribution, where policy took one
 */
record Payment(
    AccountId from,
    AccountId to,
    Amount amount,
    long refunded,
    Optional<Contribution> contribution) {
  /** The part of a payment that went on to the fund, and how much of it has come back. */
  record Contribution(AccountId fund, long taken, long returned) {}

  long refundable() {
    return amount.minorUnits() - refunded;
  }

  /**
   * Returns how much of the contribution comes back with a refund: the same share as of the payment, counted over all
   * its refunds so that a whole refund in parts returns the whole.
   */
  long contributionBack(Amount refund) {
    return contribution
        .map(each -> share(each.taken(), refunded + refund.minorUnits()) - each.returned())
        .orElse(0L);
  }

  /** Rounds down; both factors may be near 2^53, so the product needs more than 64 bits. */
  private long share(long taken, long given) {
    return BigInteger.valueOf(taken)
        .multiply(BigInteger.valueOf(given))
        .divide(BigInteger.valueOf(amount.minorUnits()))
        .longValueExact();
  }

  Payment refunded(Amount refund, long contributionBack) {
    return new Payment(
        from,
        to,
        amount,
        refunded + refund.minorUnits(),
        contribution.map(each ->
            new Contribution(each.fund(), each.taken(), each.returned() + contributionBack)));
  }
}
