package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.ledger.circulation.disclosure.Period;

/**
 * How long money lies in the fund, and who decided, by hand. 30 come in on 1 January and 20 on 11 January. On 21 January 40
 * are granted by vote: 30 after 20 days and 10 after 10 days, so 17.5 on average. On 1 February the last 10 are granted
 * without one, after 21 days. On 10 February 10 of the first grant are given back, and are granted on 20 February by vote,
 * after 10 days: the month has 20 granted after 15.5 days, of which 10 by vote; net of what came back nothing was voted.
 */
class FundFlowTest {
  private static final String SCRIPT = """
      found at=2026-01-01T00:00 fundAccount=pot
      open pot fund
      key pot-1 on pot rights=pay,refund by chair+treasurer
      key pot-2 on pot rights=pay,refund by chair+treasurer
      open anna resident
      open garden organisation
      issue i1 anna 100.00
      pay p1 anna -> pot 30.00
      at 2026-01-11T00:00
      pay p2 anna -> pot 20.00
      at 2026-01-21T00:00
      grant g1 pot -> garden 40.00 programme=vote-2026-1 by pot-1+pot-2
      at 2026-02-01T00:00
      grant g2 pot -> garden 10.00 programme=repairs by pot-1+pot-2
      at 2026-02-10T00:00
      refund r1 g1 10.00
      at 2026-02-20T00:00
      grant g3 pot -> garden 10.00 programme=vote by pot-1+pot-2
      at 2026-04-01T00:00
      open ben resident
      """;

  @Test
  void moneyWaitsFromWhenItCameInUntilItIsGranted() {
    assertEquals(
        List.of(
            "2026-01 5000 0 4000 1000 1 17.5", "2026-02 0 0 1000 0 0 15.5", "2026-03 0 0 0 0 . ."),
        TableText.lines(FundMonths.of(TableText.scope(SCRIPT, Period.quarter(2026, 1)))));
  }

  /** A grant of January comes back in February, which has a grant of its own: neither 200% nor −100% was voted. */
  @ParameterizedTest
  @CsvSource({"garden, vote", "vote, garden"})
  void aShareIsNeverMoreThanAllNorLessThanNothing(String returned, String kept) {
    String script = """
        found at=2026-01-01T00:00 fundAccount=pot
        open pot fund
        key pot-1 on pot rights=pay,refund by chair+treasurer
        key pot-2 on pot rights=pay,refund by chair+treasurer
        open anna resident
        open garden organisation
        issue i1 anna 100.00
        pay p1 anna -> pot 50.00
        grant g1 pot -> garden 10.00 programme=%s by pot-1+pot-2
        at 2026-02-10T00:00
        grant g2 pot -> garden 20.00 programme=%s by pot-1+pot-2
        refund r1 g1 10.00
        at 2026-04-01T00:00
        open ben resident
        """.formatted(returned, kept);
    Table fund = FundMonths.of(TableText.scope(script, Period.quarter(2026, 1)));
    assertEquals("2026-02 0 0 1000 3000 . 40", TableText.lines(fund).get(1));
  }

  @Test
  void aVoteIsNamedByTheProgramme() {
    assertTrue(FundFlow.isVote("vote"));
    assertTrue(FundFlow.isVote("vote-2026-05"));
    assertFalse(FundFlow.isVote("voter-turnout"));
    assertFalse(FundFlow.isVote("garden"));
  }
}
