package org.omloop.ledger.order;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Orders as bytes that need not be orders at all: the parts of a JWS, put together without a question. */
final class RawOrder {
  static final String KID = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
  static final String HEADER = header(KID);
  static final String SIGNATURE = "A".repeat(86);

  /** An order to pay that is in order. */
  static final String PAY =
      "{\"amount\":1250,\"exp\":1793696400,\"from\":\"anna\",\"iat\":1793610000,"
          + "\"ledger\":\"example.org/oost\",\"order\":\"01a19b7c-a680-7c95-80be-b308b921e2d8\","
          + "\"to\":\"bakery\",\"type\":\"pay\"}";

  private RawOrder() {}

  static String header(String kid) {
    return "{\"alg\":\"Ed25519\",\"kid\":\"" + kid + "\",\"typ\":\"omloop-order+jws\"}";
  }

  static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns a compact JWS with this payload. */
  static String withPayload(String payload) {
    return withPayload(payload.getBytes(StandardCharsets.UTF_8));
  }

  static String withPayload(byte[] payload) {
    return base64(HEADER) + "." + base64(payload) + "." + SIGNATURE;
  }

  /** Returns a compact JWS with this header. */
  static String withHeader(String header) {
    return base64(header) + "." + base64(PAY) + "." + SIGNATURE;
  }

  /** Returns one signature of the JSON serialisation. */
  static String part(String kid) {
    return "{\"protected\":\"" + base64(header(kid)) + "\",\"signature\":\"" + SIGNATURE + "\"}";
  }

  /** Returns a JWS in the JSON serialisation. */
  static String json(String... parts) {
    return "{\"payload\":\"" + base64(PAY) + "\",\"signatures\":[" + String.join(",", parts) + "]}";
  }

  /** Returns everything that is found wrong with an order, each as {@code pointer reason}. */
  static List<String> faults(String order) {
    return assertThrows(MalformedOrder.class, () -> SignedOrder.parse(order)).faults().stream()
        .map(each -> each.pointer() + " " + each.reason())
        .toList();
  }
}
