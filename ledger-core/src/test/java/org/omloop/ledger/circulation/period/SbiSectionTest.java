package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections at both ends of their divisions. */
class SbiSectionTest {
  @ParameterizedTest
  @CsvSource({
    "01, A", "03, A", "04, ?", "06, B", "09, B", "10, C", "33, C", "34, ?", "35, D", "36, E",
    "39, E", "40, ?", "41, F", "43, F", "45, G", "47, G", "49, H", "53, H", "55, I", "56, I",
    "57, ?", "58, J", "63, J", "64, K", "66, K", "68, L", "69, M", "75, M", "77, N", "82, N",
    "84, O", "85, P", "86, Q", "88, Q", "89, ?", "90, R", "93, R", "94, S", "96, S", "97, T",
    "98, T", "99, U", "00, ?", "SBI2008:47241, G", "47.24.1, G", "'', ?", "7, ?", "bakery, ?"
  })
  void aSectionIsTheLetterOfItsDivisions(String code, String section) {
    assertEquals(section, SbiSection.of(code));
  }
}
