package org.omloop.ledger.circulation.trace;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Where systematic rounding begins to count in one row (circulation.md, section 4). Over many rows offsets have to
 * be uniform, so that the mean of each part is exact; for one row nobody who pays may choose it.
 */
@FunctionalInterface
public interface Offset {
  /**
   * Returns a number from 0 up to, and without, a whole.
   *
   * @param rowId the row's id in UTF-8
   * @param whole at least 1
   */
  long of(byte[] rowId, long whole);

  /**
   * Returns the default: ⌊H·whole ÷ 2<sup>64</sup>⌋, where H is the first eight bytes of the SHA-256 of the id, taken
   * as an unsigned number, the highest first. What is returned is not thread-safe.
   */
  static Offset hashed() {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    return (rowId, whole) -> {
      long hash = ByteBuffer.wrap(digest.digest(rowId)).getLong();
      // multiplyHigh takes a hash with its first bit set for negative: 2^64 too small.
      return Math.multiplyHigh(hash, whole) + (hash >> 63 & whole);
    };
  }
}
