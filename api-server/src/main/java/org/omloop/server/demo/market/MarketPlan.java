package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.stream.Stream;
import org.omloop.server.demo.neighbourhood.Neighbourhood;

/**
 * What happens in a neighbourhood's market over some days: a pure function of its members, so that the same plan is
 * played on every machine. Immutable; days are made anew each time they are asked for.
 *
 * @param neighbourhood who takes part
 * @param seed what the days are drawn from
 * @param firstDay the first day, in the neighbourhood's own time; a Monday looks best
 * @param dayCount how many days, 1 or more
 */
public record MarketPlan(Neighbourhood neighbourhood, long seed, LocalDate firstDay, int dayCount) {
  public MarketPlan {
    if (dayCount < 1) {
      throw new IllegalArgumentException("a market takes a day at least, not " + dayCount);
    }
  }

  /** Returns the plan of a seed. */
  public static MarketPlan of(
      Neighbourhood neighbourhood, long seed, LocalDate firstDay, int days) {
    return new MarketPlan(neighbourhood, seed, firstDay, days);
  }

  /** Returns the rules that the ledger must have for the plan to come true. */
  public MarketRules rules() {
    return MarketRules.DEMO;
  }

  /** Returns the days one by one, and after the planned ones those that follow, without end. */
  public MarketWalk walk() {
    return new MarketWalk(neighbourhood, seed, firstDay, dayCount);
  }

  /** Returns the planned days, each made when the stream comes to it. */
  public Stream<MarketDay> days() {
    Iterator<MarketDay> walk = walk();
    return Stream.generate(walk::next).limit(dayCount);
  }

  /** Returns the figures that a ledger must show once all planned days have been played. */
  public PlannedFigures figures() {
    return PlannedFigures.of(neighbourhood, days().flatMap(day -> day.intents().stream()));
  }
}
