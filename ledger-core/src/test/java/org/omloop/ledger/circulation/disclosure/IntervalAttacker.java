package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Narrows intervals of all cells by every equation between a cell and its parts, back and forth until nothing changes.
 * It shares no solving with what it attacks, and is given unrounded amounts.
 */
final class IntervalAttacker {
  private static final double UNKNOWN = 1e15;

  /** A sum and its parts, by position. */
  private record Equation(int whole, List<Integer> parts) {}

  private final Map<Cell, Integer> positions = new HashMap<>();
  private final List<Equation> equations = new ArrayList<>();
  private final double[] low;
  private final double[] high;

  IntervalAttacker(Collection<Cell> cells) {
    cells.forEach(cell -> positions.put(cell, positions.size()));
    low = new double[positions.size()];
    high = new double[positions.size()];
    Arrays.fill(high, UNKNOWN);
    Map<List<Object>, List<Integer>> families = new HashMap<>();
    Map<List<Object>, Cell> wholes = new HashMap<>();
    for (Cell cell : positions.keySet()) {
      for (Dimension dimension : Dimension.values()) {
        Town.CELLS.parent(cell, dimension).ifPresent(whole -> {
          List<Object> family = List.of(whole, dimension);
          wholes.put(family, whole);
          families.computeIfAbsent(family, each -> new ArrayList<>()).add(position(cell));
        });
      }
    }
    families.forEach((family, parts) -> {
      Cell whole = wholes.get(family);
      if (positions.containsKey(whole)) {
        equations.add(new Equation(position(whole), parts));
      }
    });
  }

  void knows(Cell cell, double amount) {
    low[position(cell)] = amount;
    high[position(cell)] = amount;
  }

  /** Narrows until nothing moves by more than a cent. */
  void solve() {
    boolean isChanged = true;
    for (int sweep = 0; sweep < 200 && isChanged; sweep++) {
      isChanged = false;
      for (Equation equation : equations) {
        isChanged |= narrow(equation);
      }
    }
  }

  /** Returns half the width of what the attacker knows of a cell. */
  double error(Cell cell) {
    return (high[position(cell)] - low[position(cell)]) / 2;
  }

  private boolean narrow(Equation equation) {
    double lows = 0;
    double highs = 0;
    for (int part : equation.parts()) {
      lows += low[part];
      highs += high[part];
    }
    boolean isChanged = bound(equation.whole(), lows, highs);
    for (int part : equation.parts()) {
      isChanged |= bound(
          part,
          low[equation.whole()] - (highs - high[part]),
          high[equation.whole()] - (lows - low[part]));
    }
    return isChanged;
  }

  private boolean bound(int cell, double from, double to) {
    boolean isChanged = from > low[cell] + 1 || to < high[cell] - 1;
    low[cell] = Math.max(low[cell], from);
    high[cell] = Math.min(high[cell], to);
    return isChanged;
  }

  private int position(Cell cell) {
    return positions.getOrDefault(cell, -1);
  }
}
