package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** Amounts and balances stay within what every JSON reader holds, 2^53-1 cents. */
class NumbersEndTest {
  @Test
  void aBalanceIsFullAtTheLargestAmount() {
    LedgerScript.run("""
        found  twoSignaturesAbove=none
        open   bakery  organisation
        open   grocer  organisation
        issue  i1  bakery  90071992547409.91  posted
        issue  i2  grocer               0.01  refused insufficient-funds   # issuance is at its end
        limit  grocer  1.00
        pay    p1  grocer -> bakery     0.01  refused balance-cap-exceeded
        pay    p2  bakery -> grocer  90071992547409.91  posted
        refund r1  p2                90071992547409.91  posted
        redeem e1  bakery            90071992547409.91 supplier  posted
        returned b1  e1                                 posted
        balance bakery  90071992547409.91
        """);
  }

  @Test
  void theLargestPurchaseCarriesItsContribution() {
    LedgerScript.run("""
        found  twoSignaturesAbove=none balanceCapResident=none topUpPerMonthUnidentified=none contributionBasisPoints=10000 fundAccount=pot
        open   pot     fund
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  90071992547409.91
        pay    p1  anna -> bakery  90071992547409.91  posted as purchase
        balance pot  90071992547409.91
        refund r1  p1              90071992547409.91  posted
        balance anna  90071992547409.91
        """);
  }

  @Test
  void unitsUnderWayHaveAnEndToo() {
    LedgerScript.run("""
        found  twoSignaturesAbove=none
        open   bakery  organisation
        open   grocer  organisation
        open   cafe    organisation
        limit  cafe    1.00
        issue  i1  bakery  90071992547409.91
        pay    p1  cafe -> grocer         1.00
        redeem e1  bakery  90071992547409.91 supplier  posted
        redeem e2  grocer              1.00 supplier   refused balance-cap-exceeded
        paid-out b1  e1
        redeem e3  grocer              1.00 supplier   posted
        """);
  }

  @Test
  void sumsOfADayDoNotRunOver() {
    LedgerScript.run("""
        found  twoSignaturesAbove=none
        open   bakery  organisation
        open   grocer  organisation
        key    desk on bakery rights=pay per-day=90071992547409.91 by bakery
        issue  i1  bakery  90071992547409.91
        pay    p1  bakery -> grocer  90071992547409.91 by desk
        pay    p2  grocer -> bakery  90071992547409.91
        pay    p3  bakery -> grocer               0.01 by desk  refused key-limit-exceeded
        policy paymentPerDayOrganisation=90071992547409.91
        pay    p4  bakery -> grocer               0.01          refused account-limit-exceeded
        """);
  }
}
