package org.omloop.ledger.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {
  @Property(tries = 200)
  void textReadsBack(@ForAll byte[] bytes) {
    assertArrayEquals(bytes, Base64Url.decode(Base64Url.encode(bytes)));
  }

  @Test
  void usesTheUrlAlphabetWithoutPadding() {
    assertEquals("-_8", Base64Url.encode(new byte[] {(byte) 0xfb, (byte) 0xff}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AA==", "AA=", "AB", "A", "AAB", "+_8", "-/8", "AA AA", "AAAA\n", "AAA!", "é"})
  void otherSpellingsAreRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Base64Url.decode(text));
  }
}
