package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.disclosure.Thresholds;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.script.LedgerScript;

/** Two quarters of a neighbourhood of fourteen residents, with many shops, many cafés and one school. */
class PublicEditionsTest {
  private static final Period AUTUMN = Period.quarter(2026, 4);
  private static final Period WINTER = Period.quarter(2027, 1);
  private static final int RESIDENTS = 14;
  private static final int SHOPS = 14;
  private static final int CAFES = 12;
  private static final String ROOT = "cm9vdA==";

  private static List<JournalEntry> entries = List.of();

  @BeforeAll
  static void book() {
    entries = LedgerScript.journal(script());
  }

  private static String script() {
    List<String> lines = new ArrayList<>(List.of(
        "found at=2026-10-01T09:00",
        "open city treasury",
        "key city-1 on city rights=pay by chair+treasurer",
        "key city-2 on city rights=pay by chair+treasurer",
        "issue i1 city 500.00",
        "issue i2 city 500.00",
        "issue i3 city 500.00",
        "issue i4 city 500.00",
        "open school organisation sector=SBI2008:85201 area=2026:BU0363MB01"));
    for (int shop = 0; shop < SHOPS; shop++) {
      lines.add("open shop" + shop + " organisation sector=SBI2008:47241 area=2026:BU0363MA01");
    }
    for (int cafe = 0; cafe < CAFES; cafe++) {
      lines.add("open cafe" + cafe + " organisation sector=SBI2008:56101 area=2026:BU0363MB01");
    }
    for (int resident = 0; resident < RESIDENTS; resident++) {
      lines.add("open r" + resident + " resident area=2026:BU0363MA01");
      lines.add("grant g" + resident + " city -> r" + resident
          + " 120.00 programme=youth by city-1+city-2");
    }
    spend(lines, "a", 3);
    lines.add("at 2027-01-02T09:00");
    spend(lines, "w", 2);
    lines.add("at 2027-04-02T09:00");
    lines.add("classify shop0 organisation sector=SBI2008:56101 area=2026:BU0363MB01");
    lines.add("pay late r1 -> shop0 1.00");
    return String.join("\n", lines);
  }

  private static void spend(List<String> lines, String id, int euros) {
    for (int resident = 0; resident < RESIDENTS; resident++) {
      String from = " r" + resident + " -> ";
      for (int other = 0; other < 5; other++) {
        int shop = (resident + other) % SHOPS;
        int cafe = (resident + other) % CAFES;
        String number = resident + "-" + other;
        lines.add("pay " + id + "s" + number + from + "shop" + shop + " " + (euros + 2) + ".37");
        lines.add("pay " + id + "c" + number + from + "cafe" + cafe + " " + euros + ".11");
      }
    }
    for (int cafe = 0; cafe < CAFES; cafe++) {
      lines.add("pay " + id + "b" + cafe + " cafe" + cafe + " -> shop" + cafe + " 4.00");
    }
    lines.add("pay " + id + "p r0 -> school 20.00");
    lines.add("pay " + id + "q school -> shop2 3.00");
    for (int shop = 0; shop < SHOPS; shop++) {
      lines.add("redeem " + id + "e" + shop + " shop" + shop + " 5.00 supplier");
    }
    lines.add("redeem " + id + "h shop1 2.00 housing");
  }

  private static JournalRows journal(int size) {
    JournalRows journal = new JournalRows();
    entries.subList(0, size).forEach(journal::follow);
    return journal;
  }

  private static PeriodReport edition(JournalRows journal, Period period) {
    long size = PublicEditions.size(journal, period).orElseThrow();
    return PeriodReport.publicEdition(
        new PublicEditions(journal), new Scope(journal, period, size), ROOT);
  }

  private static Table table(PeriodReport report, String id) {
    return report.tables().stream()
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(Table table) {
    return table.rows().stream()
        .map(row -> row.stream()
            .map(cell -> cell instanceof Cell.Hidden
                ? "x"
                : TableText.lines(new Table(
                        "one",
                        table.title(),
                        List.of(),
                        one(cell),
                        List.of(List.of(cell)),
                        Optional.empty()))
                    .get(0))
            .collect(Collectors.joining(" ")))
        .toList();
  }

  private static List<Column> one(Cell cell) {
    Column.Kind kind = cell instanceof Cell.Code ? Column.Kind.WORD : Column.Kind.RATIO;
    return List.of(new Column("one", new Text("een", "one"), kind));
  }

  @Test
  void aLoneSchoolCannotBeSubtracted() {
    PeriodReport report = edition(journal(entries.size()), AUTUMN);
    // A school alone can never be shown, so that it stands together with the cafés.
    assertEquals(
        List.of("G 43000 0 7000 0.16 15", "other 24000 5000 0 0.00 15"),
        lines(table(report, "sectors")));
    String note = table(report, "sector-matrix").note().orElseThrow().en();
    assertTrue(note.contains("stands together: other = G + I + P."), note);
  }

  @Test
  void aYearPutsTogetherWhatOneQuarterDoes() {
    JournalRows journal = new JournalRows();
    List<String> more = new ArrayList<>(List.of("at 2027-01-02T09:00"));
    for (int school = 1; school < 10; school++) {
      more.add("open school" + school + " organisation sector=SBI2008:85201 area=2026:BU0363MB01");
    }
    LedgerScript.journal(script()
            .replace("at 2027-01-02T09:00", String.join("\n", more))
            .replace("at 2027-04-02T09:00", "at 2028-01-02T09:00"))
        .forEach(journal::follow);
    PublicEditions editions = new PublicEditions(journal);
    PublicAmounts both = editions.amountsUntil(WINTER);
    assertEquals(
        Set.of("G", "I", "P", "resident"), editions.amounts(WINTER).sectors().labels());
    assertEquals(Set.of("G", "other", "resident"), both.sectors().labels());
    assertEquals(Optional.of(79_000L), both.ofSector("received", "G"));
    PublicAmounts winter = editions.amounts(WINTER);
    assertEquals(Optional.empty(), winter.ofSector("received", "P"), "one school was paid");
    assertEquals(Optional.empty(), both.ofSector("received", "other"), "not in both quarters");
  }

  @Test
  void aNoteTellsHowMuchIsHidden() {
    Table sectors = table(edition(journal(entries.size()), AUTUMN), "sectors");
    assertTrue(
        sectors.note().orElseThrow().en().contains("Hidden: "), sectors.note().toString());
    assertTrue(sectors.note().orElseThrow().nl().contains("% van het bedrag"));
    Table programmes = table(edition(journal(entries.size()), AUTUMN), "programmes");
    assertTrue(programmes.note().orElseThrow().en().contains("0% of the amount"));
  }

  /** Twenty-six pay to the fund, which pays one: its grant is hidden, and is what the totals leave of the shown months. */
  @Test
  void theFundsNoteTellsWhichShareOfWhatMovedItIsHidden() {
    JournalRows journal = new JournalRows();
    LedgerScript.journal(script()
            .replace(
                "found at=2026-10-01T09:00",
                "found at=2026-10-01T09:00 contributionBasisPoints=250 fundAccount=pot\nopen pot fund\n"
                    + "key pot-1 on pot rights=pay by chair+treasurer\n"
                    + "key pot-2 on pot rights=pay by chair+treasurer")
            .replace(
                "at 2027-01-02T09:00",
                "grant f1 pot -> r3 9.00 by pot-1+pot-2\nat 2027-01-02T09:00"))
        .forEach(journal::follow);
    long size = PublicEditions.size(journal, AUTUMN).orElseThrow();
    PeriodReport exact = PeriodReport.audit(new Scope(journal, AUTUMN, size), ROOT);
    Line month = Line.of(table(exact, "fund")).get(0);
    double granted = month.value("granted").orElseThrow().doubleValue();
    double contributed = month.value("contributed").orElseThrow().doubleValue();
    assertEquals(900, granted);
    Table fund = table(edition(journal, AUTUMN), "fund");
    assertTrue(lines(fund).get(0).endsWith(" 0 x x x x"), lines(fund).toString());
    String note = fund.note().orElseThrow().en();
    double all = granted + contributed;
    long shown = 1_000 * Math.round(contributed / 1_000);
    long percent = (long) (100 * (all - shown) / all);
    assertTrue(note.contains("together " + percent + "% of the amount"), percent + ": " + note);
  }

  @Test
  void aYearIsTheSumOfItsQuarters() {
    JournalRows journal = journal(entries.size());
    JournalEntry last = entries.get(entries.size() - 1);
    assertTrue(last.bookedAt() / 1_000 > WINTER.end());
    assertEquals(
        lines(table(edition(journal, AUTUMN), "sector-matrix")),
        lines(table(edition(journal, Period.year(2026)), "sector-matrix")));
  }

  @Test
  void aMonthShowsTheWholeCircuitAlone() {
    PeriodReport month = edition(journal(entries.size()), Period.month(2026, 10));
    assertEquals(List.of(), table(month, "sectors").rows());
    assertTrue(lines(table(month, "closing")).contains("closing 160800 ."));
    assertTrue(lines(table(month, "roles")).stream().allMatch(line -> line.endsWith(" x x x")));
  }

  @Test
  void whatComesLaterChangesNoEdition() {
    JournalRows all = journal(entries.size());
    int closed = Math.toIntExact(PublicEditions.size(all, WINTER).orElseThrow());
    String before = PeriodReportJson.of(edition(journal(closed + 1), WINTER));
    assertEquals(before, PeriodReportJson.of(edition(all, WINTER)), "a shop moved in April");
    assertEquals(before, PeriodReportJson.of(edition(all, WINTER)), "again");
  }

  @Test
  void editionsDoNotDependOnWhatWasAskedBefore() {
    JournalRows journal = journal(entries.size());
    PublicEditions editions = new PublicEditions(journal);
    PublicEditions reversed = new PublicEditions(journal);
    String autumn = of(editions, journal, AUTUMN);
    String winter = of(editions, journal, WINTER);
    assertEquals(winter, of(reversed, journal, WINTER));
    assertEquals(autumn, of(reversed, journal, AUTUMN));
  }

  private static String of(PublicEditions editions, JournalRows journal, Period period) {
    long size = PublicEditions.size(journal, period).orElseThrow();
    return PeriodReportJson.of(
        PeriodReport.publicEdition(editions, new Scope(journal, period, size), ROOT));
  }

  @Test
  void aRunningPeriodHasNoEdition() {
    JournalRows journal = journal(entries.size());
    assertEquals(Optional.empty(), PublicEditions.size(journal, Period.quarter(2027, 2)));
    assertEquals(Optional.empty(), PublicEditions.size(journal, Period.quarter(2026, 3)));
    Scope running = new Scope(journal, Period.quarter(2027, 2), journal.size());
    PublicEditions editions = new PublicEditions(journal);
    assertThrows(
        IllegalArgumentException.class, () -> PeriodReport.publicEdition(editions, running, ROOT));
    Scope tooLate = new Scope(journal, AUTUMN, journal.size());
    assertThrows(
        IllegalArgumentException.class, () -> PeriodReport.publicEdition(editions, tooLate, ROOT));
  }

  @Test
  void aBandIsShownWhereItsFigureIsAndRoundedAlike() {
    int shown = 0;
    for (Period period : List.of(AUTUMN, Period.month(2026, 11))) {
      PeriodReport report = edition(journal(entries.size()), period);
      for (String id : List.of("headline", "retention")) {
        for (Line line : Line.of(table(report, id))) {
          boolean isHidden =
              line.cell(id.equals("headline") ? "value" : "inside") instanceof Cell.Hidden;
          for (String end : List.of("low80", "high80")) {
            assertFalse(isHidden && line.value(end).isPresent(), line.toString());
            shown += line.value(end).isPresent() ? 1 : 0;
            assertTrue(
                line.value(end).stream().allMatch(value -> value.scale() <= 2), line.toString());
          }
        }
      }
    }
    assertTrue(shown > 20, shown + " ends");
  }

  @Test
  void whatProgrammesMoneyDidLaterAndThePeriodsOwnViewAreHidden() {
    List<Line> lines = Line.of(table(edition(journal(entries.size()), AUTUMN), "retention"));
    for (String cohort : List.of("youth", RetentionCurves.PERIOD)) {
      List<Line> ofCohort =
          lines.stream().filter(line -> line.word("cohort").equals(cohort)).toList();
      assertEquals(33, ofCohort.size());
      for (String column : List.of("inside", "at_risk", "units", "low80", "high80")) {
        assertTrue(ofCohort.stream().allMatch(line -> line.value(column).isEmpty()), column);
      }
    }
  }

  @Test
  void aTableThatNobodyKnowsIsHidden() {
    JournalRows journal = journal(entries.size());
    long size = PublicEditions.size(journal, AUTUMN).orElseThrow();
    PeriodReport audit = PeriodReport.audit(new Scope(journal, AUTUMN, size), ROOT);
    Table secret = new Table(
        "new-table",
        new Text("nieuw", "new"),
        List.of(),
        List.of(new Column("amount", new Text("Bedrag", "Amount"), Column.Kind.AMOUNT)),
        List.of(List.of(Cell.of(5))),
        Optional.empty());
    PeriodReport more = new PeriodReport(
        audit.tier(),
        audit.origin(),
        audit.name(),
        audit.unit(),
        audit.scale(),
        audit.period(),
        audit.size(),
        audit.root(),
        audit.tuple(),
        audit.thresholds(),
        List.of(secret));
    PeriodReport published = new PublicEditions(journal).of(more);
    assertEquals(List.of(), published.tables().get(0).rows());
  }

  @Test
  void amountsAndCountsAreRounded() {
    for (Table table : edition(journal(entries.size()), AUTUMN).tables()) {
      if (Set.of("closing", "one-euro").contains(table.id())) {
        continue;
      }
      for (List<Cell> row : table.rows()) {
        for (int at = 0; at < row.size(); at++) {
          long step = step(table.columns().get(at).kind());
          boolean isRound = !(row.get(at) instanceof Cell.Known known)
              || step == 1
              || known.value().remainder(BigDecimal.valueOf(step)).signum() == 0;
          assertTrue(isRound, table.id() + ": " + row);
        }
      }
    }
  }

  private static long step(Column.Kind kind) {
    return switch (kind) {
      case AMOUNT -> 1_000;
      case COUNT -> 5;
      default -> 1;
    };
  }

  @Test
  void theTierIsNamed() {
    String json = PeriodReportJson.of(edition(journal(entries.size()), AUTUMN));
    assertTrue(json.contains("\"tier\": \"public\""));
    assertFalse(json.contains("\"tier\": \"audit\""));
  }

  @Test
  void aPeriodIsPublishedByTheRulesInForceAtItsEnd() {
    JournalRows journal = new JournalRows();
    LedgerScript.journal(script()
            .replace(
                "at 2027-01-02T09:00",
                "policy disclosureUnits=13 disclosureAmountStep=5000\n"
                    + "at 2026-12-31T12:00\n"
                    + "policy disclosureUnits=15 effective=12h\n"
                    + "at 2027-01-01T09:00\n"
                    + "policy baselineYear=2025 baselineSpentLocallyBasisPoints=2912"
                    + " baselineLeakedBasisPoints=5610 baselineLm3Hundredths=none\n"
                    + "at 2027-01-02T09:00"))
        .forEach(journal::follow);
    PublicEditions editions = new PublicEditions(journal);
    assertEquals(Thresholds.DEFAULT, editions.thresholds(Period.month(2026, 9)), "before it all");
    assertEquals(new Thresholds(13, 50, 10, 10, 5_000, 5, 10, 10), editions.thresholds(AUTUMN));
    assertEquals(new Thresholds(15, 50, 10, 10, 5_000, 5, 10, 10), editions.thresholds(WINTER));
    PeriodReport autumn = edition(journal, AUTUMN);
    assertEquals(Optional.of(editions.thresholds(AUTUMN)), autumn.thresholds());
    assertTrue(PeriodReportJson.of(autumn).contains("\"thresholds\": {\"units\": 13"), "named");
    assertEquals(
        "G 45000 0 5000 0.11 15", lines(table(autumn, "sectors")).get(0), "rounded to 50.00");
    assertEquals(
        Set.of("G", "other", "resident"), editions.amounts(AUTUMN).sectors().labels());
    assertEquals(Set.of("other"), editions.amounts(WINTER).sectors().labels(), "14 shops");
    assertTrue(lines(table(autumn, "schemes")).get(0).startsWith("Grama"), "no baseline yet");
    List<String> schemes = lines(table(edition(journal, Period.quarter(2027, 1)), "schemes"));
    assertTrue(schemes.get(0).startsWith("baseline 2025 spent-locally 0.2912 "), schemes.get(0));
    assertTrue(schemes.get(1).startsWith("baseline 2025 leaked 0.561 "), schemes.get(1));
  }

  @Test
  void aCurveOfFewEntriesIsNotDrawn() {
    JournalRows journal = new JournalRows();
    LedgerScript.journal(script()
            .replace(
                "at 2027-01-02T09:00",
                "at 2027-01-02T09:00\n"
                    + "grant more city -> r1 10.00 programme=youth by city-1+city-2")
            .replace("at 2027-04-02T09:00", "at 2027-10-02T09:00"))
        .forEach(journal::follow);
    List<String> lines = lines(table(edition(journal, Period.quarter(2027, 3)), "retention"));
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("2026-Q4 mixed 90 0.")),
        "fourteen grants: " + lines);
    List<String> few =
        lines.stream().filter(line -> line.startsWith("2027-Q1 ")).toList();
    assertFalse(few.isEmpty());
    assertTrue(few.stream().noneMatch(line -> line.matches(".* 0\\.\\d.*")), "one: " + few);
  }

  /** One shop alone has a limit: what it drew and repaid is its own, and no sum may tell it. */
  @Test
  void theCreditOfOneMemberCannotBeTold() {
    JournalRows journal = new JournalRows();
    LedgerScript.journal(script()
            .replace("pay as0-0 ", "limit shop0 50.00\npay drawn shop0 -> shop1 30.00\npay as0-0 "))
        .forEach(journal::follow);
    PeriodReport report = edition(journal, AUTUMN);
    assertEquals(
        List.of("opening 0 .", "in 171415 .", "out -10200 .", "closing 161215 .", "reserve . ."),
        lines(table(report, "closing")),
        "168000 was granted");
    List<String> exits = lines(table(report, "exits"));
    assertTrue(exits.contains("credit x x x"), exits.toString());
    assertFalse(exits.contains("supplier 7000 0.69 15"), "it would be what is left: " + exits);
    for (Line line : Line.of(table(report, "exit-curves"))) {
      assertTrue(
          !line.word("purpose").equals("credit") || line.value("share").isEmpty(), line.toString());
    }
    List<String> without = lines(table(edition(journal(entries.size()), AUTUMN), "exits"));
    assertTrue(without.contains("credit 0 0.00 0"), without.toString());
  }

  @Test
  void aZeroOfAnEmptySectorIsNoZero() {
    PublicAmounts autumn = new PublicEditions(journal(entries.size())).amounts(AUTUMN);
    assertEquals(Optional.empty(), autumn.ofSector("received", "Q"), "nobody is in it");
    assertEquals(Optional.of(0L), autumn.ofSector("spent", "G"), "fourteen could have");
  }
}
