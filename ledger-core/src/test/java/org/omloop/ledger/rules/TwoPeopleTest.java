package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** What takes two people takes two people: two keys of one person are one. */
class TwoPeopleTest {
  @Test
  void aSecondKeyIsNoSecondPerson() {
    LedgerScript.run("""
        key    chair-2 on operator rights=operate holder=chair by chair+treasurer
        open   bakery  organisation
        limit  bakery  5.00 by chair+chair-2              refused needs-second-signature
        policy giftsBetweenResidents=true by chair+chair-2  refused needs-second-signature
        issue  i1  bakery  500.01 by chair+chair-2        refused needs-second-signature
        key    eve on bakery by chair+chair-2             refused needs-second-signature
        revoke bakery on bakery by chair+chair-2          refused needs-second-signature
        limit  bakery  5.00 by chair-2+treasurer          posted
        """);
  }

  @Test
  void aMemberIsNoSecondOperator() {
    LedgerScript.run("""
        open   bakery  organisation
        limit  bakery  5.00 by chair+bakery  refused unknown-key
        limit  bakery  5.00 by chair+server  refused key-lacks-right
        """);
  }

  @Test
  void theSecondMayBeOneWhoOnlyApproves() {
    LedgerScript.run("""
        key    clerk  on operator rights=approve by chair+treasurer
        key    clerk2 on operator rights=approve by chair+treasurer
        key    reader on operator rights=audit by chair+treasurer
        open   bakery  organisation
        limit  bakery  5.00 by chair+clerk    posted
        limit  bakery  6.00 by clerk+clerk2   refused key-lacks-right   # one at least must operate
        limit  bakery  6.00 by chair+reader   refused key-lacks-right
        """);
  }

  @Test
  void aRevokedKeyIsNobody() {
    LedgerScript.run("""
        key    clerk on operator rights=operate by chair+treasurer
        revoke clerk on operator by chair+treasurer
        open   bakery  organisation
        limit  bakery  5.00 by chair+clerk  refused key-revoked
        """);
  }
}
