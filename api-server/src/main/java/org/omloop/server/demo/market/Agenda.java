package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Wishes in order of their moments; of two at one moment the first noted comes first.
 *
 * <p>Confined to one thread.
 */
final class Agenda {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
  private long noted;

  private record Entry(LocalDateTime at, long number, Wish wish) {}

  void note(LocalDateTime at, Wish wish) {
    entries.add(new Entry(at, noted++, wish));
  }

  /** Lets everything come that is due until the end of the date, also what is wished for meanwhile. */
  void playUntilEndOf(LocalDate date) {
    LocalDateTime end = date.plusDays(1).atStartOfDay();
    for (Entry next = entries.peek();
        next != null && next.at().isBefore(end);
        next = entries.peek()) {
      entries.remove();
      next.wish().come(next.at());
    }
  }
}
