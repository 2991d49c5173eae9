package org.omloop.ledger.circulation.trace;

/** The key of a lot in the keyed state, as one number: the period of its inflow, and below it the bucket of hops. */
final class LotKey {
  /** Buckets of hops are nine: −1 and less, 0 … 6, 7 and more; by sixteen numbers are quickly divided. */
  private static final int BUCKETS = 16;

  private static final int LAST_BUCKET = 8;

  private LotKey() {}

  /** Returns the key of money that came in during a period, and has no hop. */
  static int entered(int period) {
    return Math.multiplyExact(period, BUCKETS) + 1;
  }

  static int period(int key) {
    return key / BUCKETS;
  }

  /** Returns the hops that the bucket stands for: −1 … 7. */
  static int hops(int key) {
    return key % BUCKETS - 1;
  }

  /** Returns the key after a hop, or after one taken back, which never leads out of the last bucket. */
  static int changed(int key, int hopChange) {
    int bucket = key % BUCKETS;
    boolean stays = bucket == LAST_BUCKET || bucket + hopChange < 0;
    return stays ? key : key + hopChange;
  }
}
