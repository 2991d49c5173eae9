package org.omloop.server.bench;

import java.util.Arrays;

/**
 * The outcome of one measured round.
 *
 * @param operations how many were done
 * @param seconds how long that took
 * @param latencyNanos of some or all of them, sorted
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once
record Sample(long operations, double seconds, long[] latencyNanos) {
  Sample {
    latencyNanos = latencyNanos.clone();
    Arrays.sort(latencyNanos);
  }

  double perSecond() {
    return operations / seconds;
  }

  /** Returns the latency that a share of the operations stayed below, in milliseconds. */
  double milliseconds(double share) {
    return latencyNanos.length == 0
        ? Double.NaN
        : latencyNanos[(int) (share * (latencyNanos.length - 1))] / 1e6;
  }
}
