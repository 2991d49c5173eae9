package org.omloop.ledger.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** One signature of RFC 8032 §7.1. */
record Rfc8032Vector(
    String name, SigningKey signingKey, PublicKey publicKey, byte[] message, byte[] signature) {

  static List<Rfc8032Vector> all() {
    try (InputStream file = Rfc8032Vector.class.getResourceAsStream("rfc8032.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Rfc8032Vector::read)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Rfc8032Vector read(String line) {
    String[] fields = line.split(" ");
    return new Rfc8032Vector(
        fields[0],
        SigningKey.fromSeed(bytes(fields[1])),
        PublicKey.enrol(bytes(fields[2])),
        bytes(fields[3]),
        bytes(fields[4]));
  }

  private static byte[] bytes(String hex) {
    return hex.equals("-") ? new byte[0] : HexFormat.of().parseHex(hex);
  }
}
