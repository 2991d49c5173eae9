package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CbsAreaTest {
  @Test
  void anAmsterdamBuurtLiesInWijkStadsdeelAndCity() {
    assertEquals(Optional.of("WK0363MA"), CbsArea.parent("BU0363MA01"));
    assertEquals(Optional.of("SD0363M"), CbsArea.parent("WK0363MA"));
    assertEquals(Optional.of("GM0363"), CbsArea.parent("SD0363M"));
    assertEquals(Optional.empty(), CbsArea.parent("GM0363"));
  }

  @Test
  void elsewhereAWijkLiesInTheMunicipality() {
    assertEquals(Optional.of("WK051801"), CbsArea.parent("BU05180170"));
    assertEquals(Optional.of("GM0518"), CbsArea.parent("WK051801"));
  }

  @Test
  void whatIsNotKnownLiesInNothing() {
    assertEquals(Optional.empty(), CbsArea.parent("?"));
  }
}
