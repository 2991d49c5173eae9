package org.omloop.ledger.checkpoint;

import java.nio.charset.StandardCharsets;

/** Names of keys and logs (C2SP signed-note): not empty, no Unicode space, no control character, no plus. */
final class KeyName {
  // A space to Unicode, yet a control character to Java.
  private static final int NEXT_LINE = 0x85;

  private KeyName() {}

  static void require(String name) {
    if (!isValid(name)) {
      throw new IllegalArgumentException("Not a key name: no spaces, no plus, not empty");
    }
  }

  static boolean isValid(String name) {
    return !name.isEmpty()
        && StandardCharsets.UTF_8.newEncoder().canEncode(name)
        && name.codePoints().noneMatch(KeyName::isForbidden);
  }

  private static boolean isForbidden(int character) {
    return character == '+'
        || character < ' '
        || character == NEXT_LINE
        || Character.isSpaceChar(character);
  }
}
