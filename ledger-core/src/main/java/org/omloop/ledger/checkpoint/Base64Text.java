package org.omloop.ledger.checkpoint;

import java.util.Base64;

/** Base64 as C2SP formats write it (RFC 4648 §4, with padding), in its one canonical form. */
final class Base64Text {
  private Base64Text() {}

  static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes of a text; throws {@link IllegalArgumentException} if {@link #encode} would write them otherwise. */
  static byte[] decode(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("Not canonical base64");
    }
    return bytes;
  }
}
