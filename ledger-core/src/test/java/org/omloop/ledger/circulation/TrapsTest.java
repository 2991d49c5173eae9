package org.omloop.ledger.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omloop.ledger.circulation.trace.Rule;

/** Mistakes that make circulation look better than it is, and that are easily made. */
class TrapsTest {
  private static void assertNumber(String expected, Json found) {
    assertEquals(
        0, new BigDecimal(expected).compareTo(found.number()), () -> expected + " is " + found);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void moneyStillInsideIsCensoredAndNotCountedAsAnExit(Rule rule) {
    Json report = Measured.json("100", "i1,0,,A,100.00,issue,\nx1,10,A,,10.00,redeem,\n");
    Json traced = report.at("rules." + rule.wireName());
    assertEquals(List.of("redeem 1000 i1 10 0"), Measured.lines(traced.at("exits")));
    assertEquals(List.of("10 1000 10000 0.9 {redeem=0.1}"), Measured.lines(traced.at("survival")));
    assertNumber("10", traced.at("meanResidenceDays"));
  }

  /** Half the money is a day old: what share of all is inside says nothing about how long money stays. */
  @ParameterizedTest
  @EnumSource(Rule.class)
  void theShareStillInsideIsNotRetention(Rule rule) {
    Json traced = Measured.json("100", """
            i1,0,,A,100.00,issue,
            x1,50,A,,50.00,redeem,
            i2,99,,B,100.00,issue,
            """).at("rules." + rule.wireName());
    // 150 of 200 are inside, yet of the money that was watched for 50 days half is gone.
    assertEquals(List.of("50 5000 10000 0.5 {redeem=0.5}"), Measured.lines(traced.at("survival")));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void onATieMoneyLeavesBeforeItIsCensored(Rule rule) {
    Json traced = Measured.json("60", """
            i1,0,,A,100.00,issue,
            x1,10,A,,50.00,redeem,
            i2,50,,B,100.00,issue,
            """).at("rules." + rule.wireName());
    // The second issue is censored at just the age at which money left, and was at risk there.
    assertEquals(
        List.of("10 5000 20000 0.75 {redeem=0.25}"), Measured.lines(traced.at("survival")));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aRefundIsNoSpendingAndTakesTheHopBack(Rule rule) {
    Json report = Measured.json("10", """
        i1,0,,A,100.00,issue,
        t1,1,A,B,60.00,purchase,
        r1,2,B,A,60.00,refund,t1
        """);
    Json traced = report.at("rules." + rule.wireName());
    assertNumber("6000", report.at("volume.gross"));
    assertNumber("6000", report.at("volume.refunded"));
    assertNumber("0", report.at("volume.net"));
    assertNumber("0", report.at("volume.byKind.purchase"));
    assertNumber("0", traced.at("hopSum"));
    assertNumber("1", traced.at("lm3"));
    assertEquals(List.of("A 10000 i1 0 10"), Measured.lines(traced.at("openLots")));
    // One spell has ended, the payer's; giving back ends none.
    assertNumber("1", traced.at("holdingDays"));
    assertTrue(report.at("circularShare.share").isNull());
    assertTrue(report.at("circularShare.certificate.edges").list().isEmpty());
  }

  /** B has 50 of its own and 50 from A; what goes back is what came from A. */
  @ParameterizedTest
  @EnumSource(Rule.class)
  void aRefundGivesBackTheMoneyThatWasPaid(Rule rule) {
    Json traced = Measured.json("10", """
            i1,0,,A,50.00,issue,
            i2,0,,B,50.00,issue,
            t1,1,A,B,50.00,purchase,
            i3,2,,B,50.00,issue,
            r1,3,B,A,50.00,refund,t1
            """).at("rules." + rule.wireName());
    assertEquals(
        List.of("A 5000 i1 0 10", "B 5000 i2 0 10", "B 5000 i3 0 8"),
        Measured.lines(traced.at("openLots")));
  }

  @Test
  void aRefundOfMoneyThatIsGoneTakesOtherMoneyAndLeavesItBelowZeroHops() {
    String rows = """
        i1,0,,A,50.00,issue,
        t1,1,A,B,50.00,purchase,
        x1,2,B,,30.00,redeem,
        i2,3,,B,50.00,issue,
        i3,3,,B,50.00,issue,
        r1,4,B,A,40.00,refund,t1
        """;
    // 20 of the original are left; 20 more are taken by the rule from what is there.
    assertEquals(
        List.of("A 2000 i1 0 10", "A 2000 i2 -1 7", "B 3000 i2 0 7", "B 5000 i3 0 7"),
        Measured.lines(Measured.json("10", rows).at("rules.fifo.openLots")));
    assertEquals(
        List.of("A 2000 i1 0 10", "A 2000 i3 -1 7", "B 5000 i2 0 7", "B 3000 i3 0 7"),
        Measured.lines(Measured.json("10", rows).at("rules.lifo.openLots")));
    assertEquals(
        List.of(
            "A 2000 i1 0 10", "A 1000 i2 -1 7", "A 1000 i3 -1 7", "B 4000 i2 0 7", "B 4000 i3 0 7"),
        Measured.lines(Measured.json("10", rows).at("rules.mixed.openLots")));
    assertNumber("1000", Measured.json("10", rows).at("rules.mixed.hopSum"));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aRefundToNobodyGivesAnEntryBack(Rule rule) {
    Json report = Measured.json(
        "10", "i1,0,,A,50.00,issue,\ni2,1,,A,50.00,grant,\nr1,2,A,,20.00,refund,i2\n");
    Json traced = report.at("rules." + rule.wireName());
    assertNumber("10000", report.at("books.entered"));
    assertNumber("2000", report.at("books.exited"));
    assertEquals(List.of("refund 2000 i2 1 0"), Measured.lines(traced.at("exits")));
    assertNumber("0", report.at("volume.refunded"));
    assertTrue(traced.at("holdingDays").isNull());
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aRefundOfAContributionOrALevyIsNoSpendingEither(Rule rule) {
    Json report = Measured.json("10", """
        i1,0,,A,50.00,issue,
        c1,1,A,F,10.00,contribution,
        d1,1,A,F,5.00,demurrage,
        r1,2,F,A,4.00,refund,c1
        r2,2,F,A,3.00,refund,d1
        """);
    assertNumber("600", report.at("moved.contribution"));
    assertNumber("200", report.at("moved.demurrage"));
    assertNumber("0", report.at("volume.gross"));
    assertNumber("0", report.at("volume.refunded"));
    assertNumber("0", report.at("rules." + rule.wireName() + ".hopSum"));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void anOwnTransferIsNoSpendingAndNoDeparture(Rule rule) {
    Json report =
        Measured.json("10", """
        i1,0,,A,50.00,issue,
        o1,4,A,A2,50.00,purchase,
        o2,5,A2,A,20.00,refund,o1
        t1,6,A2,B,30.00,purchase,
        """, "A,anna,resident,,\nA2,anna,resident,,\nB,bakery,firm,,\n");
    Json traced = report.at("rules." + rule.wireName());
    assertNumber("3000", report.at("volume.gross"));
    assertNumber("0", report.at("volume.refunded"));
    assertNumber("3000", report.at("moved.own"));
    assertEquals(
        List.of("A 2000 i1 0 10", "B 3000 i1 1 10"), Measured.lines(traced.at("openLots")));
    // Anna held the money from day 0 to day 6, wherever she kept it.
    assertNumber("6", traced.at("holdingDays"));
    assertEquals(
        List.of("anna bakery 3000 0"),
        Measured.lines(report.at("circularShare.certificate.edges")));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aLevyIsNoSpendingAndTakesAShareOfEveryLot(Rule rule) {
    Json report = Measured.json("10", """
        i1,0,,A,60.00,issue,
        i2,1,,A,40.00,issue,
        d1,5,A,F,10.00,demurrage,
        d2,6,A,,9.00,demurrage,
        """);
    Json traced = report.at("rules." + rule.wireName());
    assertNumber("0", report.at("volume.net"));
    assertNumber("1900", report.at("moved.demurrage"));
    assertNumber("900", report.at("books.exited"));
    assertEquals(
        List.of("demurrage 540 i1 6 0", "demurrage 360 i2 5 0"),
        Measured.lines(traced.at("exits")));
    assertTrue(traced.at("openLots").list().size() == 4);
    assertTrue(traced.at("holdingDays").isNull());
  }

  @Test
  void aContributionEndsASpellAndIsNoHop() {
    Json report = Measured.json("10", "i1,0,,A,50.00,issue,\nc1,4,A,F,50.00,contribution,\n");
    assertNumber("4", report.at("rules.fifo.holdingDays"));
    assertNumber("0", report.at("volume.gross"));
    assertNumber("5000", report.at("moved.contribution"));
  }

  @Test
  void aFundIsAUnitOfItsOwnWhoeverOwnsIt() {
    Json report = Measured.json(
        "10",
        "i1,0,,A,50.00,issue,\nc1,1,A,F,50.00,contribution,\ng1,2,F,A,50.00,grant,\n",
        "A,city,government,,\nF,city,fund,,\n");
    assertNumber("0", report.at("moved.own"));
    assertNumber("5000", report.at("volume.byKind.grant"));
  }

  @Test
  void unitsWithTheSameNameAreToldApart() {
    Json report = Measured.json(
        "10",
        "i1,0,,A,50.00,issue,\nt1,1,A,F,50.00,purchase,\n",
        "A,F,resident,,\nF,city,fund,,\n");
    assertEquals(
        List.of("F F (fund) 5000 0"), Measured.lines(report.at("circularShare.certificate.edges")));
  }

  @Test
  void moneySleepsOnceItsHolderHasBeenQuietForNinetyDays() {
    String rows = """
        i1,0,,A,100.00,issue,
        i2,0,,B,100.00,issue,
        i3,0,,C,100.00,issue,
        t1,10,A,D,10.00,purchase,
        d1,95,B,F,1.00,demurrage,
        """;
    assertTrue(Measured.json("89.99999", rows.replace("d1,95", "d1,80"))
        .at("sleepingShare")
        .isNull());
    // B and C have been quiet since day 0, a levy wakes nobody, A since day 10, D since it came to
    // hold money.
    assertNumber("0.663333", Measured.json("99.9", rows).at("sleepingShare"));
    assertNumber("0.996667", Measured.json("100", rows).at("sleepingShare"));
  }

  @Test
  void whoSpendsAllAndIsPaidAgainHasRisenFromZero() {
    String rows = """
        i1,0,,A,10.00,issue,
        d1,50,A,F,10.00,demurrage,
        i2,60,,A,10.00,issue,
        """;
    assertNumber("0", Measured.json("100", rows).at("sleepingShare"));
    assertNumber("0.5", Measured.json("140", rows).at("sleepingShare"));
    assertNumber("1", Measured.json("150", rows).at("sleepingShare"));
  }

  @Test
  void rowsAtTheEndCountAndAddNoTime() {
    Json report = Measured.json(
        "10", "i1,0,,A,50.00,issue,\nt1,10,A,B,50.00,purchase,\ni2,10,,A,9.00,issue,\n");
    assertNumber("50000", report.at("moneyDays"));
    assertNumber("5000", report.at("volume.net"));
    assertNumber("5900", report.at("books.stock"));
    assertNumber("3", report.at("input.rowsUsed"));
  }

  @Test
  void rowsAfterTheEndAreCheckedAndNotCounted() {
    Json report = Measured.json("5", "i1,0,,A,50.00,issue,\nt1,10,A,B,50.00,purchase,\n");
    assertNumber("0", report.at("volume.net"));
    assertNumber("2", report.at("input.rows"));
    assertNumber("1", report.at("input.rowsUsed"));
    assertNumber("5", report.at("window.until"));
  }
}
