package org.omloop.ledger.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StickerIdTest {
  private final Random random = new Random(7);

  private String any() {
    byte[] bytes = new byte[6];
    random.nextBytes(bytes);
    return StickerId.of(bytes).text();
  }

  private static void assertNone(String text) {
    assertThrows(IllegalArgumentException.class, () -> new StickerId(text), text);
  }

  @Test
  void aKnownIdStaysTheSame() {
    assertEquals("000G40R40X", StickerId.of(new byte[] {0, 1, 2, 3, 4, 5}).text());
  }

  @Test
  void everySingleTypingErrorIsFound() {
    for (int round = 0; round < 50; round++) {
      String id = any();
      for (int at = 0; at < StickerId.LENGTH; at++) {
        for (char other : Crockford.SYMBOLS.toCharArray()) {
          if (other != id.charAt(at)) {
            assertNone(id.substring(0, at) + other + id.substring(at + 1));
          }
        }
      }
    }
  }

  @Test
  void everySwapOfNeighboursIsFound() {
    for (int round = 0; round < 500; round++) {
      String id = any();
      for (int at = 1; at < StickerId.LENGTH; at++) {
        if (id.charAt(at) != id.charAt(at - 1)) {
          assertNone(
              id.substring(0, at - 1) + id.charAt(at) + id.charAt(at - 1) + id.substring(at + 1));
        }
      }
    }
  }

  @Test
  void otherFormsAreNone() {
    String id = any();
    assertNone(id.substring(1));
    assertNone(id + "0");
    assertNone("");
    assertNone("I".repeat(StickerId.LENGTH));
    assertNone(id.replaceAll(".", "0").substring(1) + "1");
  }
}
