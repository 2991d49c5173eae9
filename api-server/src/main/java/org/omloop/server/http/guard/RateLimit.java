package org.omloop.server.http.guard;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets everybody ask so often per second, and a number of times at once: a bucket of tokens for each name, an address
 * or a key, that fills at a steady rate. Thread-safe.
 */
public final class RateLimit {
  private static final double NANOS = 1e9;
  private static final int SWEEP_EVERY = 65_536;

  /** The tokens left after somebody asked at a moment, in nanoseconds, and whether one was granted. */
  private record Bucket(double tokens, long at, boolean granted) {}

  private final double perSecond;
  private final double burst;
  private final LongSupplier nanoClock;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final AtomicLong taken = new AtomicLong();

  /**
   * Makes a limit.
   *
   * @param perSecond how often in the long run; 0: there is no limit
   * @param burst how often at once, after a pause
   */
  public RateLimit(double perSecond, double burst, LongSupplier nanoClock) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanoClock = nanoClock;
  }

  /** Takes one token; when there is none, returns how many seconds from now there will be, at least 1. */
  public OptionalInt take(String name) {
    if (perSecond <= 0) {
      return OptionalInt.empty();
    }
    long now = nanoClock.getAsLong();
    if (taken.incrementAndGet() % SWEEP_EVERY == 0) {
      buckets.values().removeIf(each -> fill(each, now) >= burst);
    }
    Bucket after = buckets.compute(name, (same, before) -> next(before, now));
    return after.granted()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.max(1, Math.ceil((1 - after.tokens()) / perSecond)));
  }

  private Bucket next(@Nullable Bucket before, long now) {
    double tokens = before == null ? burst : fill(before, now);
    return tokens >= 1 ? new Bucket(tokens - 1, now, true) : new Bucket(tokens, now, false);
  }

  private double fill(Bucket bucket, long now) {
    return Math.min(burst, bucket.tokens() + (now - bucket.at()) / NANOS * perSecond);
  }
}
