package org.omloop.ledger;

import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;

/** Units on their way to euros: where they came from, what the bank is to pay, the fee, and how far it is. */
record Redemption(AccountId from, Amount payout, long fee, Stage stage) {
  /** How far a redemption is. A payout may still come back after it was booked. */
  enum Stage {
    REQUESTED,
    PAID_OUT,
    RETURNED
  }

  Redemption at(Stage next) {
    return new Redemption(from, payout, fee, next);
  }
}
