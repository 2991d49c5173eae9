package org.omloop.ledger.circulation.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All indicators, C1 … C32, in that order. Immutable and thread-safe. */
public final class Catalogue {
  private static final List<Indicator> ALL = Stream.of(
          StockAndVelocity.INDICATORS,
          Retention.INDICATORS,
          Structure.INDICATORS,
          Purpose.INDICATORS)
      .flatMap(List::stream)
      .toList();

  private Catalogue() {}

  /** Returns all indicators in order of their ids. */
  public static List<Indicator> all() {
    return ALL;
  }

  /** Returns the indicator with an id, such as {@code C7}; empty when there is none. */
  public static Optional<Indicator> find(String id) {
    return ALL.stream().filter(indicator -> indicator.id().equals(id)).findFirst();
  }
}
