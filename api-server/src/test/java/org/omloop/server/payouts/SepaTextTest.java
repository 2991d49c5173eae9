package org.omloop.server.payouts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SepaTextTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          Bakkerij Smit         | Bakkerij Smit
          Café Œuvre & Zn.      | Cafe OEuvre + Zn.
          Łukasz Đặng           | Lukasz Dang
          Straße_1 – 's Avonds  | Strasse-1 - 's Avonds
          ĳssalon “Roma”        | ijssalon 'Roma'
          Иван                  | ....
          a\u0007b              | a.b
          € 5; nu               | EUR 5, nu
          """)
  void everyLetterIsOneThatBanksTake(String text, String sepa) {
    assertEquals(sepa, SepaText.of(text, 70));
  }

  @Test
  void itIsCutWithoutASpaceAtTheEnd() {
    assertEquals("abc", SepaText.of("abc  def", 4));
    assertEquals("abc d", SepaText.of("  abc\n\tdef", 5));
  }

  @Test
  void aNameOfWhichNothingIsLeftIsNone() {
    assertFalse(SepaText.saysSomething(SepaText.of("Иван", 70)));
    assertFalse(SepaText.saysSomething(SepaText.of(" ", 70)));
    assertTrue(SepaText.saysSomething(SepaText.of("Ö", 70)));
  }
}
