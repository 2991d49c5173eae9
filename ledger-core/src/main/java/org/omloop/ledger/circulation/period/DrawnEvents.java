package org.omloop.ledger.circulation.period;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Draws as many of some events as there are, with repetition, time and again. What comes out follows from the seed alone,
 * on every machine: numbers are those of SplitMix64 (Steele, Lea and Flood 2014), of each the upper 31 bits.
 *
 * <p>Not thread-safe.
 */
final class DrawnEvents {
  /** Where the numbers begin. */
  record Seed(long value) {
    /** Returns the first eight bytes, the highest first, of the SHA-256 of a text in UTF-8. */
    static Seed of(String text) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return new Seed(ByteBuffer.wrap(digest.digest(text.getBytes(UTF_8))).getLong());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }

  private final int[] drawn;
  private final int[] times;
  // owned by whoever draws
  private long state;

  /**
   * Starts before the first draw.
   *
   * @param drawn numbers of events
   * @param count one more than the highest number
   */
  DrawnEvents(Seed seed, int[] drawn, int count) {
    this.drawn = drawn;
    this.times = new int[count];
    this.state = seed.value();
  }

  /** Returns how often each event is drawn, by number; until the next draw. */
  int[] next() {
    for (int event : drawn) {
      times[event] = 0;
    }
    for (int each = 0; each < drawn.length; each++) {
      times[drawn[(int) ((number() >>> 33) * drawn.length >>> 31)]]++;
    }
    return times;
  }

  private long number() {
    state += 0x9E37_79B9_7F4A_7C15L;
    long mixed = (state ^ state >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ mixed >>> 31;
  }
}
