package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** What an earmarked programme handed out is spent where it says, until the programme is over. */
class EarmarkTest {
  private static final String CIRCLE = """
      open   city  treasury
      key    city-1 on city rights=pay by chair+treasurer
      key    city-2 on city rights=pay by chair+treasurer
      open   anna    resident
      open   greens  organisation sector=SBI2008:47210 area=2026:BU0363AA01
      open   cinema  organisation sector=SBI2008:59140 area=2026:BU0363AA01
      open   far     organisation sector=SBI2008:47210 area=2026:BU0599AA01
      issue  i0  city  400.00
      programme food on city 300.00 ends=5d areas=2026:BU0363 sectors=SBI2008:472
      grant  g1  city -> anna  30.00 by city-1+city-2 programme=food
      issue  i1  anna  10.00
      """;

  @Test
  void itGoesFirstWhereItMayAndNowhereElse() {
    LedgerScript.run(CIRCLE + """
        earmarked anna 30.00
        pay    p1  anna -> cinema  10.01  refused earmarked
        pay    p2  anna -> far     10.01  refused earmarked
        pay    p3  anna -> cinema  40.01  refused insufficient-funds
        earmarked anna 30.00
        pay    p4  anna -> greens  25.00  posted
        earmarked anna 5.00
        pay    p5  anna -> cinema  10.00  posted                        # her own money is still there
        pay    p6  anna -> cinema   0.01  refused earmarked
        refund r1  p4 5.00                                             # and is food money again
        earmarked anna 10.00
        pay    p7  anna -> cinema   0.01  refused earmarked
        pay    p8  anna -> greens  10.00  posted
        earmarked anna 0.00
        """);
  }

  @Test
  void itIsReservedAndLetGoWithItsMark() {
    LedgerScript.run(CIRCLE + """
        hold   h1  anna -> greens  30.00 until=1h
        pay    p1  anna -> cinema  10.00  posted
        release x1 h1
        pay    p2  anna -> cinema   0.01  refused earmarked
        hold   h2  anna -> greens  20.00 until=1h
        earmarked anna 10.00
        capture c1 h2 15.00
        earmarked anna 15.00
        pay    p3  anna -> cinema   0.01  refused earmarked
        hold   h3  anna -> cinema   0.01  refused earmarked
        hold   h4  anna -> greens  15.00 until=1h
        later  2h
        pay    p4  anna -> cinema   0.01  refused earmarked
        """);
  }

  @Test
  void itIsNeitherRedeemedNorLevied() {
    LedgerScript.run(CIRCLE + """
        open   pot  fund
        policy redemptionByResidents=on fundAccount=pot demurrageBasisPoints=10000
        redeem e1  anna  10.01 leaving  refused earmarked
        levy   l1  2026-11 anna
        balance anna 30.00
        """);
  }

  @Test
  void whenItsProgrammeIsOverItIsMoneyAsAnyOther() {
    LedgerScript.run(CIRCLE + """
        later  5d
        pay    p1  anna -> cinema  40.00  posted
        earmarked anna 0.00
        """);
  }

  @Test
  void itIsBoundAsLongAsWasSaidWhenHandingOutIsOver() {
    LedgerScript.run(CIRCLE + """
        programme party on city 50.00 starts=0s ends=1d spend-until=9d sectors=SBI2008:472 as=s1
        grant  g2  city -> anna  5.00 by city-1+city-2 programme=party
        programme party on city 50.00 starts=0s ends=0s spend-until=8d sectors=SBI2008:472 by chair  refused needs-second-signature
        programme party on city 50.00 starts=0s ends=0s spend-until=9d sectors=SBI2008:472 by chair  posted
        later  5d
        pay    p1  anna -> cinema  40.01  refused earmarked             # food is over, the party's money is not
        pay    p2  anna -> cinema  40.00  posted
        later  4d
        pay    p3  anna -> cinema   5.00  posted
        """);
  }

  @Test
  void newTermsDoNotBindWhatWasFree() {
    LedgerScript.run(CIRCLE + """
        later  5d
        pay    p1  anna -> cinema  40.00  posted
        programme food on city 300.00 ends=9d areas=2026:BU0363 sectors=SBI2008:472
        issue  i2  anna  20.00
        pay    p2  anna -> cinema  10.00  posted                        # her own
        refund r1  g1 10.00                                             # of the former terms, and free
        grant  g2  city -> anna  5.00 by city-1+city-2 programme=food
        pay    p3  anna -> cinema   0.01  refused earmarked
        """);
  }

  @Test
  void termsThatBindNothingFreeForGood() {
    LedgerScript.run(CIRCLE + """
        pay    p1  anna -> greens  10.00
        programme food on city 300.00 ends=5d
        pay    p2  anna -> cinema  25.00  posted
        programme food on city 300.00 ends=5d areas=2026:BU0363
        pay    p3  anna -> cinema   5.00  posted
        refund r1  p1 10.00                                             # has no mark any more
        pay    p4  anna -> cinema  10.00  posted
        """);
  }

  @Test
  void termsThatChangeMeanwhileKeepWhatIsBound() {
    LedgerScript.run(CIRCLE + """
        programme food on city 300.00 ends=5d sectors=SBI2008:591
        earmarked anna 30.00
        pay    p1  anna -> greens  10.01  refused earmarked
        pay    p2  anna -> cinema  40.00  posted
        """);
  }

  @Test
  void aCaptureTakesWhatItsHoldReservedWhateverThePayeeIsByThen() {
    LedgerScript.run(CIRCLE + """
        hold    h1  anna -> greens  25.00 until=1h
        classify greens organisation sector=SBI2008:59140 area=2026:BU0363AA01
        capture c1  h1 20.00
        pay     p1  anna -> cinema  15.00  refused earmarked             # 10.00 is left of food, and 10.00 her own
        pay     p2  anna -> cinema  10.00  posted
        issue   i2  anna  20.00
        pay     p3  anna -> cinema  20.00  posted
        refund  r1  c1 20.00                                            # is food money again
        pay     p4  anna -> cinema   0.01  refused earmarked
        """);
  }

  @Test
  void nobodyIsGivenBackWhatIsBound() {
    LedgerScript.run(CIRCLE + """
        open   firm    organisation
        pay    p1  greens -> firm   0.01  refused insufficient-funds
        issue  i2  greens  50.00
        pay    p2  greens -> firm  50.00
        pay    p3  firm -> cinema  50.00
        grant  g2  city -> firm    50.00 by city-1+city-2 programme=food
        refund r1  p2 0.01                                              refused earmarked
        issue  i3  firm    20.00
        refund r2  p2 20.00                                             posted
        refund r3  p2 0.01                                              refused earmarked
        """);
  }

  @Test
  void whatGoesBackToTheProgrammeTakesItsMarkAlong() {
    LedgerScript.run(CIRCLE + """
        refund r1  g1 30.00
        pay    p1  anna -> cinema  10.00  posted
        """);
  }

  @Test
  void aGrantIsGivenBackFromItsOwnMarkOrFromWhatIsFree() {
    LedgerScript.run(CIRCLE + """
        programme sport on city 50.00 sectors=SBI2008:931
        grant  g2  city -> anna  20.00 by city-1+city-2 programme=sport
        pay    p1  anna -> greens  25.00                                # 5.00 food, 20.00 sport, 10.00 her own
        refund r1  g1 15.01                                             refused earmarked
        refund r2  g1 15.00                                             posted
        pay    p2  anna -> cinema   0.01                                refused earmarked
        refund r3  g2 20.00                                             posted
        balance anna 0.00
        """);
  }
}
