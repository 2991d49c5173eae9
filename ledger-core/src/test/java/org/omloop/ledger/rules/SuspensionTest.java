package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A suspended account neither pays nor is paid, until an operator lets it go on. */
class SuspensionTest {
  @Test
  void aSuspendedAccountStandsStill() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        issue   i1  anna            20.00
        pay     p0  anna -> bakery   5.00
        suspend anna                       posted as suspend
        pay     p1  anna -> bakery   1.00  refused account-suspended
        hold    h1  anna -> bakery   1.00  refused account-suspended
        issue   i2  anna             1.00  refused account-suspended
        refund  r1  p0               1.00  refused account-suspended
        redeem  e1  anna  1.00 leaving     refused account-suspended
        resume  anna                       posted as suspend
        pay     p2  anna -> bakery   1.00  posted
        refund  r2  p0               1.00  posted
        balance anna  15.00
        """);
  }

  @Test
  void itsPayoutsStillComeBack() {
    LedgerScript.run("""
        open     bakery  organisation
        issue    i1  bakery  10.00
        redeem   e1  bakery  10.00 supplier
        suspend  bakery
        returned b1  e1                posted
        balance  bakery  10.00
        """);
  }

  @Test
  void itIsNoWayOutForAStolenKey() {
    LedgerScript.run("""
        open    anna  resident
        suspend anna
        key     thief on anna by anna  refused account-suspended
        revoke  anna  on anna by anna  posted                    # a key may always end itself
        key     anna-2 on anna by chair+treasurer  posted        # the desk may help
        """);
  }
}
