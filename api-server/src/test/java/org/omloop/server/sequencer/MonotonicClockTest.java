package org.omloop.server.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long NIGHT = TimeUnit.HOURS.toNanos(8);

  private final AtomicLong awake = new AtomicLong(-5 * SECOND);
  private final AtomicLong withSleep = new AtomicLong(1_000 * SECOND);
  private final MonotonicClock clock = new MonotonicClock(awake::get, withSleep::get);

  @Test
  void countsTheTimeThatTheMachineSlept() {
    long before = clock.getAsLong();
    pass(10 * SECOND);
    sleep(NIGHT);
    pass(2 * SECOND);
    assertEquals(NIGHT + 12 * SECOND, clock.getAsLong() - before);
    sleep(NIGHT);
    pass(SECOND);
    assertEquals(2 * NIGHT + 13 * SECOND, clock.getAsLong() - before);
  }

  @Test
  void theCoarserGrainOfTheOtherMovesNothing() {
    long before = clock.getAsLong();
    for (int step = 1; step <= 100; step++) {
      awake.addAndGet(SECOND);
      withSleep.set(1_000 * SECOND + step * SECOND + (step % 3 - 1) * SECOND / 100);
      assertEquals(step * SECOND, clock.getAsLong() - before);
    }
  }

  @Test
  void bookingTimeIsThatOfTheMorning() {
    AtomicLong wall = new AtomicLong(1_790_000_000L * 1_000_000);
    BookingClock booking = new BookingClock(wall::get, clock);
    pass(SECOND);
    sleep(NIGHT);
    wall.addAndGet((NIGHT + SECOND) / 1_000);
    assertEquals(wall.get(), booking.getAsLong());
  }

  @Test
  void thisMachinesOwnGoesForward() {
    LongSupplier machine = MonotonicClock.ofThisMachine();
    long last = machine.getAsLong();
    for (int at = 0; at < 1_000; at++) {
      long now = machine.getAsLong();
      assertTrue(now >= last);
      last = now;
    }
  }

  private void pass(long nanos) {
    awake.addAndGet(nanos);
    withSleep.addAndGet(nanos);
  }

  private void sleep(long nanos) {
    withSleep.addAndGet(nanos);
  }
}
