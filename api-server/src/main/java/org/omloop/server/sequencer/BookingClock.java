package org.omloop.server.sequencer;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The time entries are booked at, in unix microseconds. It goes by a monotonic clock, so that a wall clock set back,
 * ahead or stopped moves no booking and expires no order; it follows the wall clock by at most one part in ten, which
 * heals a drift in minutes and a leap of a day in ten days, or at the next start.
 *
 * <p>Confined to the sequencer's event loop.
 */
public final class BookingClock implements EntryClock {
  private static final long FOLLOW = 10;

  private final LongSupplier wallMicros;
  private final LongSupplier monotonicNanos;
  private long booked;
  private long seenNanos;

  /** Starts at the wall clock's time. */
  public BookingClock(LongSupplier wallMicros, LongSupplier monotonicNanos) {
    this.wallMicros = wallMicros;
    this.monotonicNanos = monotonicNanos;
    this.booked = wallMicros.getAsLong();
    this.seenNanos = monotonicNanos.getAsLong();
  }

  /** Returns a clock of this machine. */
  public static BookingClock ofThisMachine() {
    return new BookingClock(BookingClock::unixMicros, MonotonicClock.ofThisMachine());
  }

  @Override
  public long getAsLong() {
    long elapsed = (monotonicNanos.getAsLong() - seenNanos) / 1_000;
    seenNanos += elapsed * 1_000;
    long behind = wallMicros.getAsLong() - (booked + elapsed);
    long most = elapsed / FOLLOW;
    booked += elapsed + Math.max(-most, Math.min(most, behind));
    return booked;
  }

  @Override
  public long wallAhead() {
    return wallMicros.getAsLong() - booked;
  }

  private static long unixMicros() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }
}
