package org.omloop.ledger.circulation.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private static List<String> ids(List<Indicator> indicators) {
    return indicators.stream().map(Indicator::id).toList();
  }

  @Test
  void hasC1ToC32InOrder() {
    assertEquals(
        IntStream.rangeClosed(1, 32).mapToObj(number -> "C" + number).toList(),
        ids(Catalogue.all()));
  }

  @Test
  void headlinesAreThoseOfTheSpecification() {
    assertEquals(
        List.of(
            "C1", "C2", "C5", "C6", "C7", "C8", "C12", "C14", "C15", "C24", "C27", "C29", "C30"),
        ids(Catalogue.all().stream().filter(Indicator::isHeadline).toList()));
  }

  @Test
  void tracedAreThoseThatNeedARule() {
    assertEquals(
        List.of("C5", "C8", "C11", "C12", "C13", "C16", "C27"),
        ids(Catalogue.all().stream().filter(Indicator::isTraced).toList()));
  }

  @Test
  void everyTextIsInBothLanguages() {
    for (Indicator indicator : Catalogue.all()) {
      for (Text text : List.of(indicator.name(), indicator.formula(), indicator.pitfall())) {
        assertFalse(text.nl().isBlank() || text.en().isBlank(), indicator.id());
        assertFalse(
            (text.nl() + text.en()).contains("|"), indicator.id() + " breaks the page's table");
      }
      assertFalse(
          indicator.pitfall().nl().equals(indicator.pitfall().en()),
          indicator.id() + " is not translated");
    }
  }

  @Test
  void aTextMissingInOneLanguageIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Text("dekking", " "));
  }

  @Test
  void findsById() {
    assertEquals(
        Optional.of("Dekking"), Catalogue.find("C2").map(each -> each.name().nl()));
    assertTrue(Catalogue.find("C33").isEmpty());
  }
}
