package org.omloop.server.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** What each measurement brought, in order of rounds. Confined to one thread. */
final class Rates {
  private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

  /**
   * Runs every measurement once to warm up, and then all of them in each round: what is compared is measured close
   * together.
   */
  static Rates measure(List<Measurement> all, int rounds, Consumer<String> progress) {
    Rates rates = new Rates();
    for (Measurement each : all) {
      long operations = each.round().get().operations();
      progress.accept("warmed up by %,d: %s".formatted(operations, each.name()));
    }
    for (int round = 1; round <= rounds; round++) {
      for (Measurement each : all) {
        progress.accept("round " + round + " of " + rounds + ": " + each.name());
        rates.add(each.name(), each.round().get());
      }
    }
    return rates;
  }

  private void add(String name, Sample sample) {
    samples.computeIfAbsent(name, first -> new ArrayList<>()).add(sample);
  }

  /** Returns the names, in the order in which they were measured. */
  Set<String> names() {
    return Collections.unmodifiableSet(samples.keySet());
  }

  boolean has(String name) {
    return samples.containsKey(name);
  }

  /** Returns operations per second. */
  Series perSecond(String name) {
    return series(name, Sample::perSecond);
  }

  /** Returns the latency that a share of the operations stayed below, in milliseconds. */
  Series milliseconds(String name, double share) {
    return series(name, sample -> sample.milliseconds(share));
  }

  private Series series(String name, ToDoubleFunction<Sample> figure) {
    return new Series(Objects.requireNonNull(samples.get(name), name).stream()
        .map(figure::applyAsDouble)
        .toList());
  }
}
