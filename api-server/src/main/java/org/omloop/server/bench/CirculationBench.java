package org.omloop.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Measures how fast circulation is measured: folds at growing sizes, and the maximum circulation of growing graphs. It
 * needs no server and no database.
 *
 * <p>Confined to one thread.
 */
public final class CirculationBench {
  private static final int WARM_UP_ROWS = 100_000;
  private static final int WARM_UP_EDGES = 5_000;
  private static final double MEGABYTE = 1_000_000;

  private final List<Integer> rows;
  private final List<Integer> edges;
  private final Consumer<String> progress;

  /**
   * Prepares measuring.
   *
   * @param rows how many rows each ledger has, in growing order
   * @param edges how many edges each graph has
   */
  public CirculationBench(List<Integer> rows, List<Integer> edges, Consumer<String> progress) {
    this.rows = List.copyOf(rows);
    this.edges = List.copyOf(edges);
    this.progress = progress;
  }

  /** Measures everything and returns it as plain text, for a terminal or docs/benchmarks.md. */
  public String run() {
    progress.accept("warming up");
    FoldLoad.measure(WARM_UP_ROWS);
    CircularShareLoad.measure(WARM_UP_EDGES);
    return folds() + "\n" + graphs();
  }

  private String folds() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%12s  %-6s %14s %16s %10s",
        "rows",
        "fold",
        "rows a second",
        "÷ at size before",
        "heap MB");
    List<FoldLoad.Measured> before = new ArrayList<>();
    for (int count : rows) {
      progress.accept(String.format(Locale.ROOT, "folds of %,d rows", count));
      for (FoldLoad.Measured each : FoldLoad.measure(count)) {
        OptionalDouble smaller = before.stream()
            .filter(other -> other.fold().equals(each.fold()))
            .mapToDouble(FoldLoad.Measured::rowsPerSecond)
            .reduce((earlier, later) -> later);
        line(
            text,
            "%,12d  %-6s %,14.0f %16s %,10.0f",
            each.rows(),
            each.fold(),
            each.rowsPerSecond(),
            smaller.isEmpty()
                ? "."
                : String.format(Locale.ROOT, "%.2f", each.rowsPerSecond() / smaller.getAsDouble()),
            each.heapBytes() / MEGABYTE);
        before.add(each);
      }
    }
    return text.toString();
  }

  private String graphs() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%12s %9s %10s %10s %15s",
        "edges",
        "units",
        "solved s",
        "checked s",
        "circular share");
    for (int count : edges) {
      progress.accept(String.format(Locale.ROOT, "maximum circulation of %,d edges", count));
      CircularShareLoad.Measured each = CircularShareLoad.measure(count);
      line(
          text,
          "%,12d %,9d %10.3f %10.3f %15.4f",
          each.edges(),
          each.units(),
          each.solvingSeconds(),
          each.checkingSeconds(),
          each.share());
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
