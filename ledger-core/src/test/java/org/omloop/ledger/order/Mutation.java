package org.omloop.ledger.order;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Small damage to bytes: what a slip, a stranger's library or an attacker would do to them. */
public final class Mutation {
  private static final String[] TOKENS = {
    "-0",
    "0",
    "1",
    "1e3",
    "0.5",
    "9007199254740991",
    "9007199254740992",
    "-9007199254740992",
    "null",
    "true",
    "\"\"",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "{",
    "}",
    "{}",
    "[",
    "]",
    "[]",
    ",",
    ":",
    ".",
    "=",
    "==",
    " ",
    "\n",
    "\uFEFF",
    "é",
    "\uD83D\uDE00",
    "A",
    "a",
    "_",
    "-",
    "/",
    "\"a\":1,",
    ",\"z\":1",
    "\"type\":\"pay\""
  };

  private Mutation() {}

  /** Returns a copy with one to three pieces of damage, which may amount to none. */
  public static byte[] of(byte[] bytes, Random random) {
    byte[] damaged = bytes;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  private static byte[] once(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int until = Math.min(bytes.length, at + random.nextInt(8));
    return switch (random.nextInt(7)) {
      case 0 -> flipped(bytes, random);
      case 1 -> spliced(bytes, at, at, token(random));
      case 2 -> spliced(bytes, at, until, token(random));
      case 3 -> spliced(bytes, at, until, new byte[0]);
      case 4 -> spliced(bytes, at, at, slice(bytes, at, until));
      case 5 -> spliced(bytes, random.nextInt(bytes.length + 1), -1, slice(bytes, at, until));
      default -> spliced(bytes, at, until, new byte[] {(byte) ('0' + random.nextInt(10))});
    };
  }

  private static byte[] token(Random random) {
    return TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    if (flipped.length > 0) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  /** Puts something in the place of a part; a negative end means the part is empty. */
  private static byte[] spliced(byte[] bytes, int from, int until, byte[] piece) {
    int end = Math.max(from, until);
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, from);
    spliced.writeBytes(piece);
    spliced.write(bytes, end, bytes.length - end);
    return spliced.toByteArray();
  }

  private static byte[] slice(byte[] bytes, int from, int until) {
    return java.util.Arrays.copyOfRange(bytes, from, until);
  }
}
