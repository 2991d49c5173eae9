package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.util.List;

/** One day of the market: its intents in order of number. Immutable. */
public record MarketDay(LocalDate date, List<Intent> intents) {
  public MarketDay {
    intents = List.copyOf(intents);
  }
}
