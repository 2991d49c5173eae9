package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** An organisation is paid only in the areas and sectors that policy admits. */
class AcceptorTest {
  @Test
  void areaAndSectorMustBothBeAdmitted() {
    LedgerScript.run("""
        found  acceptorAreas=2026:BU0363,2026:WK0363 acceptorSectors=SBI2008:47,SBI2025:47
        open   anna    resident
        open   here    organisation area=2026:BU0363AA01 sector=SBI2008:47241
        open   abroad  organisation area=2026:BU0599AA01 sector=SBI2008:47241
        open   arms    organisation area=2026:BU0363AA01 sector=SBI2008:25400
        open   blank   organisation
        issue  i1  anna  10.00
        pay    p1  anna -> here    1.00  posted
        pay    p2  anna -> abroad  1.00  refused policy-forbids
        pay    p3  anna -> arms    1.00  refused policy-forbids
        pay    p4  anna -> blank   1.00  refused policy-forbids
        pay    p5  here -> anna    1.00  posted                   # residents live where they live
        pay    p6  here -> abroad  0.01  refused insufficient-funds
        """);
  }
}
