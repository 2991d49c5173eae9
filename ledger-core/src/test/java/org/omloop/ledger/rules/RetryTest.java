package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** The same bytes get the same answer, for ever; other bytes under the same id move nothing. */
class RetryTest {
  @Test
  void everyKindOfOrderIsDecidedOnce() {
    LedgerScript.run("""
        open   bakery  organisation as=o1
        open   bakery  organisation as=o1 invite=none   conflicting
        issue  i1  bakery  10.00
        issue  i1  bakery  10.00   replayed
        issue  i1  bakery  11.00   conflicting
        limit  bakery  5.00 as=l1
        limit  bakery  5.00 as=l1  replayed
        limit  bakery  6.00 as=l1  conflicting
        limit  bakery  5.00 as=l1 by treasurer+chair  conflicting   # the same wish, in other bytes
        redeem e1  bakery  1.00 supplier
        later  365d
        redeem e1  bakery  1.00 supplier  replayed
        balance bakery  9.00
        """);
  }

  @Test
  void aRefusalIsRepeatedToo() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        pay    p1  anna -> bakery  1.00  refused insufficient-funds
        pay    p1  anna -> bakery  1.00  refused insufficient-funds
        pay    p1  anna -> bakery  2.00  conflicting
        """);
  }
}
