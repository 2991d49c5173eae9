package org.omloop.ledger.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A signed order is a JWS in one of two forms, and each of them in one way only. */
class SignedOrderTest {
  private static final String OTHER_KID = "A".repeat(43);
  private static final String BASE64 = " in base64url without padding";
  private static final String HEADER =
      " must have the header {\"alg\":\"Ed25519\",\"kid\":\"…\",\"typ\":\"omloop-order+jws\"}";

  @Test
  void theTextIsKeptAsItCame() {
    String compact = RawOrder.withPayload(RawOrder.PAY);
    assertEquals(compact, SignedOrder.parse(compact).text());
    String json = RawOrder.json(RawOrder.part(RawOrder.KID), RawOrder.part(OTHER_KID));
    assertEquals(json, SignedOrder.parse(json).text());
    assertEquals(2, SignedOrder.parse(json).signatures().size());
  }

  @Test
  void theHeaderIsThisOneAndNoOther() {
    for (String header : List.of(
        RawOrder.HEADER.replace("Ed25519", "EdDSA"),
        RawOrder.HEADER.replace("Ed25519", "none"),
        RawOrder.HEADER.replace("Ed25519", "HS256"),
        RawOrder.HEADER.replace("omloop-order", "omloop-request"),
        RawOrder.HEADER.replace("omloop-order+jws", "JWT"),
        RawOrder.HEADER.replace("{", "{\"aaa\":1,"),
        RawOrder.HEADER.replace("}", ",\"x5u\":\"https://example.org\"}"),
        RawOrder.HEADER.replace("}", ",\"crit\":[\"b64\"],\"b64\":false}"),
        RawOrder.HEADER.replace(",", ", "),
        RawOrder.HEADER + " ",
        "{\"kid\":\"" + RawOrder.KID + "\",\"alg\":\"Ed25519\",\"typ\":\"omloop-order+jws\"}",
        "{\"alg\":\"Ed25519\",\"typ\":\"omloop-order+jws\"}",
        RawOrder.header(RawOrder.KID + "A"),
        RawOrder.header(RawOrder.KID.substring(1)),
        "{}",
        "")) {
      assertEquals(List.of(HEADER), RawOrder.faults(RawOrder.withHeader(header)), header);
    }
  }

  @Test
  void aKeyIdIsCanonicalBase64() {
    assertEquals(
        List.of(" must have a key id of 43 characters as kid"),
        RawOrder.faults(RawOrder.withHeader(RawOrder.header("A".repeat(42) + "B"))));
  }

  @Test
  void base64HasOneFormOnly() {
    String payload = RawOrder.base64(RawOrder.PAY);
    for (String other : List.of(
        payload + "=",
        payload + "==",
        payload + "\n",
        " " + payload,
        payload.substring(1),
        payload + "A")) {
      List<String> faults =
          RawOrder.faults(RawOrder.withPayload("").replace("..", "." + other + "."));
      assertEquals(1, faults.size());
      assertTrue(faults.get(0).endsWith(BASE64) || faults.get(0).contains("JSON"), other);
    }
    String signature = RawOrder.SIGNATURE;
    for (String other : List.of(
        signature.substring(1) + "B", // bits beyond the last byte
        signature.substring(1) + "+",
        signature.substring(1) + "/",
        signature + "==")) {
      assertEquals(
          List.of(" must have a signature" + BASE64),
          RawOrder.faults(compact(RawOrder.base64(RawOrder.HEADER), payload, other)),
          other);
    }
    assertEquals(
        List.of(" must have a header" + BASE64),
        RawOrder.faults(compact(RawOrder.base64(RawOrder.HEADER) + "=", payload, signature)));
  }

  private static String compact(String header, String payload, String signature) {
    return header + "." + payload + "." + signature;
  }

  @Test
  void compactFormHasThreeParts() {
    String order = RawOrder.withPayload(RawOrder.PAY);
    for (String other : List.of(
        "",
        ".",
        "a",
        "a.b",
        order + ".",
        "." + order,
        order + "." + order,
        order.replace(".", ""))) {
      assertEquals(
          List.of(" must be a JWS: header, payload and signature between two dots"),
          RawOrder.faults(other));
    }
  }

  @Test
  void oneSignatureIsWrittenInCompactForm() {
    String rule = "/signatures must be two or more; one signature is written in compact form";
    assertEquals(List.of(rule), RawOrder.faults(RawOrder.json(RawOrder.part(RawOrder.KID))));
    assertEquals(List.of(rule), RawOrder.faults(RawOrder.json()));
  }

  @Test
  void noKeySignsTwice() {
    String part = RawOrder.part(RawOrder.KID);
    assertEquals(
        List.of("/signatures must each be by another key"),
        RawOrder.faults(RawOrder.json(part, part)));
    assertEquals(
        List.of("/signatures must each be by another key"),
        RawOrder.faults(RawOrder.json(part, RawOrder.part(OTHER_KID), part)));
  }

  @Test
  void fourSignaturesAreEnough() {
    List<String> parts = new ArrayList<>();
    for (char each : "AEIMQ".toCharArray()) {
      parts.add(RawOrder.part("A".repeat(42) + each));
    }
    SignedOrder.parse(RawOrder.json(parts.subList(0, 4).toArray(String[]::new)));
    assertEquals(
        "/signatures must be a list of at most 4 objects",
        RawOrder.faults(RawOrder.json(parts.toArray(String[]::new))).get(0));
  }

  @Test
  void jsonFormHasTheseMembersAndNoOther() {
    String one = RawOrder.part(RawOrder.KID);
    String two = RawOrder.part(OTHER_KID);
    assertEquals(
        List.of("/signatures/0/header is not known here"),
        RawOrder.faults(RawOrder.json(one.replaceFirst("\\{", "{\"header\":{},"), two)));
    assertEquals(
        List.of("/signatures/1/signature is missing"),
        RawOrder.faults(RawOrder.json(one, two.replaceFirst(",\"signature\":\"A*\"", ""))));
    assertEquals(
        List.of("/extra is not known here"),
        RawOrder.faults(RawOrder.json(one, two).replaceFirst("\\{", "{\"extra\":1,")));
    assertEquals(
        List.of("/payload must be a text"),
        RawOrder.faults(RawOrder.json(one, two).replaceFirst(":\"[^\"]*\"", ":1")));
    assertEquals(
        List.of("/signatures/1 must be an object"), RawOrder.faults(RawOrder.json(one, "1")));
  }

  @Test
  void jsonFormIsCanonicalToo() {
    String json = RawOrder.json(RawOrder.part(RawOrder.KID), RawOrder.part(OTHER_KID));
    assertTrue(RawOrder.faults(json + " ").get(0).contains("canonical"));
    assertTrue(RawOrder.faults("{ " + json.substring(1)).get(0).contains("canonical"));
  }

  @Test
  void faultsOfThePayloadHaveTheirPlaceInThePayload() {
    assertEquals(
        List.of("/amount must be an integer 1 to 9007199254740991"),
        RawOrder.faults(RawOrder.json(RawOrder.part(RawOrder.KID), RawOrder.part(OTHER_KID))
            .replace(
                RawOrder.base64(RawOrder.PAY),
                RawOrder.base64(RawOrder.PAY.replace("1250", "0")))));
  }

  @Test
  void nothingIsLongerThanAnOrderMayBe() {
    String rule = " must be at most 32768 characters";
    assertEquals(List.of(rule), RawOrder.faults("{".repeat(32_769)));
    assertEquals(List.of(rule), RawOrder.faults(".".repeat(1 << 22)));
    assertTrue(RawOrder.faults("{".repeat(32_768)).get(0).contains("JSON"));
  }
}
