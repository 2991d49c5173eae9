package org.omloop.ledger.circulation.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What linked public tables show after disclosure control. Immutable and thread-safe. */
public final class DecidedTables {
  private final List<PublicSum> sums;
  private final Map<Place, Integer> numbers;
  private final List<Optional<Long>> amounts;
  private final Thresholds thresholds;

  DecidedTables(
      List<PublicSum> sums,
      Map<Place, Integer> numbers,
      List<Optional<Long>> amounts,
      Thresholds thresholds) {
    this.sums = List.copyOf(sums);
    this.numbers = Map.copyOf(numbers);
    this.amounts = List.copyOf(amounts);
    this.thresholds = thresholds;
  }

  /** Tells whether there is a figure at a place; where not, no member could have paid or been paid. */
  public boolean has(Place place) {
    return numbers.containsKey(place);
  }

  /**
   * Returns the public amount at a place, rounded unless it is exact, minor units, below zero where more was given back
   * than paid; empty where it is hidden or where no figure was decided.
   */
  public Optional<Long> amount(Place place) {
    int number = numbers.getOrDefault(place, -1);
    if (number < 0) {
      return Optional.empty();
    }
    return amounts.get(number).map(amount -> sums.get(number).isExact() ? amount : rounded(amount));
  }

  /** Returns the unrounded amount; leaves this package for no reader. */
  Optional<Long> unrounded(Place place) {
    return amounts.get(numbers.getOrDefault(place, -1));
  }

  private long rounded(long amount) {
    return Long.signum(amount) * Rounding.amount(Math.abs(amount), thresholds);
  }
}
