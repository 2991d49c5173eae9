package org.omloop.ledger.circulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared vectors of ledgers that can be followed by hand, under all rules. */
class HandCasesTest {
  private static final Path FILE = Path.of("../../shared/vectors/circulation/hand_cases.json");
  private static final BigDecimal TOLERANCE = new BigDecimal("0.000001");

  private static Stream<Arguments> cases() throws IOException {
    if (!Files.exists(FILE)) {
      return Stream.of(Arguments.of("none", "none"));
    }
    Json cases = Json.parse(Files.readString(FILE));
    return cases.names().stream()
        .flatMap(name -> Stream.of("fifo", "lifo", "mixed").map(rule -> Arguments.of(name, rule)));
  }

  @ParameterizedTest(name = "{0} under {1}")
  @MethodSource("cases")
  void aVectorIsReproduced(String name, String rule) throws IOException {
    assumeTrue(Files.exists(FILE), "SKIPPED: no circulation vectors at " + FILE.toAbsolutePath());
    Json vector = Json.parse(Files.readString(FILE)).at(name);
    Json expected = vector.at("expected." + rule);
    Json report = Measured.json(vector.at("T").number().toPlainString(), rows(vector.at("events")));
    Json traced = report.at("rules." + rule);
    assertEquals(expected.at("issued").integer(), report.at("books.entered").integer());
    assertEquals(expected.at("exited").integer(), report.at("books.exited").integer());
    assertEquals(expected.at("open").integer(), report.at("books.stock").integer());
    assertEquals(expected.at("vhop_gross").integer(), report.at("volume.gross").integer());
    assertEquals(expected.at("vhop_net").integer(), report.at("volume.net").integer());
    assertNear(expected.at("unit_days"), report.at("moneyDays"), BigDecimal.ZERO);
    assertNear(expected.at("unit_days"), traced.at("moneyDays"), BigDecimal.ZERO);
    assertNear(expected.at("hops_per_issued"), report.at("spentPerIssued"), TOLERANCE);
    assertNear(expected.at("LM3"), traced.at("lm3"), TOLERANCE);
    assertNear(expected.at("hops_exited_mean"), traced.at("meanHopsAtExit"), TOLERANCE);
    assertNear(expected.at("residence_exited_mean"), traced.at("meanResidenceDays"), TOLERANCE);
    assertEquals(sums(expected.at("exits")), sums(traced.at("exits")));
    assertEquals(sums(expected.at("open_lots")), sums(traced.at("openLots")));
    assertSurvival(expected.at("km"), traced.at("survival"));
  }

  private static String rows(Json events) {
    StringBuilder rows = new StringBuilder();
    for (Json event : events.list()) {
      String kind = event.at("kind").text();
      rows.append(String.join(
              ",",
              event.at("tx").text(),
              event.at("t").number().toPlainString(),
              cell(event, "src"),
              cell(event, "dst"),
              event.at("grains").number().movePointLeft(2).setScale(2).toPlainString(),
              kind.equals("levy") ? "demurrage" : kind.equals("grant_on") ? "grant" : kind,
              event.names().contains("ref") ? cell(event, "ref") : ""))
          .append('\n');
    }
    return rows.toString();
  }

  private static String cell(Json event, String name) {
    return event.at(name).isNull() ? "" : event.at(name).text();
  }

  /** Adds up amounts, which stand second, of lines that are equal otherwise. */
  private static Map<List<Object>, BigDecimal> sums(Json lines) {
    Map<List<Object>, BigDecimal> sums = new HashMap<>();
    for (Json line : lines.list()) {
      List<Object> key = new ArrayList<>();
      line.list()
          .forEach(item -> key.add(
              item.value() instanceof BigDecimal number
                  ? number.stripTrailingZeros()
                  : item.text()));
      sums.merge(key, (BigDecimal) key.remove(1), BigDecimal::add);
    }
    return sums;
  }

  private static void assertSurvival(Json expected, Json found) {
    assertEquals(expected.list().size(), found.list().size());
    for (int step = 0; step < expected.list().size(); step++) {
      Json one = expected.item(step);
      Json other = found.item(step);
      for (int exact = 0; exact < 3; exact++) {
        assertNear(one.item(exact), other.item(exact), BigDecimal.ZERO);
      }
      assertNear(one.item(3), other.item(3), TOLERANCE);
      assertEquals(one.item(4).names(), other.item(4).names());
      one.item(4)
          .names()
          .forEach(kind -> assertNear(one.item(4).at(kind), other.item(4).at(kind), TOLERANCE));
    }
  }

  private static void assertNear(Json expected, Json found, BigDecimal tolerance) {
    assertEquals(expected.isNull(), found.isNull());
    if (!expected.isNull()) {
      BigDecimal difference = expected.number().subtract(found.number()).abs();
      assertTrue(difference.compareTo(tolerance) <= 0, () -> expected + " and not " + found);
    }
  }
}
