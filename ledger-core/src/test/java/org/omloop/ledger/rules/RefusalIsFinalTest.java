package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A refused order stays refused, whatever happens to the account afterwards. */
class RefusalIsFinalTest {
  @Test
  void topUpDoesNotReviveARefusedOrder() {
    LedgerScript.run("""
        open     anna    resident
        open     bakery  organisation
        issue    i1  anna             10.00  posted
        pay      p1  anna -> bakery   10.01  refused insufficient-funds
        issue    i2  anna              5.00  posted
        pay      p1  anna -> bakery   10.01  refused insufficient-funds   # same order, same answer
        pay      p2  anna -> bakery   10.01  posted                       # a fresh order
        pay      p2  anna -> bakery   10.01  replayed                     # a retry moves nothing
        balance  anna     4.99
        """);
  }
}
