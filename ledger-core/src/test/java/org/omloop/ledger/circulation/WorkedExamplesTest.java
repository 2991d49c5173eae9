package org.omloop.ledger.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omloop.ledger.circulation.csv.LedgerText;
import org.omloop.ledger.circulation.trace.Rule;

/** Ledgers that can be followed by hand (circulation.md, section 12). Amounts in cents, times in days. */
class WorkedExamplesTest {
  private static final String CHAIN = """
      i1,0,,R,100.00,issue,
      t1,10,R,S,60.00,purchase,
      t2,20,S,B,50.00,b2b,
      x1,30,B,,50.00,redeem,
      """;

  private static final String SPLIT = """
      i1,0,,A,60.00,issue,
      i2,5,,A,40.00,issue,
      t1,10,A,B,50.00,purchase,
      x1,20,A,,50.00,redeem,
      x2,30,B,,50.00,redeem,
      """;

  private static void assertNumber(String expected, Json found) {
    assertEquals(
        0, new BigDecimal(expected).compareTo(found.number()), () -> expected + " is " + found);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void chain(Rule rule) {
    Json report = Measured.json("40", CHAIN);
    Json traced = report.at("rules." + rule.wireName());
    assertEquals(List.of("redeem 5000 i1 30 2"), Measured.lines(traced.at("exits")));
    assertEquals(
        List.of("R 4000 i1 0 40", "S 1000 i1 1 40"), Measured.lines(traced.at("openLots")));
    assertEquals(List.of("30 5000 10000 0.5 {redeem=0.5}"), Measured.lines(traced.at("survival")));
    assertNumber("11000", traced.at("hopSum"));
    assertNumber("350000", traced.at("moneyDays"));
    assertNumber("350000", report.at("moneyDays"));
    assertNumber("2.1", traced.at("lm3"));
    assertNumber("1.1", report.at("spentPerIssued"));
    assertNumber("10", traced.at("holdingDays"));
    assertNumber("0.542857", traced.at("idleShare"));
  }

  @Test
  void chainAsTheWholeReport() {
    CirculationReport report = Measured.until("40", LedgerText.read(CHAIN));
    CirculationReport one = Circulation.measure(
        LedgerText.read(CHAIN), Optional.empty(), report.window(), List.of(Rule.FIFO));
    assertEquals("""
        {"format": "omloop-circulation/1",
        "detail": "lots",
        "input": {"rows": 4, "rowsUsed": 4, "rowsOutside": 0, "accountsSha256": null, \
        "sha256": "a6fc738794b854952a0ad418601a0e351008368e8221503ae4481acddef6ef2f"},
        "window": {"from": 0, "until": 40, "days": 40},
        "books": {"entered": 10000, "issued": 10000, "granted": 0, "exited": 5000, "stock": 5000},
        "volume": {"gross": 11000, "refunded": 0, "net": 11000, "economic": 11000, \
        "byKind": {"purchase": 6000, "b2b": 5000, "wage": 0, "gift": 0, "grant": 0}},
        "moved": {"contribution": 0, "demurrage": 0, "own": 0},
        "moneyDays": 350000,
        "meanStock": 8750,
        "velocityPerYear": 11.471429,
        "spentPerIssued": 1.1,
        "chainMultiplier": 2.1,
        "throughflow": 0.454545,
        "sleepingDays": 90,
        "sleepingShare": null,
        "circularShare": {"share": 0, "circulating": 0, "volume": 11000, "certificate": {\
        "potentials": {"B": 2, "R": 0, "S": 1}, "edges": [["R", "S", 6000, 0],
        ["S", "B", 5000, 0]]}},
        "rules": {"fifo": {"lm3": 2.1, "hopSum": 11000, "moneyDays": 350000, "meanHopsAtExit": 2, \
        "meanResidenceDays": 30, "holdingDays": 10, "idleShare": 0.542857, \
        "exits": [["redeem", 5000, "i1", 30, 2]], "survival": [[30, 5000, 10000, 0.5, {"redeem": 0.5}]], \
        "openLots": [["R", 4000, "i1", 0, 40],
        ["S", 1000, "i1", 1, 40]]}},
        "breakdown": null}
        """, ReportJson.of(one));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void cycle(Rule rule) {
    Json report = Measured.json("10", """
        i1,0,,A,100.00,issue,
        t1,1,A,B,100.00,purchase,
        t2,2,B,C,100.00,b2b,
        t3,3,C,A,100.00,wage,
        x1,4,A,,100.00,redeem,
        """);
    Json traced = report.at("rules." + rule.wireName());
    assertEquals(List.of("redeem 10000 i1 4 3"), Measured.lines(traced.at("exits")));
    assertNumber("3", traced.at("meanHopsAtExit"));
    assertNumber("4", traced.at("meanResidenceDays"));
    assertNumber("1", report.at("circularShare.share"));
    assertNumber("30000", report.at("circularShare.circulating"));
    assertNumber("1", report.at("throughflow"));
    assertNumber("3", traced.at("lm3"));
    assertNumber("4", report.at("chainMultiplier"));
    assertNumber("273.75", report.at("velocityPerYear"));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void splitHasTheSameMeansUnderEveryRule(Rule rule) {
    Json report = Measured.json("30", SPLIT);
    Json traced = report.at("rules." + rule.wireName());
    assertNumber("23", traced.at("meanResidenceDays"));
    assertNumber("0.5", traced.at("meanHopsAtExit"));
    assertNumber("0.5", report.at("spentPerIssued"));
    assertNumber("1.5", traced.at("lm3"));
    assertNumber("230000", traced.at("moneyDays"));
    assertTrue(traced.at("openLots").list().isEmpty());
  }

  @Test
  void splitUnderFifo() {
    Json traced = Measured.json("30", SPLIT).at("rules.fifo");
    assertEquals(
        List.of("redeem 1000 i1 20 0", "redeem 4000 i2 15 0", "redeem 5000 i1 30 1"),
        Measured.lines(traced.at("exits")));
    assertEquals(
        List.of(
            "15 4000 10000 0.6 {redeem=0.4}",
            "20 1000 6000 0.5 {redeem=0.5}",
            "30 5000 5000 0 {redeem=1}"),
        Measured.lines(traced.at("survival")));
  }

  @Test
  void splitUnderLifo() {
    Json traced = Measured.json("30", SPLIT).at("rules.lifo");
    assertEquals(
        List.of("redeem 5000 i1 20 0", "redeem 1000 i1 30 1", "redeem 4000 i2 25 1"),
        Measured.lines(traced.at("exits")));
    assertEquals(
        List.of(
            "20 5000 10000 0.5 {redeem=0.5}",
            "25 4000 5000 0.1 {redeem=0.9}",
            "30 1000 1000 0 {redeem=1}"),
        Measured.lines(traced.at("survival")));
  }

  @Test
  void splitUnderMixed() {
    Json traced = Measured.json("30", SPLIT).at("rules.mixed");
    assertEquals(
        List.of(
            "redeem 3000 i1 20 0",
            "redeem 2000 i2 15 0",
            "redeem 3000 i1 30 1",
            "redeem 2000 i2 25 1"),
        Measured.lines(traced.at("exits")));
    assertEquals(
        List.of(
            "15 2000 10000 0.8 {redeem=0.2}",
            "20 3000 8000 0.5 {redeem=0.5}",
            "25 2000 5000 0.3 {redeem=0.7}",
            "30 3000 3000 0 {redeem=1}"),
        Measured.lines(traced.at("survival")));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void levyAndFund(Rule rule) {
    Json report = Measured.json("50", """
        i1,0,,A,100.00,issue,
        d1,30,A,FUND,2.00,demurrage,
        g1,31,FUND,P,2.00,grant,
        t1,40,A,S,98.00,purchase,
        """);
    Json traced = report.at("rules." + rule.wireName());
    assertNumber("10000", report.at("volume.net"));
    assertNumber("9800", report.at("volume.economic"));
    assertNumber("200", report.at("volume.byKind.grant"));
    assertNumber("200", report.at("moved.demurrage"));
    assertEquals(List.of("P 200 i1 1 50", "S 9800 i1 1 50"), Measured.lines(traced.at("openLots")));
    assertTrue(traced.at("exits").list().isEmpty());
    assertTrue(traced.at("meanHopsAtExit").isNull());
    assertNumber("2", traced.at("lm3"));
    assertNumber("1", report.at("spentPerIssued"));
    assertNumber("0", report.at("circularShare.share"));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void rounding(Rule rule) {
    Json traced = Measured.json("5", """
            i1,0,,A,0.01,issue,
            i2,0,,A,0.01,issue,
            i3,0,,A,0.01,issue,
            t1,1,A,B,0.02,purchase,
            x1,2,B,,0.02,redeem,
            """).at("rules." + rule.wireName());
    List<String> left =
        switch (rule) {
          case FIFO -> List.of("redeem 1 i1 2 1", "redeem 1 i2 2 1");
          case LIFO -> List.of("redeem 1 i2 2 1", "redeem 1 i3 2 1");
          case MIXED -> List.of("redeem 1 i1 2 1", "redeem 1 i3 2 1");
        };
    assertEquals(left, Measured.lines(traced.at("exits")));
  }

  @Test
  void anEmptyLedgerHasNoRatios() {
    CirculationReport report = Measured.of(LedgerText.read(""));
    assertEquals(
        """
        {"format": "omloop-circulation/1",
        "detail": "lots",
        "input": {"rows": 0, "rowsUsed": 0, "rowsOutside": 0, "accountsSha256": null, "sha256": "%s"},
        "window": {"from": null, "until": null, "days": null},
        """.formatted(report.input().sha256()),
        ReportJson.of(report).lines().limit(4).reduce("", (all, line) -> all + line + "\n"));
    Json json = Json.parse(ReportJson.of(report));
    for (String ratio : List.of(
        "meanStock",
        "velocityPerYear",
        "spentPerIssued",
        "chainMultiplier",
        "throughflow",
        "sleepingShare",
        "circularShare.share",
        "rules.mixed.lm3",
        "rules.mixed.idleShare")) {
      assertTrue(json.at(ratio).isNull(), ratio);
    }
  }
}
