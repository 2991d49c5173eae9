package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** An operator brings units into being against a bank credit, each bank line once. */
class IssueTest {
  @Test
  void unitsComeFromTheIssuanceAccount() {
    LedgerScript.run("""
        open   anna  resident
        issue  i1  anna  25.00  posted as issue
        balance anna       25.00
        balance issuance  -25.00
        """);
  }

  @Test
  void aBankLineIsBookedOnce() {
    LedgerScript.run("""
        open     anna    resident
        open     bakery  organisation
        issue    i1  anna    10.00 bank=2026-11/7  posted
        issue    i2  anna    10.00 bank=2026-11/7  refused bank-reference-used
        issue    i3  bakery  10.00 bank=2026-11/7  refused bank-reference-used
        redeem   e1  bakery  10.00 supplier        refused insufficient-funds
        issue    i4  bakery  10.00 bank=2026-11/8
        redeem   e2  bakery  10.00 supplier
        paid-out b1  e2 bank=2026-11/8             refused bank-reference-used
        returned b2  e2 bank=2026-11/8             refused bank-reference-used
        paid-out b3  e2 bank=2026-11/9             posted
        issue    i5  bakery  10.00 bank=2026-11/9  refused bank-reference-used
        """);
  }

  @Test
  void aRefusedIssueLeavesTheLineFree() {
    LedgerScript.run("""
        open   anna  resident
        issue  i1  nobody  10.00 bank=7  refused unknown-account
        issue  i2  anna    10.00 bank=7  posted
        """);
  }

  @Test
  void aLargeIssueTakesTwoPeople() {
    LedgerScript.run("""
        found  twoSignaturesAbove=100.00
        open   bakery  organisation
        issue  i1  bakery  100.00                     posted
        issue  i2  bakery  100.01                     refused needs-second-signature
        issue  i3  bakery  100.01 by chair+treasurer  posted
        """);
  }

  @Test
  void whereNoAmountIsLargeOneIsEnough() {
    LedgerScript.run("""
        found  twoSignaturesAbove=none
        open   bakery  organisation
        issue  i1  bakery  1000000.00  posted
        """);
  }

  @Test
  void onlyMembersProgrammesAndTheFundAreIssuedTo() {
    LedgerScript.run("""
        open   city  treasury
        open   pot   fund
        issue  i1  city      5.00  posted
        issue  i2  pot       5.00  posted
        issue  i3  operator  5.00  refused policy-forbids
        issue  i4  transit   5.00  refused policy-forbids
        issue  i5  issuance  5.00  refused policy-forbids
        issue  i6  nobody    5.00  refused unknown-account
        """);
  }

  @Test
  void onlyOperatorsIssue() {
    LedgerScript.run("""
        open   anna  resident
        issue  i1  anna  5.00 by anna    refused unknown-key
        issue  i2  anna  5.00 by server  refused key-lacks-right
        """);
  }
}
