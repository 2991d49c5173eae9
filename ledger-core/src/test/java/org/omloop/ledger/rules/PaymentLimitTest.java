package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** Policy may limit what one order and one UTC day of an account pay. */
class PaymentLimitTest {
  @Test
  void residentsAndOrganisationsHaveTheirOwnLimits() {
    LedgerScript.run("""
        found  paymentPerOrderResident=10.00 paymentPerDayResident=15.00 paymentPerOrderOrganisation=40.00 paymentPerDayOrganisation=50.00
        at     2026-11-02T23:59
        open   anna    resident
        open   bakery  organisation
        open   grocer  organisation
        issue  i1  anna    100.00
        issue  i2  bakery  100.00
        pay    p1  anna -> bakery    10.01  refused account-limit-exceeded
        pay    p2  anna -> bakery    10.00  posted
        pay    p3  anna -> bakery     5.01  refused account-limit-exceeded
        pay    p4  anna -> bakery     5.00  posted
        pay    p5  bakery -> grocer  40.01  refused account-limit-exceeded
        pay    p6  bakery -> grocer  40.00  posted
        pay    p7  bakery -> grocer  10.01  refused account-limit-exceeded
        at     2026-11-03T00:00
        pay    p8  anna -> bakery    10.00  posted
        pay    p9  bakery -> grocer  40.00  posted
        """);
  }

  @Test
  void aHoldCountsOnTheDayItIsMade() {
    LedgerScript.run("""
        found  paymentPerDayResident=15.00
        open   anna    resident
        open   bakery  organisation
        issue  i1  anna  100.00
        hold   h1  anna -> bakery  10.00
        hold   h2  anna -> bakery   5.01  refused account-limit-exceeded
        pay    p1  anna -> bakery   5.01  refused account-limit-exceeded
        capture c1  h1  10.00
        pay    p2  anna -> bakery   5.00  posted
        """);
  }
}
