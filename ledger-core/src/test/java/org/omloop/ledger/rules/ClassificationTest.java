package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** An operator dates an account's role, sector, area and level of identification. */
class ClassificationTest {
  @Test
  void aNewRoleChangesWhatItsPaymentsMean() {
    LedgerScript.run("""
        open     anna    resident
        open     bakery  organisation
        issue    i1  anna  20.00
        pay      p1  anna -> bakery  1.00  posted as purchase
        classify anna  social sector=SBI2025:88991 area=2026:BU0363AA01  posted as classify
        pay      p2  anna -> bakery  1.00  posted as b2b
        """);
  }

  @Test
  void theFundStaysTheFund() {
    LedgerScript.run("""
        open     anna  resident
        open     pot   fund
        classify pot   social  refused policy-forbids
        classify anna  fund    refused policy-forbids
        classify pot   fund    posted
        classify operator social  refused policy-forbids
        classify nobody   social  refused unknown-account
        """);
  }
}
