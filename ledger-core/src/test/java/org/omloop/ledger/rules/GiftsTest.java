package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** Residents pay each other only where the rules of the currency say so. */
class GiftsTest {
  @Test
  void giftsAreOffUntilPolicyAllowsThem() {
    LedgerScript.run("""
        open   anna  resident
        open   ben   resident
        issue  i1  anna  10.00
        pay    p1  anna -> ben  1.00  refused policy-forbids
        hold   h1  anna -> ben  1.00  refused policy-forbids
        policy giftsBetweenResidents=true
        pay    p2  anna -> ben  1.00  posted as gift
        """);
  }
}
