package org.omloop.ledger.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order's payload is JSON in the one form of RFC 8785; any other is refused, with its place. */
class CanonicalFormTest {
  private static final String JSON = "must be JSON, each member once, at most 8 deep";

  private static final int FROM = RawOrder.PAY.indexOf("anna");

  @Test
  void membersStandInTheirOrder() {
    assertNotCanonicalFrom(
        2,
        "{\"exp\":1793696400,\"amount\":1250,"
            + RawOrder.PAY.substring("{\"amount\":1250,\"exp\":1793696400,".length()));
  }

  @Test
  void membersComeOnce() {
    assertFault("/amount " + JSON, with("\"amount\":1250,\"amount\":1250"));
    assertFault("/amount " + JSON, with("\"amount\":1250,\"amount\":1"));
  }

  @Test
  void nothingIsWrittenBetweenTokens() {
    assertNotCanonicalFrom(0, " " + RawOrder.PAY);
    assertNotCanonicalFrom(10, with("\"amount\": 1250"));
    assertNotCanonicalFrom(RawOrder.PAY.length(), RawOrder.PAY + "\n");
    assertFault("/amount " + JSON, with("\"amount\":/**/1250"));
  }

  @Test
  void nothingComesAfter() {
    assertFault(" must hold one JSON value and nothing after it", RawOrder.PAY + RawOrder.PAY);
    assertFault(" " + JSON, RawOrder.PAY + "}");
  }

  @Test
  void aByteOrderMarkIsNoJson() {
    assertFault(" " + JSON, "\uFEFF" + RawOrder.PAY);
  }

  @Test
  void numbersAreIntegersInTheirOneForm() {
    for (String number : List.of("1250.0", "12.5", "1e3", "1E3", "1.25e3", "0.0", "-0.0")) {
      assertFault("/amount must not be a fraction", with("\"amount\":" + number));
    }
    for (String number :
        List.of("01250", "+1250", "0x4E2", "NaN", "Infinity", "1_250", "-", "1.")) {
      assertFault("/amount " + JSON, with("\"amount\":" + number));
    }
    assertNotCanonicalFrom(10, with("\"amount\":-0"));
  }

  @Test
  void numbersStayWithinWhatEveryReaderHolds() {
    String most = "9007199254740991";
    SignedOrder.parse(RawOrder.withPayload(with("\"amount\":" + most)));
    String rule = "/amount must be an integer within 2^53-1 of zero";
    assertFault(rule, with("\"amount\":9007199254740992"));
    assertFault(rule, with("\"amount\":-9007199254740992"));
    assertFault("/amount " + JSON, with("\"amount\":9223372036854775808"));
    assertFault("/amount " + JSON, with("\"amount\":" + "9".repeat(400)));
    assertFault("/amount must be an integer 1 to " + most, with("\"amount\":-9007199254740991"));
  }

  @Test
  void textsAreEscapedOnlyWhereTheyMustBe() {
    assertNotCanonicalFrom(FROM, RawOrder.PAY.replace("anna", "\\u0061nna"));
    assertNotCanonicalFrom(RawOrder.PAY.indexOf("/oost"), RawOrder.PAY.replace("/oost", "\\/oost"));
    assertFault("/from " + JSON, RawOrder.PAY.replace("anna", "an\nna"));
    assertFault("/from " + JSON, RawOrder.PAY.replace("anna", "an\\na\\x"));
    assertFault(" " + JSON, RawOrder.PAY.replace('"', '\''));
  }

  @Test
  void halvesOfSurrogatePairsAreNoText() {
    assertNotCanonicalFrom(FROM, RawOrder.PAY.replace("anna", "\\ud800"));
    assertNotCanonicalFrom(FROM, RawOrder.PAY.replace("anna", "\\udc00\\ud800"));
    assertNotCanonicalFrom(FROM, RawOrder.PAY.replace("anna", "\\ud83d\\ude00"));
  }

  @Test
  void bytesAreUtf8() {
    for (int[] bytes : new int[][] {
      {0xED, 0xA0, 0x80}, {0xC0, 0x80}, {0xF4, 0x90, 0x80, 0x80}, {0x80}, {0xC3}, {0xFF}
    }) {
      assertEquals(
          List.of(" must be UTF-8"), RawOrder.faults(RawOrder.withPayload(holding(bytes))));
    }
    assertTrue(RawOrder.faults(RawOrder.withPayload(RawOrder.PAY.getBytes(StandardCharsets.UTF_16)))
        .contains(" must be UTF-8"));
  }

  private static byte[] holding(int... bytes) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.writeBytes("{\"a\":\"".getBytes(StandardCharsets.US_ASCII));
    for (int each : bytes) {
      payload.write(each);
    }
    payload.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));
    return payload.toByteArray();
  }

  @Test
  void onlyAnObjectIsAnOrder() {
    for (String json : List.of("[]", "\"pay\"", "1", "true", "null")) {
      assertFault(" must be a JSON object", json);
    }
    assertFault(" must not be empty", "");
    assertFault(" " + JSON, "{");
    assertFault(" must not be a fraction", "1.5");
  }

  @Test
  void nothingIsNestedWithoutEnd() {
    String deep = "[".repeat(5000) + "]".repeat(5000);
    assertEquals(
        1, RawOrder.faults(RawOrder.withPayload(with("\"amount\":" + deep))).size());
  }

  private static String with(String amount) {
    return RawOrder.PAY.replace("\"amount\":1250", amount);
  }

  private static void assertFault(String fault, String payload) {
    assertEquals(List.of(fault), RawOrder.faults(RawOrder.withPayload(payload)), payload);
  }

  private static void assertNotCanonicalFrom(int character, String payload) {
    assertFault(
        " must be in canonical form (RFC 8785), and is not from character " + character + " on",
        payload);
  }
}
