package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A payee gives back at most what was paid, in one go or in parts. */
class RefundTest {
  @Test
  void inPartsAndNeverMore() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  20.00
        pay    p1  anna -> bakery  10.00
        refund r1  p1  10.01  refused amount-out-of-range
        refund r2  p1   4.00  posted as refund
        refund r3  p1   6.01  refused already-refunded
        refund r4  p1   6.00  posted
        refund r5  p1   0.01  refused already-refunded
        balance anna    20.00
        balance bakery   0.00
        """);
  }

  @Test
  void onlyThePayeeGivesBack() {
    LedgerScript.run("""
        open   anna    resident
        open   ben     resident
        open   bakery  organisation
        key    till on bakery rights=receive,refund by bakery
        key    desk on bakery rights=pay by bakery
        issue  i1  anna  20.00
        pay    p1  anna -> bakery  10.00
        refund r1  p1  1.00 by anna   refused unknown-key
        refund r2  p1  1.00 by ben    refused unknown-key
        refund r3  p1  1.00 by desk   refused key-lacks-right
        refund r4  p1  1.00 by till   posted
        """);
  }

  @Test
  void onlyMoneyPaidIsGivenBack() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  20.00
        pay    p1  anna -> bakery  30.00            refused insufficient-funds
        pay    p2  anna -> bakery  10.00
        refund r1  p1     1.00                      refused original-not-found   # never booked
        refund r2  i1     1.00 by anna              refused original-not-found   # another kind
        refund r3  ghost  1.00 by bakery            refused original-not-found
        refund r4  p2     1.00
        refund r5  r4     1.00 by anna              refused original-not-found   # a refund is final
        """);
  }

  @Test
  void thePayeeMustStillHaveIt() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        open   grocer  organisation
        issue  i1  anna  20.00
        pay    p1  anna -> bakery   10.00
        pay    p2  bakery -> grocer  8.00
        refund r1  p1  2.01  refused insufficient-funds
        refund r2  p1  2.00  posted
        """);
  }

  @Test
  void theFundGivesItsShareBack() {
    LedgerScript.run("""
        found  contributionBasisPoints=500 fundAccount=pot
        open   pot     fund
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  50.00
        pay    p1  anna -> bakery  10.10           # 0.50 to the fund
        refund r1  p1  3.33
        balance pot     0.34                       # 0.50 x 3.33 / 10.10 = 0.1648…: 0.16 back
        refund r2  p1  3.33
        balance pot     0.18                       # 0.3297…: 0.32 back in all
        refund r3  p1  3.44
        balance pot     0.00                       # all of it, to the cent
        balance bakery  0.00
        balance anna   50.00
        """);
  }

  @Test
  void aRefundDoesNotWaitForTheFund() {
    LedgerScript.run("""
        found  contributionBasisPoints=5000 fundAccount=pot
        open   pot     fund
        key    pot-1 on pot rights=pay by chair+treasurer
        key    pot-2 on pot rights=pay by chair+treasurer
        open   anna    resident
        open   bakery  organisation
        open   grocer  organisation
        issue  i1  anna  50.00
        issue  i2  bakery  50.00
        pay    p1  anna -> bakery  10.00
        grant  g1  pot -> grocer    4.00 by pot-1+pot-2
        refund r1  p1  10.00  posted
        balance pot      0.00                      # 5.00 was due, 1.00 was there
        balance bakery  46.00
        balance anna    50.00
        """);
  }

  @Test
  void whatTheFundStillOwedComesWithTheNextPart() {
    LedgerScript.run("""
        found  contributionBasisPoints=5000 fundAccount=pot
        open   pot     fund
        key    pot-1 on pot rights=pay by chair+treasurer
        key    pot-2 on pot rights=pay by chair+treasurer
        open   anna    resident
        open   bakery  organisation
        open   grocer  organisation
        issue  i1  anna  50.00
        issue  i2  bakery  50.00
        pay    p1  anna -> bakery  10.00
        grant  g1  pot -> grocer    4.00 by pot-1+pot-2
        refund r1  p1  4.00
        balance pot      0.00                      # 2.00 was due, 1.00 was there
        pay    p2  anna -> pot      10.00
        refund r2  p1  6.00
        balance pot      6.00                      # 3.00 due, and 1.00 from before
        """);
  }

  @Test
  void aGrantGoesBackToTheProgramme() {
    LedgerScript.run("""
        open   city  treasury
        key    city-1 on city rights=pay by chair+treasurer
        key    city-2 on city rights=pay by chair+treasurer
        open   anna  resident
        issue  i1  city  50.00
        grant  g1  city -> anna  20.00 by city-1+city-2
        refund r1  g1  20.00
        balance city  50.00
        """);
  }
}
