package org.omloop.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modules without a screen, in the browser that runs them. */
@ExtendWith(Chromium.class)
class KitBrowserTest {
  private static final SampleCircuit CIRCUIT = new SampleCircuit();

  private static Visit visit;

  @BeforeAll
  static void open(Browser browser) {
    visit = new Visit(browser, Visitor.AT_A_DESK, CIRCUIT.address("/"));
  }

  @AfterAll
  static void close() {
    visit.close();
    CIRCUIT.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0                | nl-NL | € 0,00",
        "5                | nl-NL | € 0,05",
        "1250             | nl-NL | € 12,50",
        "123456789        | nl-NL | € 1.234.567,89",
        "-1250            | nl-NL | −€ 12,50",
        "1250             | en-GB | €12.50",
        "123456789        | en-GB | €1,234,567.89",
        // Largest amount of the protocol, 2^53−1: a fraction would have lost the last cent.
        "9007199254740991 | nl-NL | € 90.071.992.547.409,91"
      })
  void amountsArePrintedToTheCent(double amount, String locale, String printed) {
    Object text = call("money", "formatAmount", amount, euro(2), locale);
    assertEquals(printed, text.toString().replace('\u00a0', ' '));
  }

  @ParameterizedTest
  @CsvSource({"0, 7, 7 uur", "3, 7, 0 uur 007", "3, 1500, 1 uur 500"})
  void unitsOfAnotherScaleAreSpokenToo(int scale, double amount, String spoken) {
    Map<String, Object> hours = Map.of("unit", "uur", "symbol", "u", "scale", scale);
    assertEquals(spoken, call("money", "spokenAmount", amount, hours));
  }

  @ParameterizedTest
  @CsvSource({"1250, 12 euro 50", "1200, 12 euro", "5, 0 euro 05", "0, 0 euro"})
  void eurosAreSpokenAsPeopleSayThem(double amount, String spoken) {
    assertEquals(spoken, call("money", "spokenAmount", amount, euro(2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12,50               | nl-NL | 1250",
        "12,5                | nl-NL | 1250",
        "12                  | nl-NL | 1200",
        "€ 1.234,50          | nl-NL | 123450",
        "1,234.50            | en-GB | 123450",
        "90071992547409,91   | nl-NL | 9007199254740991"
      })
  void amountsAreReadAsTheyAreWritten(String typed, String locale, long amount) {
    Object read = call("money", "parseAmount", typed, euro(2), locale);
    assertEquals(amount, ((Number) read).longValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                  | nl-NL",
        "12,505              | nl-NL",
        "12.50               | nl-NL",
        "1.23,00             | nl-NL",
        "-5                  | nl-NL",
        "1e3                 | nl-NL",
        "twaalf              | nl-NL",
        "90071992547409,92   | nl-NL"
      })
  void whatIsNoAmountIsNotGuessedAt(String typed, String locale) {
    assertNull(call("money", "parseAmount", typed, euro(2), locale));
  }

  @Test
  void aCheckpointIsReadToTheLetter() {
    String root = "q6lPnCDKSPUnZCJ1ZWqUYuOx1sVfH2TGCSZcnEnGf1Q=";
    String note = "example.org/oost\n7\n" + root + "\n\n— example.org/oost c2ln\n— witness c2ln\n";
    assertEquals(
        Map.of(
            "origin",
            "example.org/oost",
            "size",
            7,
            "root",
            root,
            "signers",
            List.of("example.org/oost", "witness")),
        call("checkpoint-note", "readCheckpoint", note));
    assertNull(call("checkpoint-note", "readCheckpoint", note.replace("\n7\n", "\n07\n")));
    assertNull(call("checkpoint-note", "readCheckpoint", note.replace(root, "short")));
    assertNull(call("checkpoint-note", "readCheckpoint", note.substring(0, note.indexOf("—"))));
    assertNull(call("checkpoint-note", "readCheckpoint", "<html>503</html>"));
  }

  /** Issued 1,000 on a ring of 1,000 pixels is 220 wide; 600 stay, 400 leave. */
  @Test
  void theStreamsAreAsWideAsTheirAmounts() {
    Map<?, ?> shapes = (Map<?, ?>) run(
        "start/flow-shapes.js",
        "flowShapes",
        Map.of("issued", 1000, "inside", 600, "left", 400),
        Map.of(
            "ring", Map.of("x", 500, "y", 500, "size", 1000),
            "row", 700,
            "edge", 1200));
    String inside = shapes.get("inside").toString();
    // Outside of the ring at 500 − 88 for what leaves; its hole 132 further in.
    assertTrue(inside.startsWith("M500 88A412 412 "), inside);
    assertTrue(inside.contains("M500 220A280 280 "), inside);
    assertTrue(inside.contains("M0 0H500"), inside);
    // 400 is 88 wide around its line at 700.
    String outside = shapes.get("outside").toString();
    assertTrue(outside.contains("656H1200V744"), outside);
  }

  /** Numbers go over as doubles, the only ones that JavaScript has. */
  private static Object call(String module, String function, Object... arguments) {
    return run("kit/" + module + ".js", function, arguments);
  }

  /** Any edition's path finds today's module. */
  private static Object run(String module, String function, Object... arguments) {
    return visit
        .page()
        .evaluate(
            "async ([module, name, given]) => (await import(`/web/test/${module}`))[name](...given)",
            List.of(module, function, List.of(arguments)));
  }

  private static Map<String, Object> euro(int scale) {
    return Map.of("unit", "euro", "symbol", "€", "scale", scale);
  }
}
