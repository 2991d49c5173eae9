package org.omloop.ledger.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.omloop.ledger.order.OrderId;

/** All chance in a walk: the same seed, the same throws. Confined to one thread. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** Tells whether this is one of so many cases in a hundred. */
  boolean in(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Returns a number from 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns a number from 1 to the largest, as often of few digits as of many. */
  long upTo(long largest) {
    long number = Math.round(Math.exp(random.nextDouble() * Math.log(largest)));
    return Math.max(1, Math.min(largest, number));
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Returns a choice of so many, each once, in any order; all of them if there are fewer. */
  <T> List<T> pick(int count, List<T> choices) {
    List<T> rest = new ArrayList<>(choices);
    List<T> picked = new ArrayList<>();
    while (picked.size() < count && !rest.isEmpty()) {
      picked.add(rest.remove(random.nextInt(rest.size())));
    }
    return picked;
  }

  OrderId orderId(long unixSeconds) {
    return OrderId.of(unixSeconds * 1_000, random.nextLong(), random.nextLong());
  }
}
