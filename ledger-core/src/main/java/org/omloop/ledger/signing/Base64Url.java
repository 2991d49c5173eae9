package org.omloop.ledger.signing;

import java.util.Base64;

/**
 * Base64url text (RFC 4648 §5) in the one form that RFC 7515 allows: no padding, no white space, unused bits zero.
 * Each byte string has exactly one text, so texts may be compared instead of bytes.
 */
public final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private Base64Url() {}

  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /**
   * The bytes of a text.
   *
   * @throws IllegalArgumentException if the text is not what {@link #encode} makes of these bytes
   */
  public static byte[] decode(String text) {
    byte[] bytes = DECODER.decode(text);
    // The JDK also takes padding and overlooks unused bits; the way back shows both.
    if (!encode(bytes).equals(text)) {
      throw new IllegalArgumentException("Not canonical base64url");
    }
    return bytes;
  }
}
