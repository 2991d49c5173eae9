package org.omloop.server.demo.play;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.omloop.server.sequencer.EntryClock;

/**
 * The time of a market that is played faster than it happens, in unix microseconds. It stands still until it is moved
 * on, never goes back, and becomes the real clock for good when the market has caught up with it.
 *
 * <p>Thread-safe, except that the real clock is read on whatever thread asks for the time.
 */
public final class MarketClock implements EntryClock {
  private final AtomicLong market;
  private final LongSupplier real;
  private volatile boolean isReal;

  /**
   * Starts in the market's past.
   *
   * @param start the market's first moment
   * @param real the real time, unix microseconds
   */
  public MarketClock(Instant start, LongSupplier real) {
    this.market = new AtomicLong(micros(start));
    this.real = real;
  }

  /** Moves on to a moment; one that is over changes nothing. */
  public void moveOnTo(Instant moment) {
    market.accumulateAndGet(micros(moment), Math::max);
  }

  /** Becomes the real clock; where that is behind the market, it waits for it to catch up. */
  public void becomeReal() {
    isReal = true;
  }

  /** Returns the time. */
  public Instant instant() {
    return Instant.EPOCH.plus(getAsLong(), ChronoUnit.MICROS);
  }

  @Override
  public long getAsLong() {
    return isReal ? Math.max(real.getAsLong(), market.get()) : market.get();
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }
}
