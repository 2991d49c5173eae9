package org.omloop.server.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.Effort;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.reliability.Arrivals.Arrival;

/**
 * When twice as many orders arrive as the server can take, it takes what it can and puts the others off, and is itself
 * again soon after. Figures are ratios to what the same server did just before, with room for a busy machine.
 */
class OverloadIT {
  private static final int ACCOUNTS = 12;
  private static final int CAPACITY = 128;
  private static final int LANES = 32;
  private static final int WARM_UP = 400;
  private static final int MEASURED = 600;
  private static final int SECONDS = Effort.of(3, 20);
  private static final int MOST_ARRIVALS = Effort.of(15_000, 60_000);
  private static final int MOST_TIMES_NOMINAL = 16;
  private static final double LEAST_SHARE_OF_CAPACITY = 0.05;
  private static final Duration SLOWEST = Duration.ofSeconds(15);
  private static final Duration RECOVERY = Duration.ofSeconds(10);
  private static final long MOST_GROWTH_BYTES = 64L << 20;

  private final Town town = new Town(ACCOUNTS);

  @TempDir
  Path data;

  @Test
  void whatIsTooMuchIsPutOffAndTheRestIsAnswered() {
    try (RunningTown running = RunningTown.found(data, town, config -> config.holding(CAPACITY));
        Arrivals arrivals = new Arrivals(running.server().address())) {
      arrivals.inLanes(LANES, payments(WARM_UP));
      double nominal = perSecond(arrivals, payments(MEASURED));
      long heapBefore = heapInUse();

      List<Arrival> all = overload(arrivals, nominal);
      assertNormalAgain(arrivals);

      long heapGrowth = heapInUse() - heapBefore;
      assertTrue(heapGrowth < MOST_GROWTH_BYTES, "the heap has grown by " + heapGrowth);
      assertKept(running.journal(), all);
    }
  }

  /** Twice what it could do; more, should it have become faster since. */
  private List<Arrival> overload(Arrivals arrivals, double nominal) {
    List<Arrival> all = List.of();
    for (int times = 2; times <= MOST_TIMES_NOMINAL && !isPutOff(all); times *= 2) {
      double rate = times * nominal;
      List<SignedOrder> orders = payments((int) Math.min(rate * SECONDS, MOST_ARRIVALS));
      long start = System.nanoTime();
      all = arrivals.atRate(rate, orders);
      double share = taken(all).length / ((System.nanoTime() - start) / 1e9) / nominal;
      assertRight(all, share, "%.0f/s alone; at %d times that".formatted(nominal, times));
    }
    assertTrue(isPutOff(all), "nobody was put off");
    return all;
  }

  private static boolean isPutOff(List<Arrival> arrivals) {
    return arrivals.stream().anyMatch(each -> each.status() == Answer.LATER);
  }

  /** How long those waited that were taken, in nanoseconds, shortest first. */
  private static long[] taken(List<Arrival> arrivals) {
    return arrivals.stream()
        .filter(each -> each.status() == Answer.CREATED)
        .mapToLong(Arrival::nanos)
        .sorted()
        .toArray();
  }

  private List<SignedOrder> payments(int count) {
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(at -> town.smallPayment(at % ACCOUNTS, town.terms()))
        .toList();
  }

  private static double perSecond(Arrivals arrivals, List<SignedOrder> orders) {
    long start = System.nanoTime();
    List<Arrival> all = arrivals.inLanes(LANES, orders);
    assertEquals(Set.of(Answer.CREATED), statuses(all), "nobody is put off while it can keep up");
    return orders.size() / ((System.nanoTime() - start) / 1e9);
  }

  private static Set<Integer> statuses(List<Arrival> arrivals) {
    return arrivals.stream().map(Arrival::status).collect(Collectors.toSet());
  }

  private static void assertRight(List<Arrival> all, double share, String what) {
    assertTrue(Set.of(Answer.CREATED, Answer.LATER).containsAll(statuses(all)), "" + statuses(all));
    List<Answer> putOff = all.stream()
        .map(Arrival::answer)
        .flatMap(Optional::stream)
        .filter(Answer::isLater)
        .toList();
    putOff.forEach(each -> assertEquals("queue-full", each.problem()));
    putOff.forEach(each -> assertTrue(Integer.parseInt(each.retryAfter()) > 0));

    long[] nanos = taken(all);
    long slowest = nanos[nanos.length * 99 / 100];
    System.out.printf(
        "OverloadIT: %s, %d of %d were taken, %.2f of capacity, 99%% within %d ms%n",
        what, nanos.length, all.size(), share, slowest / 1_000_000);
    assertTrue(share > LEAST_SHARE_OF_CAPACITY, "only " + share + " of its capacity is left");
    assertTrue(slowest < SLOWEST.toNanos(), "an order taken waited " + slowest + " ns");
  }

  private void assertNormalAgain(Arrivals arrivals) {
    long limit = System.nanoTime() + RECOVERY.toNanos();
    Set<Integer> last = Set.of();
    while (!last.equals(Set.of(Answer.CREATED)) && System.nanoTime() < limit) {
      last = statuses(arrivals.inLanes(LANES, payments(LANES * 4)));
    }
    assertEquals(Set.of(Answer.CREATED), last, "normal again");
  }

  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** "The queue is full" says that nothing has happened. */
  private static void assertKept(KeptJournal journal, List<Arrival> all) {
    List<Answer> answers =
        all.stream().map(Arrival::answer).flatMap(Optional::stream).toList();
    journal.keepsPromises(answers.stream().filter(Answer::isFinal).toList());
    Set<OrderId> booked =
        journal.entries().stream().map(entry -> entry.order().id()).collect(Collectors.toSet());
    answers.stream()
        .filter(Answer::isLater)
        .forEach(each -> assertTrue(!booked.contains(each.order().id()), "put off, yet booked"));
  }
}
