package org.omloop.server.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.omloop.server.Bookkeeping;

/**
 * A journal with many entries, and what they cost.
 *
 * @param entries how many there are
 * @param relationBytes the size of each table and index, by name
 * @param heapBytes what the server's heap holds for them
 * @param emptyStart seconds until a server without entries answers
 * @param start seconds until a server with these entries answers
 */
record LargeJournal(
    long entries,
    Map<String, Long> relationBytes,
    long heapBytes,
    Series emptyStart,
    Series start) {
  private static final int AT_ONCE = 20_000;
  private static final double KILOBYTE = 1_000;

  LargeJournal {
    relationBytes = Map.copyOf(relationBytes);
  }

  /** Adds payments until there are so many entries; does nothing when there are. */
  static void fill(Bookkeeping books, LedgerLoad load, BenchTown town, long entries) {
    for (long size = books.directory().treeSize();
        size < entries;
        size = books.directory().treeSize()) {
      load.submit(town.payments((int) Math.min(AT_ONCE, entries - size)));
    }
  }

  List<Target> targets() {
    List<Target> all = new ArrayList<>();
    all.add(new Target("P6", "seconds to start, empty and warm", emptyStart, "≤ 3"));
    all.add(new Target("P6", "seconds to start with %,d entries".formatted(entries), start, aim()));
    all.add(new Target(
        "P12",
        "kB on disk an entry, with indexes",
        Series.of(total() / KILOBYTE / entries),
        "≤ 1.2"));
    all.add(
        new Target("-", "bytes of heap an entry", Series.of(heapBytes / (double) entries), "none"));
    all.add(new Target(
        "-",
        "entries replayed a second at start",
        new Series(start.rounds().stream()
            .map(each -> entries / (each - emptyStart.median()))
            .toList()),
        "none"));
    return all;
  }

  private String aim() {
    return entries >= 1_000_000 ? "≤ 10" : "≤ 10 with 1,000,000";
  }

  private double total() {
    return relationBytes.values().stream().mapToLong(Long::longValue).sum();
  }
}
