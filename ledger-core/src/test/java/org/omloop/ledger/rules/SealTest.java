package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A seal states the root over all balances just before its own entry. */
class SealTest {
  @Test
  void aTrueSealIsBooked() {
    LedgerScript.run("""
        open  anna  resident
        issue i1  anna  10.00
        seal  s1  posted as seal
        seal  s2  posted                 # nothing has moved, its place has
        """);
  }

  @Test
  void aFalseSealIsNot() {
    LedgerScript.run("""
        open  anna  resident
        issue i1  anna  10.00
        seal  s1  root=something-else  refused policy-forbids
        seal  s2  size=3               refused policy-forbids
        seal  s3  by anna              refused unknown-key
        seal  s4  by chair             refused key-lacks-right
        """);
  }
}
