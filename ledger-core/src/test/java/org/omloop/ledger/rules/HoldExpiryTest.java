package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A hold ends by itself when its time is over. */
class HoldExpiryTest {
  @Test
  void onTheSecondItIsOver() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        issue   i1  anna  20.00
        hold    h1  anna -> bakery  15.00 until=1h
        hold    h2  anna -> bakery   5.00 until=2h
        later   3599s
        pay     p1  anna -> bakery   0.01  refused insufficient-funds
        later   1s
        capture c1  h1  15.00              refused original-not-found
        pay     p2  anna -> bakery  15.00  posted
        pay     p3  anna -> bakery   0.01  refused insufficient-funds   # the second still holds
        capture c2  h2   5.00              posted
        balance anna  0.00
        """);
  }

  @Test
  void aLateReleaseFindsNothing() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        issue   i1  anna  20.00
        hold    h1  anna -> bakery  15.00 until=1h
        later   2h
        release l1  h1  refused original-not-found
        available anna  20.00
        """);
  }
}
