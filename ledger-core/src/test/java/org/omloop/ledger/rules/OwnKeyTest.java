package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A member's own key enrols others, and never gives more than it has. */
class OwnKeyTest {
  @Test
  void aKeyPassesOnWhatItHas() {
    LedgerScript.run("""
        open  bakery  organisation
        key   desk on bakery rights=pay,receive by bakery          posted as key-add
        key   till on bakery rights=receive,refund by desk         refused key-lacks-right
        key   till on bakery rights=receive by desk                posted
        key   next on bakery rights=receive by till                refused key-lacks-right   # it cannot pay
        key   eve  on bakery rights=pay,audit by bakery            refused key-lacks-right
        key   eve  on bakery rights=pay,operate by bakery          refused key-lacks-right
        """);
  }

  @Test
  void aLimitPerOrderIsPassedOn() {
    LedgerScript.run("""
        open  bakery  organisation
        key   desk on bakery rights=pay per-order=20.00 by bakery
        key   d1   on bakery rights=pay by desk                    refused key-limit-exceeded
        key   d2   on bakery rights=pay per-order=20.01 by desk    refused key-limit-exceeded
        key   d3   on bakery rights=pay per-order=20.00 by desk    posted
        """);
  }

  @Test
  void aLimitPerDayIsNotMultiplied() {
    LedgerScript.run("""
        open  anna  resident invite=none
        key   card on anna rights=pay per-day=20.00 by chair+treasurer
        key   c1   on anna rights=pay per-day=20.00 by card        refused key-limit-exceeded
        key   c2   on anna rights=pay per-day=1.00  by card        refused key-limit-exceeded
        key   c3   on anna rights=pay per-day=20.00 by chair+treasurer  posted
        """);
  }

  @Test
  void aProgrammesKeyTakesTwoOfItsPeople() {
    LedgerScript.run("""
        open  city  treasury
        key   city-1 on city rights=pay by chair+treasurer
        key   city-2 on city rights=pay by chair+treasurer
        key   city-3 on city rights=pay by city-1                  refused needs-second-signature
        key   city-3 on city rights=pay by city-1+city-2           posted
        """);
  }

  @Test
  void aKeyIsEnrolledOnce() {
    LedgerScript.run("""
        open  anna  resident
        open  ben   resident
        key   anna on ben by ben  refused policy-forbids
        key   anna on ben by chair+treasurer  refused policy-forbids
        revoke anna on anna by anna
        key   anna on anna by chair+treasurer  refused policy-forbids
        """);
  }
}
