package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** The bank's answer to a redemption is booked: paid, or come back, also after it was paid. */
class PayoutTest {
  @Test
  void aRedemptionIsPaidOnce() {
    LedgerScript.run("""
        open     bakery  organisation
        issue    i1  bakery  50.00
        redeem   e1  bakery  50.00 supplier
        paid-out b1  e1  posted
        paid-out b2  e1  refused original-not-found
        paid-out b3  i1  refused original-not-found
        returned b4  ghost  refused original-not-found
        """);
  }

  @Test
  void aFailedPayoutGivesTheUnitsBack() {
    LedgerScript.run("""
        open     bakery  organisation
        issue    i1  bakery  50.00
        redeem   e1  bakery  50.00 supplier
        returned b1  e1  posted as returned
        balance  bakery  50.00
        balance  transit  0.00
        paid-out b2  e1  refused original-not-found
        returned b3  e1  refused original-not-found
        """);
  }

  @Test
  void aPayoutMayComeBackLater() {
    LedgerScript.run("""
        open     bakery  organisation
        issue    i1  bakery  50.00
        redeem   e1  bakery  50.00 supplier
        paid-out b1  e1
        balance  issuance   0.00
        returned b2  e1
        balance  issuance -50.00
        balance  bakery    50.00
        returned b3  e1  refused original-not-found
        """);
  }

  @Test
  void onlyOperatorsSpeakForTheBank() {
    LedgerScript.run("""
        open     bakery  organisation
        issue    i1  bakery  50.00
        redeem   e1  bakery  50.00 supplier
        paid-out b1  e1 by bakery  refused unknown-key
        returned b2  e1 by bakery  refused unknown-key
        returned b3  e1 by server  refused key-lacks-right
        """);
  }
}
