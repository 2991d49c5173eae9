package org.omloop.ledger.signing;

import java.math.BigInteger;

/** Numbers as RFC 8032 writes them: lowest byte first. */
final class LittleEndian {
  private LittleEndian() {}

  static BigInteger toNumber(byte[] bytes) {
    return new BigInteger(1, reversed(bytes));
  }

  /** The 32 bytes of a number below 2^256. */
  static byte[] toBytes(BigInteger number) {
    byte[] bytes = new byte[32];
    for (int index = 0; index < bytes.length; index++) {
      bytes[index] = number.shiftRight(8 * index).byteValue();
    }
    return bytes;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int index = 0; index < bytes.length; index++) {
      reversed[index] = bytes[bytes.length - 1 - index];
    }
    return reversed;
  }
}
