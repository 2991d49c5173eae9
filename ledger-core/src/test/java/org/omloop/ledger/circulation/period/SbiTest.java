package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code is in the section whose divisions hold its first two digits. */
class SbiTest {
  @ParameterizedTest
  @CsvSource({
    "01, A", "03, A", "04, ?", "05, ?", "06, B", "09, B", "10, C", "33, C", "34, ?", "35, D",
    "36, E", "39, E", "40, ?", "41, F", "43, F", "44, ?", "45, G", "47, G", "48, ?", "49, H",
    "53, H", "54, ?", "55, I", "56, I", "57, ?", "58, J", "63, J", "64, K", "66, K", "67, ?",
    "68, L", "69, M", "75, M", "76, ?", "77, N", "82, N", "83, ?", "84, O", "85, P", "86, Q",
    "88, Q", "89, ?", "90, R", "93, R", "94, S", "96, S", "97, T", "98, T", "99, U", "00, ?"
  })
  void sectionsBeginAndEnd(String division, String section) {
    assertEquals(section, Sbi.section("SBI2008:" + division + "10"));
  }

  @ParameterizedTest
  @CsvSource({
    "SBI2008:47241, G, 47",
    "SBI2025:56101, I, 56",
    "'', ?, ?",
    "SBI2008:, ?, ?",
    "bakery, ?, ?"
  })
  void aCodeMayBeUnknown(String code, String section, String division) {
    assertEquals(section, Sbi.section(code));
    assertEquals(division, Sbi.division(code));
  }
}
