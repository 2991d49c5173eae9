package org.omloop.server.demo.neighbourhood;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.omloop.ledger.money.Amount;

/**
 * How a programme hands its money out. Immutable.
 *
 * @param programme whose money it is
 * @param from the first day of the year on which the programme runs
 * @param until the last one; before {@code from} when the programme runs over New Year
 * @param every how often
 * @param circle to whom
 * @param perMille how many of these each time, out of a thousand
 * @param leastSteps the least that one gets, in steps of five euros
 * @param mostSteps the most
 * @param meantFor where most of it is soon spent; empty where people please themselves
 */
public record Handout(
    Programme programme,
    MonthDay from,
    MonthDay until,
    Every every,
    Circle circle,
    int perMille,
    int leastSteps,
    int mostSteps,
    List<Trade> meantFor) {
  private static final long STEP = 5_00;

  public Handout {
    meantFor = List.copyOf(meantFor);
  }

  /** How often a programme hands out. */
  public enum Every {
    WEEK,
    FOUR_WEEKS,
    MONTH
  }

  /** Tells whether the programme runs on that date. */
  public boolean runs(LocalDate date) {
    MonthDay day = MonthDay.from(date);
    boolean begun = !day.isBefore(from);
    boolean over = day.isAfter(until);
    return from.isAfter(until) ? begun || !over : begun && !over;
  }

  /** Returns what somebody gets. */
  public Amount amount(Chance chance) {
    return Amount.of(STEP * chance.between(leastSteps, mostSteps));
  }
}
