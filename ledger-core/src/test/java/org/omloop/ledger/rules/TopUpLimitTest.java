package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A resident is issued so much in a calendar month (UTC), and more once identified. */
class TopUpLimitTest {
  @Test
  void theMonthsSumCounts() {
    LedgerScript.run("""
        found  balanceCapResident=none topUpPerMonthUnidentified=100.00 topUpPerMonthIdentified=200.00
        at     2026-11-30T23:00
        open   anna  resident
        issue  i1  anna   60.00  posted
        issue  i2  anna   40.01  refused account-limit-exceeded
        issue  i3  anna   40.00  posted
        issue  i4  anna    0.01  refused account-limit-exceeded
        at     2026-12-01T00:00
        issue  i5  anna  100.00  posted
        classify anna resident level=1
        issue  i6  anna  100.00  posted
        issue  i7  anna    0.01  refused account-limit-exceeded
        balance anna  300.00
        """);
  }

  @Test
  void whatWasSpentStillCounts() {
    LedgerScript.run("""
        found  balanceCapResident=none topUpPerMonthUnidentified=100.00
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  100.00
        pay    p1  anna -> bakery  100.00
        issue  i2  anna    0.01  refused account-limit-exceeded
        """);
  }

  @Test
  void organisationsHaveNone() {
    LedgerScript.run("""
        found  topUpPerMonthUnidentified=100.00
        open   bakery  organisation
        issue  i1  bakery  400.00
        issue  i2  bakery  400.00
        """);
  }
}
