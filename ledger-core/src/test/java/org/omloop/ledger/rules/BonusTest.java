package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** What the server's key may grant of a bonus. A server grants it by itself; so this is no script for one. */
class BonusTest {
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
  void aBonusIsForResidentsAlone() {
    LedgerScript.run(CITY + """
        programme bonus on city 80.00 per-person=60.00 bonus=1000
        issue  i1  library  100.00
        grant  g1  city -> library 10.00 by server programme=bonus  refused policy-forbids
        classify library resident
        grant  g2  city -> library 10.00 by server programme=bonus  refused policy-forbids  # was none when it topped up
        issue  i2  anna  100.00
        classify anna  organisation
        grant  g3  city -> anna  10.00 by server programme=bonus  refused policy-forbids
        classify anna  resident
        grant  g4  city -> anna  10.00 by server programme=bonus  posted
        """);
  }

  @Test
  void theServerGrantsABonusOnWhatWasIssuedMeanwhile() {
    LedgerScript.run(CITY + """
        issue  i1  anna  50.00
        programme bonus on city 8.00 per-person=6.00 bonus=1000 ends=3d
        grant  g1  city -> anna 5.00 by server programme=bonus  refused policy-forbids  # it came before
        issue  i2  anna  50.00
        grant  g2  city -> anna 5.01 by server programme=bonus  refused policy-forbids
        grant  g3  city -> anna 5.00 by server programme=bonus  posted as grant
        grant  g4  city -> anna 0.01 by server programme=bonus  refused policy-forbids
        issue  i3  anna  40.00
        grant  g5  city -> anna 1.01 by server programme=bonus  refused already-granted
        grant  g6  city -> anna 1.00 by server programme=bonus  posted
        issue  i4  ben  100.00
        grant  g7  city -> ben  2.01 by server programme=bonus  refused budget-exceeded
        grant  g8  city -> ben  2.00 by server programme=other  refused unknown-key
        later  3d
        grant  g9  city -> ben  2.00 by server programme=bonus  refused programme-closed
        """);
  }
}
