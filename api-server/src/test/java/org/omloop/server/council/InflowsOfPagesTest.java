package org.omloop.server.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.period.ClosingItems;

/** What came in is the same on the municipality's page as everywhere else: a kind left out and it would not close. */
class InflowsOfPagesTest {
  private static final Pattern ENTERED = Pattern.compile("const ENTERED = \\[([^\\]]*)\\];");

  @Test
  void thePageAddsUpWhatTheReportSaysCameIn() throws IOException {
    try (InputStream page = Objects.requireNonNull(
        InflowsOfPagesTest.class.getResourceAsStream("/web/city/closing-line.js"))) {
      Matcher list = ENTERED.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
      assertTrue(list.find(), "the page has such a list");
      List<String> entered = Arrays.stream(list.group(1).split(","))
          .map(word -> word.strip().replace("'", ""))
          .toList();
      assertEquals(ClosingItems.inflows(), entered);
    }
  }
}
