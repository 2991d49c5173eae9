package org.omloop.ledger.circulation.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Keeps docs/indicators.md as the catalogue has it; {@code -Domloop.write=true} writes it anew. */
class IndicatorsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "indicators.md");

  @Test
  void isAsTheCatalogueHasIt() throws IOException {
    String page = IndicatorsPage.markdown();
    if (Boolean.getBoolean("omloop.write")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(
        page,
        Files.exists(PAGE) ? Files.readString(PAGE) : "",
        "docs/indicators.md differs from the catalogue. Write it anew:"
            + " mvn -pl ledger-core test -Dtest=IndicatorsPageTest -Domloop.write=true");
  }
}
