package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** An order is meant for one ledger, and is decided within its time. */
class OrderLifeTest {
  @Test
  void anOrderIsDeadAfterItsTime() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  10.00
        pay    p1  anna -> bakery  1.00 iat=-1h exp=0s   posted    # on its last second
        pay    p2  anna -> bakery  1.00 iat=-1h exp=-1s  refused expired
        pay    p2  anna -> bakery  1.00                  refused expired
        pay    p3  anna -> bakery  1.00 iat=0s exp=30d   posted
        """);
  }

  @Test
  void anOrderIsNotFromTheFuture() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  10.00
        pay    p1  anna -> bakery  1.00 iat=120s  posted            # clocks differ a little
        pay    p2  anna -> bakery  1.00 iat=121s  refused not-yet-valid
        later  1h
        pay    p2  anna -> bakery  1.00           refused not-yet-valid   # final, like every refusal
        """);
  }

  @Test
  void anOrderForAnotherLedgerIsVoid() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  10.00
        pay    p1  anna -> bakery  1.00 ledger=example.org/west  refused wrong-ledger
        issue  i2  anna  1.00           ledger=example.org/west  refused wrong-ledger
        """);
  }
}
