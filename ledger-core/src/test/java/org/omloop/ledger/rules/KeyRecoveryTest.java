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
        later 1d
        pay   p1  anna -> bakery  1.00 by new   posted
        key   any on nobody by chair+treasurer  refused unknown-account
        """);
  }

  @Test
  void theNewKeyWaits() {
    LedgerScript.run("""
        policy keyRecoverySeconds=86400
        open   anna   resident
        open   bakery organisation
        issue  i1  anna  10.00
        key    new on anna by chair+treasurer
        pay    p1  anna -> bakery  1.00 by new     refused key-lacks-right
        key    more on anna by new                 refused key-lacks-right
        revoke anna on anna by new                 refused key-lacks-right
        pay    p2  anna -> bakery  1.00 by anna    posted                    # the old one goes on
        later  86399s
        pay    p3  anna -> bakery  1.00 by new     refused key-lacks-right
        later  1s
        pay    p4  anna -> bakery  1.00 by new     posted
        """);
  }

  @Test
  void whoHasTheOldKeyEndsTheNewOne() {
    LedgerScript.run("""
        policy keyRecoverySeconds=86400
        open   anna  resident
        key    new on anna by chair+treasurer
        revoke new on anna by anna                 posted
        later  2d
        open   bakery organisation
        issue  i1  anna  10.00
        pay    p1  anna -> bakery  1.00 by new     refused key-revoked
        """);
  }

  @Test
  void thatTheOldKeyHasEndedShortensNothing() {
    LedgerScript.run("""
        policy keyRecoverySeconds=86400
        open   anna   resident
        open   bakery organisation
        issue  i1  anna  10.00
        revoke anna on anna by chair+treasurer
        key    new  on anna by chair+treasurer
        pay    p1  anna -> bakery  1.00 by new     refused key-lacks-right
        later  1d
        pay    p2  anna -> bakery  1.00 by new     posted
        """);
  }

  @Test
  void aFirstKeyAndOnesOwnWaitForNobody() {
    LedgerScript.run("""
        policy keyRecoverySeconds=86400
        open   anna   resident invite=none
        open   ben    resident
        open   bakery organisation
        issue  i1  anna  10.00
        issue  i2  ben   10.00
        key    first on anna by chair+treasurer
        pay    p1  anna -> bakery  1.00 by first   posted
        key    own on ben by ben
        pay    p2  ben -> bakery   1.00 by own     posted
        """);
  }

  @Test
  void whoHasAnOldKeyEndsTheNewOneWhateverItMay() {
    LedgerScript.run("""
        policy  keyRecoverySeconds=86400
        open    anna  resident invite=none
        key     card on anna rights=pay per-day=5.00 per-order=5.00 by chair+treasurer
        key     new  on anna by chair+treasurer
        key     more on anna by chair+treasurer
        revoke  new  on anna by card                posted
        suspend anna
        revoke  more on anna by card                posted     # also on an account that was stopped
        """);
  }

  @Test
  void aWaitIsShortenedNoSoonerThanItLasts() {
    LedgerScript.run("""
        policy keyRecoverySeconds=86400                      # longer counts at once
        open   anna   resident
        open   bakery organisation
        issue  i1  anna  10.00
        policy keyRecoverySeconds=0                          refused policy-forbids
        policy keyRecoverySeconds=0 effective=86399s         refused policy-forbids
        policy keyRecoverySeconds=60 effective=1d            posted
        key    k1 on anna by chair+treasurer
        later  1d
        key    k2 on anna by chair+treasurer
        pay    p1  anna -> bakery  1.00 by k1                posted
        pay    p2  anna -> bakery  1.00 by k2                refused key-lacks-right
        later  1m
        pay    p3  anna -> bakery  1.00 by k2                posted
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
