package org.omloop.server.sequencer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Nanoseconds that only go forward and, on Linux, also count while the machine sleeps: there {@link System#nanoTime}
 * stands still, and a laptop opened in the morning would book at yesterday's time. The kernel's uptime counts on, in
 * hundredths of a second; it is looked at once a second and only its leaps are taken over.
 *
 * <p>Confined to one thread.
 */
final class MonotonicClock implements LongSupplier {
  private static final Path UPTIME = Path.of("/proc/uptime");
  private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(1);
  private static final long LEAST_SLEEP = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier awake;
  private final LongSupplier withSleep;
  private long slept;
  private long looked;
  private final long ahead;

  /**
   * Makes a clock.
   *
   * @param awake nanoseconds that may stand still during sleep
   * @param withSleep nanoseconds that do not, at a coarser grain
   */
  MonotonicClock(LongSupplier awake, LongSupplier withSleep) {
    this.awake = awake;
    this.withSleep = withSleep;
    this.looked = awake.getAsLong();
    this.ahead = withSleep.getAsLong() - looked;
  }

  /** Returns the clock of this machine. */
  static LongSupplier ofThisMachine() {
    try {
      return new MonotonicClock(System::nanoTime, MonotonicClock::uptime);
    } catch (UncheckedIOException notLinux) {
      return System::nanoTime;
    }
  }

  @Override
  public long getAsLong() {
    long now = awake.getAsLong();
    if (now - looked >= LOOK_EVERY) {
      looked = now;
      long more = withSleep.getAsLong() - ahead - now - slept;
      slept += more >= LEAST_SLEEP ? more : 0;
    }
    return now + slept;
  }

  private static long uptime() {
    try {
      String seconds = Files.readString(UPTIME).split(" ", 2)[0];
      return new BigDecimal(seconds).scaleByPowerOfTen(9).longValueExact();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
