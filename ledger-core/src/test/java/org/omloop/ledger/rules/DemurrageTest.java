package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** Once a month the server takes a share of what lies above the free amount, for the fund. */
class DemurrageTest {
  @Test
  void theShareIsRoundedDown() {
    LedgerScript.run("""
        found   demurrageBasisPoints=100 demurrageFreeAmount=10.00 fundAccount=pot
        at      2026-11-30T12:00
        open    pot     fund
        open    anna    resident
        open    bakery  organisation
        open    cafe    organisation
        open    deli    organisation
        issue   i1  anna    10.99
        issue   i2  bakery  30.05
        issue   i3  cafe    10.00
        at      2026-12-01T00:05
        levy    l1  2026-11 anna                   posted as demurrage
        levy    l5  2026-11 bakery                 posted as demurrage
        levy    l6  2026-11 cafe                   posted as demurrage
        levy    l7  2026-11 deli                   posted as demurrage
        balance anna    10.99                      # 1% of 0.99 is less than a cent
        balance bakery  29.85                      # 1% of 20.05
        balance cafe    10.00
        balance pot      0.20
        levy    l2  2026-11 bakery                 refused policy-forbids   # once for each month
        levy    l3  2026-12 bakery                 posted
        levy    l4  2026-11 bakery                 refused policy-forbids
        """);
  }

  @Test
  void onlyThisMonthAndTheLast() {
    LedgerScript.run("""
        found   demurrageBasisPoints=100 fundAccount=pot
        at      2026-12-15T12:00
        open    pot     fund
        open    anna    resident
        issue   i1  anna  100.00
        levy    l1  2027-01 anna  refused policy-forbids   # not before its time
        levy    l2  2026-10 anna  refused policy-forbids   # nor for months long gone
        levy    l3  2026-11 anna  posted
        balance anna  99.00
        """);
  }

  @Test
  void whatIsHeldOrSuspendedIsLeftAlone() {
    LedgerScript.run("""
        found   demurrageBasisPoints=10000 fundAccount=pot
        open    pot     fund
        open    anna    resident
        open    bakery  organisation
        open    cafe    organisation
        issue   i1  anna    10.00
        issue   i2  bakery  10.00
        issue   i3  cafe    10.00
        hold    h1  anna -> bakery   6.00 until=30d
        hold    h2  bakery -> cafe  10.00 until=30d
        suspend cafe
        levy    l1  2026-11 anna
        levy    l2  2026-11 bakery
        levy    l3  2026-11 cafe
        balance anna     6.00
        balance bakery  10.00
        balance cafe    10.00
        balance pot      4.00
        """);
  }

  @Test
  void onlyTheServerLeviesAndOnlyMembers() {
    LedgerScript.run("""
        found   demurrageBasisPoints=100 fundAccount=pot
        open    pot     fund
        open    city    treasury
        open    anna    resident
        open    bakery  organisation
        issue   i1  anna  100.00
        levy    l1  2026-11 city    refused policy-forbids
        levy    l2  2026-11 nobody  refused unknown-account
        levy    l3  2026-11 anna by chair  refused key-lacks-right
        levy    l4  2026-11 anna by anna   refused unknown-key
        close   bakery
        levy    l5  2026-11 bakery  refused account-closed
        balance anna  100.00
        """);
  }

  @Test
  void withoutPolicyThereIsNone() {
    LedgerScript.run("""
        open    anna    resident
        issue   i1  anna  100.00
        levy    l1  2026-11 anna  refused policy-forbids
        policy  demurrageBasisPoints=100
        levy    l2  2026-11 anna  refused policy-forbids   # no fund
        open    pot     fund
        policy  fundAccount=pot
        levy    l3  2026-11 anna  posted
        """);
  }
}
