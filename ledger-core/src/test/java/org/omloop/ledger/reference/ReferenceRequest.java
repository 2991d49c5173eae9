package org.omloop.ledger.reference;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A payment request's terms, read as a line of hexadecimal digits. */
record ReferenceRequest(String hex) {
  static ReferenceRequest read(String base64) {
    return new ReferenceRequest(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(base64)));
  }

  boolean asksFor(String account) {
    return hex.substring(10, 26).equals(hash(account).substring(0, 16));
  }

  boolean isOn(String ledger) {
    return hex.substring(34, 38).equals(hash(ledger).substring(0, 4));
  }

  /** Returns what is asked for; 0 leaves it to the payer. */
  BigInteger amount() {
    return number(26, 34);
  }

  long until() {
    return number(38, 46).longValueExact() + 10 * number(46, 50).longValueExact();
  }

  private BigInteger number(int from, int until) {
    return new BigInteger(hex.substring(from, until), 16);
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
