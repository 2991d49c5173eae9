package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** A programme hands out what two operators laid down: in its time, within its budget, so much to each. */
class ProgrammeTest {
  private static final String CITY = """
      open   city  treasury
      key    city-1 on city rights=pay by chair+treasurer
      key    city-2 on city rights=pay by chair+treasurer
      open   anna    resident
      open   ben     resident
      open   library social
      issue  i0  city  400.00
      """;

  @Test
  void aProgrammeKeepsToItsDaysItsBudgetAndItsMost() {
    LedgerScript.run(CITY + """
        programme spring on city 50.00 starts=1d ends=3d per-person=30.00  posted as programme
        grant  g1  city -> anna 10.00 by city-1+city-2 programme=spring  refused programme-closed
        grant  g2  city -> anna 10.00 by city-1+city-2 programme=autumn  posted  # nothing is laid down for it
        later  1d
        grant  g3  city -> anna 30.00 by city-1+city-2 programme=spring  posted
        grant  g4  city -> anna  0.01 by city-1+city-2 programme=spring  refused already-granted
        grant  g5  city -> ben  20.01 by city-1+city-2 programme=spring  refused budget-exceeded
        grant  g6  city -> ben  20.00 by city-1+city-2 programme=spring  posted
        refund r1  g3 10.00                                              posted
        grant  g7  city -> ben  10.00 by city-1+city-2 programme=spring  posted  # what came back is left
        later  2d
        grant  g8  city -> anna  0.01 by city-1+city-2 programme=spring  refused programme-closed
        """);
  }

  @Test
  void twoOperatorsLayDownAndOneMayEndSooner() {
    LedgerScript.run(CITY + """
        programme spring on city 50.00 ends=3d by chair            refused needs-second-signature
        programme spring on city 50.00 ends=3d by city-1+city-2    refused unknown-key
        programme spring on anna 50.00 ends=3d                     refused policy-forbids
        programme spring on nobody 50.00 ends=3d                   refused unknown-account
        programme spring on city 50.00 per-person=5.00 partners=anna  refused policy-forbids
        programme spring on city 50.00 starts=0s ends=3d as=s1     posted
        programme spring on city 50.00 starts=0s ends=4d as=s2 by chair  refused needs-second-signature
        programme spring on city 50.01 starts=0s ends=2d as=s3 by chair  refused needs-second-signature
        programme spring on city 50.00 starts=0s ends=0s as=s4 by chair  posted
        grant  g1  city -> anna 10.00 by city-1+city-2 programme=spring  refused programme-closed
        """);
  }

  @Test
  void aPartnerHandsOutAloneToEachResidentOnce() {
    LedgerScript.run(CITY + """
        open   bakery  organisation
        key    desk on library rights=receive,refund per-day=25.00 by library
        programme fair on city 100.00 per-person=10.00 partners=library
        grant  g1  city -> anna  10.00 by desk programme=fair    posted as grant
        grant  g2  city -> anna  10.00 by desk programme=fair    refused already-granted
        grant  g1  city -> anna  10.00 by desk programme=fair    replayed
        grant  g3  city -> ben   10.00 by bakery programme=fair  refused unknown-key
        grant  g4  city -> ben   10.00 by desk programme=spring  refused unknown-key
        grant  g5  city -> bakery 10.00 by desk programme=fair   refused policy-forbids
        grant  g6  city -> ben   10.00 by desk programme=fair    posted
        open   cem  resident
        grant  g7  city -> cem   10.00 by desk programme=fair    refused key-limit-exceeded
        grant  g8  city -> cem   10.00 by library programme=fair posted
        suspend library
        open   dia  resident
        grant  g9  city -> dia   10.00 by desk programme=fair    refused account-suspended
        """);
  }

  @Test
  void oneOperatorStopsItWhateverBecameOfItsAccounts() {
    LedgerScript.run(CITY + """
        programme fair on city 100.00 starts=0s ends=3d per-person=10.00 partners=library as=s1
        classify library resident
        suspend city
        programme fair on city 100.00 starts=0s ends=4d per-person=10.00 partners=library by chair+treasurer  refused account-suspended
        programme fair on city 100.00 starts=0s ends=0s per-person=10.00 partners=library by chair  posted
        resume  city
        grant  g1  city -> anna  10.00 by city-1+city-2 programme=fair  refused programme-closed
        programme fair on city 100.00 starts=0s ends=4d per-person=10.00 partners=library  refused policy-forbids
        """);
  }
}
