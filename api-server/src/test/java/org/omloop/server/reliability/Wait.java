package org.omloop.server.reliability;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.omloop.ledger.Effort;

/** Waits for a thing itself, with a limit. */
final class Wait {
  private static final Duration LIMIT = Duration.ofSeconds(Effort.of(60, 600));
  private static final long LOOK_AGAIN_NANOS = 1_000_000;

  private Wait() {}

  static void until(String what, BooleanSupplier isThere) {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (!isThere.getAsBoolean()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("no " + what + " within " + LIMIT);
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }
}
