package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** An account goes as far below zero as two operators allow, and not a cent further. */
class OverdraftLimitTest {
  @Test
  void theLimitIsTheEnd() {
    LedgerScript.run("""
        open   bakery  organisation
        open   grocer  organisation
        pay    p1  bakery -> grocer   0.01  refused insufficient-funds
        limit  bakery  50.00                posted as limit
        pay    p2  bakery -> grocer  50.01  refused insufficient-funds
        pay    p3  bakery -> grocer  50.00  posted
        pay    p4  bakery -> grocer   0.01  refused insufficient-funds
        balance bakery -50.00
        """);
  }

  @Test
  void aLimitTakesTwoPeople() {
    LedgerScript.run("""
        open   bakery  organisation
        limit  bakery  50.00 by chair  refused needs-second-signature
        limit  bakery  50.00 by bakery refused unknown-key
        limit  nobody  50.00           refused unknown-account
        """);
  }

  @Test
  void aLimitDoesNotGoBelowWhatIsDrawn() {
    LedgerScript.run("""
        open   bakery  organisation
        open   grocer  organisation
        limit  bakery  50.00
        pay    p1  bakery -> grocer  20.00
        hold   h1  bakery -> grocer  10.00
        limit  bakery  29.99  refused insufficient-funds
        limit  bakery  30.00  posted
        """);
  }

  @Test
  void onlyMembersHaveALimit() {
    LedgerScript.run("""
        open   pot       fund
        limit  pot       5.00  refused policy-forbids
        limit  issuance  5.00  refused policy-forbids
        limit  operator  5.00  refused policy-forbids
        """);
  }
}
