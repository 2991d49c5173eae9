package org.omloop.ledger.circulation.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Narrows the intervals of figures by every equation between a figure and its parts, back and forth until nothing
 * changes. It is given unrounded amounts and the sign of each figure, and shares no solving with what it attacks.
 */
final class SumsAttacker {
  private static final double UNKNOWN = 1e15;

  private final List<LinkedReading.Equation> equations;
  private final Map<Place, double[]> intervals = new HashMap<>();

  SumsAttacker(LinkedReading reading) {
    equations = reading.equations();
  }

  /** Takes in a figure of which only the sign is known. */
  void doubts(Place place, double amount) {
    intervals.put(place, new double[] {amount < 0 ? -UNKNOWN : 0, amount < 0 ? 0 : UNKNOWN});
  }

  void knows(Place place, double amount) {
    intervals.put(place, new double[] {amount, amount});
  }

  /** Narrows until nothing moves by more than a cent. */
  void solve() {
    boolean isChanged = true;
    for (int sweep = 0; sweep < 200 && isChanged; sweep++) {
      isChanged = false;
      for (LinkedReading.Equation equation : equations) {
        isChanged |= narrow(equation);
      }
    }
  }

  /** Returns half the width of what the attacker knows of a figure. */
  double error(Place place) {
    double[] interval = interval(place);
    return (interval[1] - interval[0]) / 2;
  }

  private boolean narrow(LinkedReading.Equation equation) {
    double lows = 0;
    double highs = 0;
    for (Place part : equation.parts()) {
      lows += interval(part)[0];
      highs += interval(part)[1];
    }
    double[] whole = interval(equation.whole());
    boolean isChanged = bound(whole, lows, highs);
    for (Place part : equation.parts()) {
      double[] interval = interval(part);
      isChanged |=
          bound(interval, whole[0] - (highs - interval[1]), whole[1] - (lows - interval[0]));
    }
    return isChanged;
  }

  private static boolean bound(double[] interval, double from, double to) {
    boolean isChanged = from > interval[0] + 1 || to < interval[1] - 1;
    interval[0] = Math.max(interval[0], from);
    interval[1] = Math.min(interval[1], to);
    return isChanged;
  }

  private double[] interval(Place place) {
    double[] interval = intervals.get(place);
    if (interval == null) {
      throw new IllegalArgumentException("no figure at " + place);
    }
    return interval;
  }
}
