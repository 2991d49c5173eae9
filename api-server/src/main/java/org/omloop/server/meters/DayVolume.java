package org.omloop.server.meters;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.omloop.ledger.journal.EntryKind;

/**
 * What was booked on one UTC day. Amounts are minor units, before refunds.
 *
 * @param amounts by kind of payment; kinds without a payment are left out
 * @param counts how many payments, by kind
 * @param largest the largest payment of the day; 0 where there was none
 * @param outstanding by how much the day changed what is outstanding
 */
public record DayVolume(
    Map<EntryKind, Long> amounts, Map<EntryKind, Long> counts, long largest, long outstanding) {
  /** A day on which nothing was booked. */
  public static final DayVolume NOTHING = new DayVolume(Map.of(), Map.of(), 0, 0);

  public DayVolume {
    amounts = copy(amounts);
    counts = copy(counts);
  }

  private static Map<EntryKind, Long> copy(Map<EntryKind, Long> map) {
    Map<EntryKind, Long> sorted = new EnumMap<>(EntryKind.class);
    sorted.putAll(map);
    return Collections.unmodifiableMap(sorted);
  }

  DayVolume withPayment(EntryKind kind, long amount) {
    Map<EntryKind, Long> more = new EnumMap<>(EntryKind.class);
    more.putAll(amounts);
    more.merge(kind, amount, Long::sum);
    Map<EntryKind, Long> oneMore = new EnumMap<>(EntryKind.class);
    oneMore.putAll(counts);
    oneMore.merge(kind, 1L, Long::sum);
    return new DayVolume(more, oneMore, Math.max(largest, amount), outstanding);
  }

  DayVolume withOutstanding(long change) {
    return new DayVolume(amounts, counts, largest, outstanding + change);
  }

  /** Returns two days, or more, as one. */
  public DayVolume and(DayVolume other) {
    Map<EntryKind, Long> sums = new EnumMap<>(EntryKind.class);
    sums.putAll(amounts);
    other.amounts.forEach((kind, amount) -> sums.merge(kind, amount, Long::sum));
    Map<EntryKind, Long> both = new EnumMap<>(EntryKind.class);
    both.putAll(counts);
    other.counts.forEach((kind, count) -> both.merge(kind, count, Long::sum));
    return new DayVolume(
        sums, both, Math.max(largest, other.largest), outstanding + other.outstanding);
  }

  /** Returns the amounts of all kinds together. */
  public long amount() {
    return amounts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns how many payments there were, of all kinds. */
  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Returns the amount of one kind. */
  public long amount(EntryKind kind) {
    return amounts.getOrDefault(kind, 0L);
  }
}
