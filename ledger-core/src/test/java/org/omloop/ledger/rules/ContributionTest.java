package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** Where policy says so, the payee of a purchase gives a share to the fund, in the same entry. */
class ContributionTest {
  @Test
  void onlyPurchasesCarryIt() {
    LedgerScript.run("""
        found  contributionBasisPoints=250 fundAccount=pot giftsBetweenResidents=true
        open   pot     fund
        open   anna    resident
        open   ben     resident
        open   bakery  organisation
        open   grocer  organisation
        issue  i1  anna  100.00
        pay    p1  anna -> bakery     40.00  posted as purchase
        balance anna    60.00
        balance bakery  39.00
        balance pot      1.00
        pay    p2  bakery -> grocer   10.00  posted as b2b
        pay    p3  bakery -> ben      10.00  posted as wage
        pay    p4  anna -> ben        10.00  posted as gift
        pay    p5  anna -> pot        10.00  posted as contribution
        balance pot     11.00
        """);
  }

  @Test
  void theShareIsRoundedDown() {
    LedgerScript.run("""
        found  contributionBasisPoints=250 fundAccount=pot
        open   pot     fund
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  10.00
        pay    p1  anna -> bakery  0.39
        balance pot     0.00
        pay    p2  anna -> bakery  0.40
        balance pot     0.01
        pay    p3  anna -> bakery  0.79
        balance pot     0.02
        """);
  }

  @Test
  void withoutAFundThatIsOpenThereIsNone() {
    LedgerScript.run("""
        found  contributionBasisPoints=1000 fundAccount=pot   # opened only later, as founders may plan
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  50.00
        pay    p1  anna -> bakery  10.00
        balance bakery  10.00
        open   pot     fund
        pay    p2  anna -> bakery  10.00
        balance bakery  19.00
        balance pot      1.00
        suspend pot
        pay    p3  anna -> bakery  10.00
        balance bakery  29.00
        """);
  }

  @Test
  void aFundThatWasClosedTakesNothing() {
    LedgerScript.run("""
        found  contributionBasisPoints=1000 fundAccount=pot
        open   pot     fund
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  50.00
        close  pot
        pay    p1  anna -> bakery  10.00  posted as purchase
        balance bakery  10.00
        balance pot      0.00
        """);
  }

  @Test
  void anotherKindOfAccountIsNoFund() {
    LedgerScript.run("""
        found  contributionBasisPoints=1000 fundAccount=bakery
        open   anna    resident
        open   bakery  organisation
        open   grocer  organisation
        issue  i1  anna  50.00
        pay    p1  anna -> grocer  10.00
        balance grocer  10.00
        """);
  }

  @Test
  void aCapturedHoldCarriesItToo() {
    LedgerScript.run("""
        found  contributionBasisPoints=1000 fundAccount=pot
        open   pot     fund
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  50.00
        hold   h1  anna -> bakery  20.00
        balance pot      0.00
        capture c1  h1  15.00  posted as purchase
        balance pot      1.50
        refund r1  c1   15.00
        balance pot      0.00
        balance anna    50.00
        """);
  }
}
