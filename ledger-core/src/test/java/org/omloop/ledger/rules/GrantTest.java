package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A programme's or the fund's money goes to members when two of its people sign. */
class GrantTest {
  @Test
  void twoPeopleOfTheProgrammeGrant() {
    LedgerScript.run("""
        open   city  treasury
        key    city-1 on city rights=pay by chair+treasurer
        key    city-2 on city rights=pay by chair+treasurer
        open   pot   fund
        key    pot-1 on pot rights=pay by chair+treasurer
        key    pot-2 on pot rights=pay by chair+treasurer
        open   anna    resident
        open   school  social
        issue  i1  city  100.00
        issue  i2  pot   100.00
        grant  g1  city -> anna    25.00 by city-1+city-2  posted as grant
        grant  g2  pot -> school   25.00 by pot-1+pot-2 programme=spring  posted as grant
        grant  g3  city -> anna    25.00 by city-1         refused needs-second-signature
        grant  g4  city -> anna    25.00 by city-1+pot-1   refused unknown-key
        grant  g5  city -> anna    25.00 by chair+treasurer  refused unknown-key
        grant  g6  city -> school  75.01 by city-1+city-2  refused insufficient-funds
        grant  g7  city -> city     1.00 by city-1+city-2  refused same-account
        grant  g8  city -> pot      1.00 by city-1+city-2  refused policy-forbids
        grant  g9  city -> nobody   1.00 by city-1+city-2  refused unknown-account
        """);
  }

  @Test
  void twoKeysOfOnePersonAreOnePerson() {
    LedgerScript.run("""
        open   city  treasury
        key    city-1 on city rights=pay holder=ada by chair+treasurer
        key    city-2 on city rights=pay holder=ada by chair+treasurer
        open   anna  resident
        issue  i1  city  100.00
        grant  g1  city -> anna  25.00 by city-1+city-2  refused needs-second-signature
        """);
  }

  @Test
  void membersDoNotGrant() {
    LedgerScript.run("""
        open   bakery  organisation
        key    desk on bakery rights=pay holder=eve by bakery
        open   anna    resident
        issue  i1  bakery  100.00
        grant  g1  bakery -> anna  25.00 by bakery+desk  refused policy-forbids
        """);
  }

  @Test
  void aGrantStaysWithinTheCap() {
    LedgerScript.run("""
        open   city  treasury
        key    city-1 on city rights=pay by chair+treasurer
        key    city-2 on city rights=pay by chair+treasurer
        open   anna  resident
        issue  i1  city  400.00
        grant  g1  city -> anna  150.01 by city-1+city-2  refused balance-cap-exceeded
        grant  g2  city -> anna  150.00 by city-1+city-2  posted
        """);
  }
}
