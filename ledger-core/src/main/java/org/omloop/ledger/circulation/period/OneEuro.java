package org.omloop.ledger.circulation.period;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.Rule;

/**
 * What one euro did (C7, C12 and C13 of one quarter's money): of the newest quarter whose money is all at least {@link
 * Ages#COMPARED_DAYS} days old, what was spent, is inside and was redeemed at that age.
 */
final class OneEuro {
  private static final Column SPENT =
      new Column("spent", new Text("Besteed per euro", "Spent per euro"), Column.Kind.RATIO);
  private static final Column INSIDE =
      new Column("inside", new Text("Nog in de kring", "Still inside"), Column.Kind.SHARE);
  private static final Column REDEEMED =
      new Column("redeemed", new Text("Ingewisseld", "Redeemed"), Column.Kind.SHARE);
  private static final List<Column> COLUMNS = Stream.concat(
          Stream.of(
              new Column("cohort", new Text("Geld uit", "Money of"), Column.Kind.PERIOD),
              new Column("rule", new Text("Lezing", "Reading"), Column.Kind.WORD),
              new Column("days", new Text("Dagen", "Days"), Column.Kind.DAYS),
              new Column("issued", new Text("In omloop gebracht", "Issued"), Column.Kind.AMOUNT),
              SPENT,
              INSIDE,
              REDEEMED,
              new Column(
                  "entries",
                  new Text("Keer in omloop gebracht", "Times issued"),
                  Column.Kind.COUNT)),
          Stream.of(SPENT, INSIDE, REDEEMED).flatMap(each -> Band.columns(each).stream()))
      .toList();

  private final TracedPeriods traced;
  private final EntryCohorts cohorts;

  private final Bands bands;

  private OneEuro(TracedPeriods traced, Bands bands) {
    this.traced = traced;
    this.bands = bands;
    this.cohorts = traced.cohorts();
  }

  static Table of(TracedPeriods traced, Bands bands) {
    OneEuro table = new OneEuro(traced, bands);
    Optional<Integer> quarter = table.newestOldEnough();
    return new Table(
        "one-euro",
        new Text("Wat deed één euro?", "What did one euro do?"),
        List.of("C7", "C12", "C13"),
        COLUMNS,
        quarter.map(table::lines).orElseGet(List::of),
        quarter.isPresent() ? Optional.empty() : Optional.of(table.whyNone()));
  }

  private Optional<Integer> newestOldEnough() {
    return IntStream.range(0, EntryCohorts.QUARTERS)
        .filter(quarter -> oldEnoughAt(cohorts.quarters().get(quarter)) <= traced.until())
        .filter(quarter -> entryRows(quarter).findAny().isPresent())
        .boxed()
        .reduce((older, newer) -> newer);
  }

  private static long oldEnoughAt(Period quarter) {
    return quarter.end() + Ages.COMPARED;
  }

  private IntStream entryRows(int quarter) {
    return IntStream.range(0, traced.scope().endRow())
        .filter(row -> cohorts.quarterOf(row) == quarter);
  }

  private List<List<Cell>> lines(int quarter) {
    Rows rows = traced.scope().rows();
    long issued = entryRows(quarter).mapToLong(rows::amount).sum();
    long entries = entryRows(quarter).count();
    List<List<Cell>> lines = new ArrayList<>();
    for (Rule rule : TracedPeriods.RULES) {
      YoungMoney money = traced.reading(rule).young();
      List<Cell> cells = new ArrayList<>(List.of(
          Cell.code(cohorts.quarters().get(quarter).toString()),
          Cell.code(rule.wireName()),
          Cell.of(Ages.COMPARED_DAYS),
          Cell.of(issued),
          Cell.of(SixDecimals.ratio(money.spent(quarter), issued)),
          Cell.of(SixDecimals.ratio(issued - money.left(quarter), issued)),
          Cell.of(SixDecimals.ratio(money.redeemed(quarter), issued)),
          Cell.of(entries)));
      IntStream.of(EventSample.SPENT, EventSample.LEFT, EventSample.REDEEMED)
          .forEach(figure -> cells.addAll(Band.cells(bands.young(quarter, rule, figure))));
      lines.add(cells);
    }
    return lines;
  }

  private Text whyNone() {
    Rows rows = traced.scope().rows();
    int end = traced.scope().endRow();
    return IntStream.range(0, end)
        .filter(row -> rows.movement(row) == Movement.INFLOW)
        .mapToObj(row -> EntryCohorts.quarter(rows.time(row)))
        .filter(quarter -> oldEnoughAt(quarter) > traced.until())
        .findFirst()
        .map(OneEuro::tooYoung)
        .orElseGet(() -> new Text(
            "Er kwam nog geen geld in de kring, of lang niet meer.",
            "No money has come into the circuit yet, or none for long."));
  }

  private static Text tooYoung(Period quarter) {
    String date = Instant.ofEpochMilli(oldEnoughAt(quarter))
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .toString();
    return new Text(
        "Nog geen kwartaal waarvan al het geld minstens 180 dagen oud is. Voor " + quarter
            + " is dat zo vanaf " + date + ".",
        "No quarter yet whose money is all at least 180 days old. For " + quarter + " that is so "
            + "from " + date + " on.");
  }
}
