package org.omloop.server.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text that SWIFT's letters can say. */
class SwiftTextTest {
  private static final Pattern LETTERS = Pattern.compile("[a-zA-Z0-9/?:().,'+ -]*");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Café Brød & Zn. | Cafe Brod + Zn.",
        "’t Proefje – Łódź | 't Proefje - Lodz",
        "Straße_1; [nul] | Strasse-1, (nul)",
        "€ 5 @ huis! | EUR 5 . huis.",
        "Ĳssel | IJssel",
        "Ωμ ж | .. .",
        "☕🥐 ok | .. ok"
      })
  void everyLetterBecomesOneOfTheirs(String text, String expected) {
    assertEquals(expected, SwiftText.of(text));
  }

  @Test
  void noCharacterComesThroughThatIsNotTheirs() {
    for (int character = 0; character <= 0x1F9FF; character++) {
      String text = Character.toString(character);
      assertTrue(LETTERS.matcher(SwiftText.of(text)).matches(), "U+" + character);
    }
  }

  @Test
  void aValueHasNoSlashAndSaysSomething() {
    assertEquals("Bar-Cafe", SwiftText.value(" Bar/Café "));
    assertEquals("", SwiftText.value("☕🥐"));
  }

  @Test
  void noLineBeginsAsAFieldOrAsTheEnd() {
    assertEquals(List.of("abcd", "e-f:g", "h"), SwiftText.lines("abcde-f:gh", 5, 6));
    assertEquals(List.of("abcde", "fghij"), SwiftText.lines("abcdefghijkl", 5, 2));
    assertEquals(List.of(), SwiftText.lines("", 5, 2));
  }
}
