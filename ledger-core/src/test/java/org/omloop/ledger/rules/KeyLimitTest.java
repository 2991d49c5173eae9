package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A key moves no more in an order and a UTC day than its own limits let it. */
class KeyLimitTest {
  @Test
  void perOrderAndPerDay() {
    LedgerScript.run("""
        at    2026-11-02T22:00
        open  anna    resident
        open  bakery  organisation
        issue i1  anna  100.00
        key   card on anna rights=pay,redeem per-order=10.00 per-day=25.00 by anna
        pay   p1  anna -> bakery  10.01 by card  refused key-limit-exceeded
        pay   p2  anna -> bakery  10.00 by card  posted
        hold  h1  anna -> bakery  10.00 by card  posted
        pay   p3  anna -> bakery   5.01 by card  refused key-limit-exceeded
        redeem e1 anna  5.01 leaving    by card  refused key-limit-exceeded
        redeem e2 anna  5.00 leaving    by card  posted
        hold  h2  anna -> bakery   0.01 by card  refused key-limit-exceeded
        pay   p4  anna -> bakery   1.00          posted                     # the phone has no such limit
        at    2026-11-03T00:00
        pay   p5  anna -> bakery  10.00 by card  posted
        """);
  }

  @Test
  void refundsCountToo() {
    LedgerScript.run("""
        open  anna    resident
        open  bakery  organisation
        key   till on bakery rights=receive,refund per-day=5.00 by bakery
        issue i1  anna  100.00
        pay   p1  anna -> bakery  20.00
        refund r1  p1  5.01 by till  refused key-limit-exceeded
        refund r2  p1  5.00 by till  posted
        refund r3  p1  0.01 by till  refused key-limit-exceeded
        refund r4  p1  0.01          posted
        """);
  }

  @Test
  void eachOfTwoSignersKeepsToItsOwn() {
    LedgerScript.run("""
        open  city  treasury
        key   city-1 on city rights=pay by chair+treasurer
        key   city-2 on city rights=pay per-order=50.00 by chair+treasurer
        open  bakery  organisation
        issue i1  city  100.00
        grant g1  city -> bakery  50.01 by city-1+city-2  refused key-limit-exceeded
        grant g2  city -> bakery  50.00 by city-1+city-2  posted
        """);
  }
}
