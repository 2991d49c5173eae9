package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** What a payment is called follows from its parties, and money stays in the circuit. */
class PaymentKindTest {
  @Test
  void rolesDecideTheKind() {
    LedgerScript.run("""
        found  giftsBetweenResidents=true
        open   anna    resident
        open   ben     resident
        open   bakery  organisation
        open   school  social
        open   pot     fund
        issue  i1  anna    50.00
        issue  i2  bakery  50.00
        pay    p1  anna -> bakery    1.00  posted as purchase
        pay    p2  bakery -> school  1.00  posted as b2b
        pay    p3  bakery -> ben     1.00  posted as wage
        pay    p4  anna -> ben       1.00  posted as gift
        pay    p5  anna -> pot       1.00  posted as contribution
        pay    p6  bakery -> pot     1.00  posted as contribution
        balance pot  2.00
        """);
  }

  @Test
  void moneyStaysInTheCircuit() {
    LedgerScript.run("""
        open   anna    resident
        open   city    treasury
        key    city-1 on city rights=pay by chair+treasurer
        issue  i1  anna  50.00
        issue  i2  city  50.00
        pay    p1  anna -> city      1.00             refused policy-forbids
        pay    p2  anna -> issuance  1.00             refused policy-forbids
        pay    p3  anna -> transit   1.00             refused policy-forbids
        pay    p4  anna -> operator  1.00             refused policy-forbids
        pay    p5  city -> anna      1.00 by city-1   refused policy-forbids   # that is what grants are for
        hold   h1  city -> anna      1.00 by city-1   refused policy-forbids
        """);
  }

  @Test
  void nobodyPaysThemselves() {
    LedgerScript.run("""
        open   anna  resident
        issue  i1  anna  10.00
        pay    p1  anna -> anna  1.00  refused same-account
        hold   h1  anna -> anna  1.00  refused same-account
        """);
  }

  @Test
  void nobodyPaysWithAnothersKey() {
    LedgerScript.run("""
        open   anna  resident
        open   ben   resident
        open   bakery  organisation
        issue  i1  anna  10.00
        pay    p1  anna -> bakery  1.00 by ben         refused unknown-key
        pay    p2  anna -> bakery  1.00 by anna+ben    refused unknown-key
        pay    p3  anna -> bakery  1.00 by chair+treasurer  refused unknown-key
        pay    p4  anna -> bakery  1.00 by stranger    unsigned
        pay    p5  anna -> nobody  1.00                refused unknown-account
        pay    p6  nobody -> anna  1.00 by anna        refused unknown-key
        """);
  }
}
