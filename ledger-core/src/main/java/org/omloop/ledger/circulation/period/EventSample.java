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
  // lines: an event's number, a cell (kind and day), and an amount
  private final int[] lineEvents;
  private final int[] lineCells;
  private final long[] lineAmounts;

  private EventSample(
      int[] rows,
      long[] totals,
      long[][] figures,
      int[] lineEvents,
      int[] lineCells,
      long[] lineAmounts) {
    this.rows = rows;
    this.totals = totals;
    this.figures = figures;
    this.lineEvents = lineEvents;
    this.lineCells = lineCells;
    this.lineAmounts = lineAmounts;
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
    Lines lines = new Lines(numbers, joined.size() + exited.size() + open.size());
    joined.forEach((row, day, amount) -> lines.add(JOINED, row, day, amount));
    exited.forEach((row, day, amount) -> lines.add(EXITED, row, day, amount));
    open.forEach((row, day, amount) -> lines.add(OPEN, row, day, amount));
    long[][] byFigure = new long[FIGURES][rows.length];
    figures.forEach((row, figure, amount) ->
        Optional.ofNullable(numbers.get(row)).ifPresent(event -> byFigure[figure][event] = amount));
    return new EventSample(rows, lines.totals, byFigure, lines.events, lines.cells, lines.amounts);
  }

  private static final class Lines {
    private final Map<Integer, Integer> numbers;
    private final long[] totals;
    private final int[] events;
    private final int[] cells;
    private final long[] amounts;
    private int count;

    private Lines(Map<Integer, Integer> numbers, int most) {
      this.numbers = numbers;
      this.totals = new long[numbers.size()];
      this.events = new int[most];
      this.cells = new int[most];
      this.amounts = new long[most];
    }

    private void add(int kind, int row, int day, long amount) {
      int event = Optional.ofNullable(numbers.get(row)).orElseThrow();
      totals[event] += kind == JOINED ? 0 : amount;
      events[count] = event;
      cells[count] = Math.min(day, LAST_DAY + 1) * KINDS + kind;
      amounts[count++] = amount;
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
    int[] lines = lines(drawn);
    int[] days = days(lines);
    int[] cellsOfLines = IntStream.of(lines)
        .map(line ->
            Arrays.binarySearch(days, lineCells[line] / KINDS) * KINDS + lineCells[line] % KINDS)
        .toArray();
    DrawnEvents events = new DrawnEvents(seed, drawn, rows.length);
    long[] cells = new long[days.length * KINDS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] times = events.next();
      Arrays.fill(cells, 0);
      for (int at = 0; at < lines.length; at++) {
        cells[cellsOfLines[at]] += times[lineEvents[lines[at]]] * lineAmounts[lines[at]];
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

  /** Returns the days on which anything happens, and those of {@link Ages}, rising. */
  private int[] days(int[] lines) {
    return IntStream.concat(
            IntStream.of(lines).map(line -> lineCells[line] / KINDS),
            Ages.DAYS.stream().mapToInt(Integer::intValue))
        .distinct()
        .sorted()
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

  private int[] lines(int[] drawn) {
    BitSet isDrawn = new BitSet();
    Arrays.stream(drawn).forEach(isDrawn::set);
    return IntStream.range(0, lineEvents.length)
        .filter(line -> isDrawn.get(lineEvents[line]))
        .toArray();
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
