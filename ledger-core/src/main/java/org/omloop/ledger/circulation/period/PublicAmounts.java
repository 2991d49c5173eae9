package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.disclosure.DecidedTables;
import org.omloop.ledger.circulation.disclosure.Place;

/**
 * The public amounts of a period as the sum of its quarters: a year's figure is shown where it is in all of them, so
 * that it tells nothing new. A period that is no sum of quarters shows none.
 */
record PublicAmounts(List<DecidedTables> quarters) {
  /** Copies the quarters. */
  PublicAmounts {
    quarters = List.copyOf(quarters);
  }

  /** Tells whether there is anything to show at all. */
  boolean isEmpty() {
    return quarters.isEmpty();
  }

  /** Returns the public amount at a place in minor units; empty where it is hidden. */
  Optional<Long> at(Place place) {
    long sum = 0;
    for (DecidedTables quarter : quarters) {
      Optional<Long> amount = quarter.has(place) ? quarter.amount(place) : Optional.of(0L);
      if (amount.isEmpty()) {
        return amount;
      }
      sum += amount.get();
    }
    return quarters.isEmpty() ? Optional.empty() : Optional.of(sum);
  }
}
