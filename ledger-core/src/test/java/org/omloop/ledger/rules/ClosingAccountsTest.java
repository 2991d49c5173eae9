package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** An account is closed for ever, and only when nothing is left on it or on its way back to it. */
class ClosingAccountsTest {
  @Test
  void aClosedAccountTakesPartNoMore() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        issue   i1  bakery          10.00
        close   anna                       posted as close
        issue   i2  anna            10.00  refused account-closed
        pay     p1  bakery -> anna   1.00  refused account-closed
        pay     p2  anna -> bakery   1.00  refused account-closed
        close   anna                       refused account-closed
        suspend anna                       refused account-closed
        resume  anna                       refused account-closed
        limit   anna  5.00                 refused account-closed
        """);
  }

  @Test
  void moneyHeldOrOwedKeepsAnAccountOpen() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        issue   i1  anna            10.00
        close   anna                       refused policy-forbids
        limit   bakery  5.00
        pay     p1  bakery -> anna   5.00
        close   bakery                     refused policy-forbids   # it owes
        pay     p2  anna -> bakery  15.00
        close   anna                       posted
        """);
  }

  @Test
  void aHoldKeepsAnAccountOpen() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        limit   bakery  5.00
        open    grocer  organisation
        hold    h1  bakery -> grocer  5.00 until=1h
        close   bakery                refused policy-forbids
        release h1r h1
        close   bakery                posted
        """);
  }

  @Test
  void aPayoutUnderWayKeepsAnAccountOpen() {
    LedgerScript.run("""
        open      bakery  organisation
        issue     i1  bakery  10.00
        redeem    e1  bakery  10.00 supplier
        close     bakery      refused policy-forbids   # where else would a failed payout come back to?
        returned  b1  e1
        redeem    e2  bakery  10.00 supplier
        paid-out  b2  e2
        close     bakery      posted
        returned  b3  e2      refused account-closed   # the bank's second thoughts are for people to settle
        """);
  }

  @Test
  void theLedgersOwnAccountsStay() {
    LedgerScript.run("""
        close   issuance  refused policy-forbids
        close   transit   refused policy-forbids
        close   operator  refused policy-forbids
        suspend operator  refused policy-forbids
        close   nobody    refused unknown-account
        """);
  }
}
