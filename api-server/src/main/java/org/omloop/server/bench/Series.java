package org.omloop.server.bench;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * One figure, once for each round in which it was measured. Ratios are taken round by round, so that a round in which
 * the machine was slow slows both sides. Immutable.
 */
record Series(List<Double> rounds) {
  Series {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("a series has at least one round");
    }
  }

  static Series of(double... rounds) {
    return new Series(java.util.Arrays.stream(rounds).boxed().toList());
  }

  /** Divides round by round. */
  Series over(Series other) {
    return with(other, (one, two) -> one / two);
  }

  Series map(DoubleUnaryOperator operator) {
    return with(this, (one, same) -> operator.applyAsDouble(one));
  }

  private Series with(Series other, DoubleBinaryOperator operator) {
    return new Series(IntStream.range(0, Math.min(rounds.size(), other.rounds.size()))
        .mapToObj(at -> operator.applyAsDouble(rounds.get(at), other.rounds.get(at)))
        .toList());
  }

  /** Returns the round in the middle; of an even number the upper of two. */
  double median() {
    return sorted().get(rounds.size() / 2);
  }

  double least() {
    return sorted().get(0);
  }

  double most() {
    return sorted().get(rounds.size() - 1);
  }

  private List<Double> sorted() {
    return rounds.stream().sorted().toList();
  }
}
