package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** An account holds no more than its cap; what comes back to it does not count. */
class BalanceCapTest {
  @Test
  void aCapIsReachedAndNotPassed() {
    LedgerScript.run("""
        found  topUpPerMonthUnidentified=none balanceCapResident=150.00 balanceCapOrganisation=200.00
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna    150.01  refused balance-cap-exceeded
        issue  i2  anna    150.00  posted
        issue  i3  anna      0.01  refused balance-cap-exceeded
        issue  i4  bakery  190.00
        pay    p1  anna -> bakery  10.01  refused balance-cap-exceeded
        hold   h1  anna -> bakery  10.01  refused balance-cap-exceeded
        pay    p2  anna -> bakery  10.00  posted
        pay    p3  bakery -> anna  10.01  refused balance-cap-exceeded   # wages, too
        """);
  }

  @Test
  void refundsAndReturnsAreExempt() {
    LedgerScript.run("""
        found  topUpPerMonthUnidentified=none balanceCapResident=150.00 balanceCapOrganisation=200.00
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna   150.00
        pay    p1  anna -> bakery  50.00
        issue  i2  anna    50.00
        refund r1  p1      50.00  posted
        balance anna  200.00
        issue    i3  bakery  200.00
        redeem   e1  bakery  100.00 supplier
        issue    i4  bakery  100.00
        returned b1  e1  posted
        balance bakery  300.00
        """);
  }

  @Test
  void aHoldIsHeldAgainstTheCapTwice() {
    LedgerScript.run("""
        found  balanceCapOrganisation=100.00
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna    50.00
        issue  i2  bakery  60.00
        hold   h1  anna -> bakery  40.00
        issue  i3  bakery   1.00
        capture c1  h1  40.00  refused balance-cap-exceeded
        capture c2  h1  39.00  posted
        """);
  }

  @Test
  void theFundsShareIsNotThePayeesToHold() {
    LedgerScript.run("""
        found  balanceCapOrganisation=100.00 contributionBasisPoints=1000 fundAccount=pot
        open   pot     fund
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna    100.00
        issue  i2  bakery   82.00
        pay    p1  anna -> bakery  20.01  refused balance-cap-exceeded
        pay    p2  anna -> bakery  10.00  posted
        hold   h1  anna -> bakery  10.00
        capture c1  h1  10.00             posted                   # 9.00 stays, as it would with a payment
        balance bakery  100.00
        """);
  }
}
