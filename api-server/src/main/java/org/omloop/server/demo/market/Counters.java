package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.Daypart;
import org.omloop.server.demo.neighbourhood.OpeningHours;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Resident;

/** The counters that are open on one date, and how strongly each draws somebody. Immutable. */
final class Counters {
  private static final int FAVOURITE_DRAW = 6;

  private final LocalDate date;
  private final List<Counter> counters;

  private record Counter(Organisation shop, OpeningHours.Span hours) {}

  private Counters(LocalDate date, List<Counter> counters) {
    this.date = date;
    this.counters = counters;
  }

  /** Finds those of the shops that open on that date. */
  static Counters on(LocalDate date, List<Organisation> shops) {
    return new Counters(
        date,
        shops.stream()
            .flatMap(shop ->
                shop.trade().hours().on(date).map(hours -> new Counter(shop, hours)).stream())
            .toList());
  }

  /** Chooses one that is open at that time; empty when none draws anybody. */
  Optional<Organisation> choose(Resident resident, LocalTime time, Daypart part, Chance chance) {
    int[] draws = new int[counters.size()];
    int most = 0;
    for (int place = 0; place < draws.length; place++) {
      draws[place] = draw(counters.get(place), resident, time, part);
      most = Math.max(most, draws[place]);
    }
    return most == 0
        ? Optional.empty()
        : Optional.of(counters.get(chance.weighted(draws)).shop());
  }

  private int draw(Counter counter, Resident resident, LocalTime time, Daypart part) {
    if (!counter.hours().covers(time)) {
      return 0;
    }
    int draw = counter.shop().trade().draw(date, part);
    return draw > 0 && resident.favourites().contains(counter.shop().account())
        ? draw * FAVOURITE_DRAW
        : draw;
  }
}
