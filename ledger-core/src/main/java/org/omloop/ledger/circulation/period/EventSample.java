package org.omloop.ledger.circulation.period;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.number.PairSums;

/**
 * What became of the money of each entry event by some moment, to be drawn again and again: cents of one event are not
 * independent, so whole events are drawn (circulation.md, section 5). Amounts are minor units, ages whole days: of what
 * left or came under observation late the day that had begun, of what is inside the days that were over, so that whatever
 * left had been at risk.
 *
 * <p>Immutable once made.
 */
final class EventSample {
  /** Figures by event: what was passed on, once or more, or twice or more; and until money was 180 days old. */
  static final int PASSED_ON = 0;

  static final int PASSED_ON_AGAIN = 1;
  static final int SPENT = 2;
  static final int LEFT = 3;
  static final int REDEEMED = 4;

  /** How often is drawn. */
  static final int DRAWS = 200;

  /** With fewer events there is no band. */
  static final int FEWEST_EVENTS = 10;

  private static final int FIGURES = 5;
  private static final int LAST_DAY = Ages.DAYS.get(Ages.DAYS.size() - 1);

  /** A kind of line: what joined late, left, or is inside. */
  private static final int JOINED = 0;

  private static final int EXITED = 1;
  private static final int OPEN = 2;
  private static final int KINDS = 3;

  private final int[] rows;
  private final long[] totals;
  private final long[][] figures;
  private final Lines lines;

  private EventSample(int[] rows, long[][] figures, Lines lines) {
    this.rows = rows;
    this.totals = lines.totals;
    this.figures = figures;
    this.lines = lines;
  }

  /**
   * Gathers sums by the event's row.
   *
   * @param joined by day, what is at risk only from then on
   * @param exited by day, what left
   * @param open by day, what is inside
   * @param figures by figure
   */
  static EventSample of(PairSums joined, PairSums exited, PairSums open, PairSums figures) {
    Map<Integer, Integer> numbers = new HashMap<>();
    List.of(exited, open)
        .forEach(
            sums -> sums.forEach((row, day, amount) -> numbers.putIfAbsent(row, numbers.size())));
    int[] rows = new int[numbers.size()];
    numbers.forEach((row, number) -> rows[number] = row);
    Lines lines = new Lines(numbers);
    List<PairSums> byKind = List.of(joined, exited, open); // in the order of the kinds' numbers
    byKind.forEach(sums -> sums.forEach((row, day, amount) -> lines.count(row)));
    lines.makeRoom();
    for (int kind = 0; kind < KINDS; kind++) {
      int same = kind;
      byKind.get(kind).forEach((row, day, amount) -> lines.add(same, row, day, amount));
    }
    long[][] byFigure = new long[FIGURES][rows.length];
    figures.forEach((row, figure, amount) ->
        Optional.ofNullable(numbers.get(row)).ifPresent(event -> byFigure[figure][event] = amount));
    return new EventSample(rows, byFigure, lines);
  }

  /**
   * An event's lines, each a cell (kind and day) and an amount. They lie beside each other, as a draw passes over all that
   * it did not take, and reads the others two hundred times. Counted first, then added.
   */
  private static final class Lines {
    private final Map<Integer, Integer> numbers;
    private final long[] totals;
    /** Of each event; the last is where the last one's lines end. */
    private final int[] begins;

    private int[] cells = {};
    private long[] amounts = {};

    private Lines(Map<Integer, Integer> numbers) {
      this.numbers = numbers;
      this.totals = new long[numbers.size()];
      this.begins = new int[numbers.size() + 1];
    }

    private void count(int row) {
      begins[numberOf(row)]++;
    }

    /** Afterwards each event begins where its lines end, and adding brings it back to where they begin. */
    private void makeRoom() {
      Arrays.parallelPrefix(begins, Integer::sum);
      cells = new int[begins[numbers.size()]];
      amounts = new long[cells.length];
    }

    private void add(int kind, int row, int day, long amount) {
      int event = numberOf(row);
      totals[event] += kind == JOINED ? 0 : amount;
      int line = --begins[event];
      cells[line] = Math.min(day, LAST_DAY + 1) * KINDS + kind;
      amounts[line] = amount;
    }

    private int numberOf(int row) {
      return Optional.ofNullable(numbers.get(row)).orElseThrow();
    }
  }

  /**
   * Returns a band of S at each age of {@link Ages}; empty where there are too few events, and where a draw has no money
   * of that age.
   *
   * @param isDrawn whether an event, by its row, belongs to the cohort
   */
  List<Optional<Band>> curves(IntPredicate isDrawn, DrawnEvents.Seed seed) {
    int[] drawn = events(isDrawn);
    double[][] shares = new double[Ages.DAYS.size()][DRAWS];
    if (drawn.length < FEWEST_EVENTS) {
      return Ages.DAYS.stream().map(age -> Optional.<Band>empty()).toList();
    }
    int[] days = days(drawn);
    int[] cellOf = cellsByLine(days);
    DrawnEvents events = new DrawnEvents(seed, drawn, rows.length);
    long[] cells = new long[days.length * KINDS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] times = events.next();
      Arrays.fill(cells, 0);
      for (int event : drawn) {
        for (int line = lines.begins[event];
            times[event] > 0 && line < lines.begins[event + 1];
            line++) {
          cells[cellOf[line]] += times[event] * lines.amounts[line];
        }
      }
      read(days, cells, shares, draw);
    }
    return Arrays.stream(shares).map(Band::of).toList();
  }

  /** Reads Kaplan–Meier by whole days; not a number where the curve has stopped with something left, whose age nobody knows. */
  private static void read(int[] days, long[] cells, double[][] shares, int draw) {
    long atRisk = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      atRisk += cell % KINDS == JOINED ? -cells[cell] : cells[cell];
    }
    double share = 1;
    int age = 0;
    for (int at = 0; age < shares.length; at++) {
      long before = atRisk;
      atRisk += cells[at * KINDS + JOINED];
      boolean isWatched = atRisk > 0 && (at == 0 || before > 0);
      long exited = cells[at * KINDS + EXITED];
      if (isWatched) {
        share *= 1 - (double) exited / Math.max(atRisk, exited);
      } else if (share > 0) {
        share = Double.NaN;
      }
      if (Ages.DAYS.get(age) == days[at]) {
        shares[age++][draw] = share;
      }
      atRisk -= exited + cells[at * KINDS + OPEN];
    }
  }

  /** Returns the days on which anything happens to what may be drawn, and those of {@link Ages}, rising. */
  private int[] days(int[] drawn) {
    BitSet days = new BitSet();
    Ages.DAYS.forEach(days::set);
    for (int event : drawn) {
      for (int line = lines.begins[event]; line < lines.begins[event + 1]; line++) {
        days.set(lines.cells[line] / KINDS);
      }
    }
    return days.stream().toArray();
  }

  /** Returns each line's cell among those of some days; of a day that is not among them some other. */
  private int[] cellsByLine(int[] days) {
    int[] places = new int[LAST_DAY + 2];
    for (int place = 0; place < days.length; place++) {
      places[days[place]] = place;
    }
    return IntStream.of(lines.cells)
        .map(cell -> places[cell / KINDS] * KINDS + cell % KINDS)
        .toArray();
  }

  /**
   * Returns a band of some figures’ sum ÷ all money of the events drawn.
   *
   * @param first what the share begins with: 0, or 1 where the figure is one plus a share
   * @param sign 1, or −1 where the figures are taken off
   */
  Optional<Band> shares(
      IntPredicate isDrawn, DrawnEvents.Seed seed, double first, int sign, int... summed) {
    int[] drawn = events(isDrawn);
    if (drawn.length < FEWEST_EVENTS) {
      return Optional.empty();
    }
    double[] shares = new double[DRAWS];
    DrawnEvents events = new DrawnEvents(seed, drawn, rows.length);
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] times = events.next();
      long part = 0;
      long whole = 0;
      for (int event : drawn) {
        whole += times[event] * totals[event];
        for (int figure : summed) {
          part += times[event] * figures[figure][event];
        }
      }
      shares[draw] = first + sign * ((double) part / whole);
    }
    return Band.of(shares);
  }

  private int[] events(IntPredicate isDrawn) {
    int[] all = new int[rows.length];
    int count = 0;
    for (int event = 0; event < rows.length; event++) {
      if (isDrawn.test(rows[event])) {
        all[count++] = event;
      }
    }
    return Arrays.copyOf(all, count);
  }
}
