package org.omloop.server.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 in the two spellings that web headers use. */
final class Sha256 {
  private Sha256() {}

  /** The whole hash in base64, as a Content-Security-Policy names an inline script. */
  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(digest(bytes));
  }

  /** The first 16 hexadecimal digits: enough to tell editions of a file apart. */
  static String shortHex(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes), 0, 8);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
