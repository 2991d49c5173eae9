package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A key ends at its own word, at that of a key that could have made it, or at two operators'. */
class KeyRevocationTest {
  @Test
  void anEndedKeySignsNothing() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  10.00
        key    tablet on anna by anna
        revoke tablet on anna by anna           posted as key-revoke
        pay    p1  anna -> bakery 1.00 by tablet  refused key-revoked
        revoke tablet on anna by tablet         refused key-revoked
        revoke tablet on anna by anna           refused key-revoked
        refund r1  ghost 1.00 by tablet         refused key-revoked
        capture c1 ghost 1.00 by tablet         refused key-revoked
        release l1 ghost      by tablet         refused key-revoked
        pay    p2  anna -> bakery 1.00 by anna  posted
        """);
  }

  @Test
  void aKeyEndsItself() {
    LedgerScript.run("""
        open   bakery  organisation
        key    till on bakery rights=receive by bakery
        revoke till on bakery by till  posted
        """);
  }

  @Test
  void aLesserKeyDoesNotEndAGreater() {
    LedgerScript.run("""
        open   bakery  organisation
        key    till on bakery rights=receive,refund by bakery
        key    desk on bakery rights=pay by bakery
        key    card on bakery rights=pay per-day=5.00 by bakery
        revoke bakery on bakery by till  refused key-lacks-right
        revoke bakery on bakery by desk  refused key-lacks-right
        revoke desk   on bakery by card  refused key-limit-exceeded
        revoke card   on bakery by desk  posted
        revoke desk   on bakery by bakery  posted
        """);
  }

  @Test
  void twoOperatorsEndAMembersKey() {
    LedgerScript.run("""
        open   anna  resident
        open   ben   resident
        revoke anna on anna by chair            refused needs-second-signature
        revoke anna on anna by ben              refused unknown-key
        revoke anna on ben  by chair+treasurer  refused unknown-key
        revoke anna on anna by chair+treasurer  posted
        """);
  }

  @Test
  void theLastTwoOperatorsStay() {
    LedgerScript.run("""
        revoke treasurer on operator by chair+treasurer                      refused policy-forbids
        revoke treasurer on operator by treasurer                            refused needs-second-signature
        key    chair-2 on operator rights=operate holder=chair by chair+treasurer
        revoke treasurer on operator by chair+treasurer                      refused policy-forbids   # one person would be left
        key    clerk on operator rights=approve by chair+treasurer
        revoke treasurer on operator by chair+treasurer                      posted
        open   anna  resident
        limit  anna  5.00 by chair+clerk                                     posted
        revoke chair on operator by chair+clerk                              posted
        revoke chair-2 on operator by chair-2+clerk                          refused policy-forbids   # nobody could operate
        """);
  }

  @Test
  void theServersKeyStays() {
    LedgerScript.run("""
        key    clerk on operator rights=operate by chair+treasurer
        revoke server on operator by chair+treasurer  refused policy-forbids
        """);
  }
}
