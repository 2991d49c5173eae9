package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** The operator's fee is taken from what is redeemed, and comes back with it. */
class RedemptionFeeTest {
  @Test
  void theFeeGoesToTheOperator() {
    LedgerScript.run("""
        found    redemptionFeeBasisPoints=150
        key      cashier on operator rights=redeem by chair+treasurer
        open     bakery  organisation
        issue    i1  bakery  100.00
        redeem   e1  bakery   33.33 supplier
        balance  operator   0.49                      # 0.49995, rounded down
        balance  transit   32.84
        balance  bakery    66.67
        redeem   e2  operator  0.49 supplier by cashier  refused policy-forbids
        redeem   e3  operator  0.49 fee      by cashier  posted   # without a fee on the fee
        balance  operator   0.00
        """);
  }

  @Test
  void aCentIsLeftToPayOut() {
    LedgerScript.run("""
        found    redemptionFeeBasisPoints=10000
        open     bakery  organisation
        issue    i1  bakery  5.00
        redeem   e1  bakery  5.00 supplier
        balance  operator  4.99
        balance  transit   0.01
        redeem   e2  bakery  0.01 supplier  refused insufficient-funds
        """);
  }

  @Test
  void itComesBackWithAFailedPayout() {
    LedgerScript.run("""
        found    redemptionFeeBasisPoints=100
        open     bakery  organisation
        issue    i1  bakery  100.00
        redeem   e1  bakery  100.00 supplier
        returned b1  e1
        balance  bakery   100.00
        balance  operator   0.00
        """);
  }

  @Test
  void unlessTheOperatorHasSpentIt() {
    LedgerScript.run("""
        found    redemptionFeeBasisPoints=100
        key      cashier on operator rights=redeem by chair+treasurer
        open     bakery  organisation
        issue    i1  bakery  100.00
        redeem   e1  bakery  100.00 supplier
        redeem   e2  operator  1.00 fee by cashier
        returned b1  e1
        balance  bakery    99.00
        """);
  }
}
