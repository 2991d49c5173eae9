package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** Two operators enrol a key for a member who has lost theirs, and never one for themselves to make money with. */
class KeyRecoveryTest {
  @Test
  void twoOperatorsHelp() {
    LedgerScript.run("""
        open  anna  resident
        key   new on anna by chair              refused needs-second-signature
        key   new on anna by chair+treasurer    posted
        issue i1  anna  10.00
        open  bakery  organisation
        pay   p1  anna -> bakery  1.00 by new   posted
        key   any on nobody by chair+treasurer  refused unknown-account
        """);
  }

  @Test
  void operatorsRightsStayWithTheOperator() {
    LedgerScript.run("""
        open  anna  resident
        key   k1 on anna     rights=operate by chair+treasurer      refused policy-forbids
        key   k2 on anna     rights=approve,pay by chair+treasurer  refused policy-forbids
        key   k3 on anna     rights=pay,serve by chair+treasurer    refused policy-forbids
        key   k4 on operator rights=serve by chair+treasurer        refused policy-forbids
        key   k5 on anna     rights=audit by chair+treasurer        posted
        key   k6 on operator rights=operate by chair+treasurer      posted
        """);
  }

  @Test
  void oneOperatorMakesNoSecond() {
    LedgerScript.run("""
        key   eve on operator rights=operate by chair                       refused needs-second-signature
        key   chair-2 on operator rights=operate holder=chair by chair+treasurer
        key   eve on operator rights=operate by chair+chair-2               refused needs-second-signature
        """);
  }

  @Test
  void nobodySignsForUnitsThatDoNotExist() {
    LedgerScript.run("""
        key   k1 on issuance rights=pay by chair+treasurer     refused policy-forbids
        key   k2 on transit  rights=pay by chair+treasurer     refused policy-forbids
        """);
  }
}
