package org.omloop.server.demo.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Time only goes forward, also at the moment when the market's time becomes the real one. */
class MarketClockTest {
  private final AtomicLong real = new AtomicLong(2_000_000);
  private final MarketClock clock = new MarketClock(Instant.EPOCH, real::get);

  @Test
  void itStandsStillUntilItIsMovedOn() {
    assertEquals(0, clock.getAsLong());
    clock.moveOnTo(Instant.ofEpochSecond(1));
    assertEquals(1_000_000, clock.getAsLong());
    clock.moveOnTo(Instant.EPOCH);
    assertEquals(1_000_000, clock.getAsLong());
  }

  @Test
  void itBecomesTheRealClock() {
    clock.moveOnTo(Instant.ofEpochSecond(1));
    clock.becomeReal();
    assertEquals(2_000_000, clock.getAsLong());
    real.set(2_000_007);
    assertEquals(2_000_007, clock.getAsLong());
  }

  @Test
  void aRealClockThatIsBehindTakesOverOnlyWhenItHasCaughtUp() {
    clock.moveOnTo(Instant.ofEpochSecond(3));
    clock.becomeReal();
    assertEquals(3_000_000, clock.getAsLong());
    real.set(3_000_001);
    assertEquals(3_000_001, clock.getAsLong());
  }
}
