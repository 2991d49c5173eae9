package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A hold keeps money for a payee, who takes it, in whole or in part, or lets it go. */
class HoldTest {
  @Test
  void heldMoneyIsSpentByNobody() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        issue   i1  anna  20.00
        hold    h1  anna -> bakery  15.00  posted as hold
        balance   anna  20.00
        available anna   5.00
        pay     p1  anna -> bakery   5.01  refused insufficient-funds
        hold    h2  anna -> bakery   5.01  refused insufficient-funds
        redeem  e1  anna  5.01 leaving     refused insufficient-funds
        capture c1  h1  15.01              refused amount-out-of-range
        capture c2  h1  12.00              posted as purchase
        balance   anna   8.00
        available anna   8.00
        balance bakery  12.00
        capture c3  h1   1.00              refused original-not-found
        release l1  h1                     refused original-not-found
        """);
  }

  @Test
  void thePayeeLetsItGo() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        issue   i1  anna  20.00
        hold    h1  anna -> bakery  15.00
        release l1  h1 by anna             refused unknown-key
        release l2  h1                     posted as release
        available anna  20.00
        capture c1  h1   1.00              refused original-not-found
        """);
  }

  @Test
  void onlyThePayeeTakesIt() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        open    grocer  organisation
        key     desk on bakery rights=pay by bakery
        issue   i1  anna  20.00
        hold    h1  anna -> bakery  15.00
        capture c1  h1  1.00 by anna    refused unknown-key
        capture c2  h1  1.00 by grocer  refused unknown-key
        capture c3  h1  1.00 by desk    refused key-lacks-right
        release l1  h1  by desk         refused key-lacks-right
        capture c4  ghost 1.00 by bakery  refused original-not-found
        """);
  }

  @Test
  void aCaptureIsGivenBackLikeAPayment() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        issue   i1  anna  20.00
        hold    h1  anna -> bakery  15.00
        capture c1  h1  10.00
        refund  r0  h1   1.00  refused original-not-found
        refund  r1  c1  10.00  posted
        balance anna  20.00
        """);
  }

  @Test
  void aHoldReachesNoFurtherThanAPayment() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        issue   i1  anna  20.00
        hold    h1  anna -> bakery  20.01             refused insufficient-funds
        hold    h2  anna -> bakery   1.00 until=0s    refused policy-forbids
        hold    h3  anna -> bakery   1.00 until=31d   refused policy-forbids
        hold    h4  anna -> bakery   1.00 until=30d   posted
        hold    h5  anna -> bakery   1.00 by bakery   refused unknown-key
        hold    h6  anna -> nobody   1.00             refused unknown-account
        """);
  }

  @Test
  void aSuspendedPayersHoldWaits() {
    LedgerScript.run("""
        open    anna    resident
        open    bakery  organisation
        issue   i1  anna  20.00
        hold    h1  anna -> bakery  15.00
        suspend anna
        capture c1  h1  15.00  refused account-suspended
        resume  anna
        capture c2  h1  15.00  posted
        """);
  }

  @Test
  void theRulesOfTheDayItIsTakenHold() {
    LedgerScript.run("""
        found   giftsBetweenResidents=true
        open    anna    resident
        open    ben     resident
        open    bakery  organisation sector=SBI2008:10710
        issue   i1  anna  20.00
        hold    h1  anna -> bakery  5.00
        hold    h2  anna -> ben     5.00
        policy  acceptorSectors=SBI2008:47 giftsBetweenResidents=false
        capture c1  h1   5.00  refused policy-forbids
        capture c2  h2   5.00  refused policy-forbids
        policy  acceptorSectors=SBI2008:10 giftsBetweenResidents=true
        capture c3  h1   5.00  posted as purchase
        capture c4  h2   5.00  posted as gift
        """);
  }
}
