package org.omloop.ledger.reference;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.order.CanonicalJson;

/**
 * An order as plain JSON, and the ids of the keys that signed it.
 *
 * @param members as {@link CanonicalJson} reads them
 */
record Payload(Map<String, Object> members, List<String> signers) {
  static Payload read(String jws) {
    if (!jws.startsWith("{")) {
      String[] parts = jws.split("\\.");
      return new Payload(json(parts[1]), List.of(kid(parts[0])));
    }
    Map<String, Object> outer = CanonicalJson.parse(jws.getBytes(StandardCharsets.UTF_8));
    List<String> signers = new ArrayList<>();
    for (Object each : (List<?>) outer.get("signatures")) {
      signers.add(kid((String) ((Map<?, ?>) each).get("protected")));
    }
    return new Payload(json((String) outer.get("payload")), signers);
  }

  private static Map<String, Object> json(String base64) {
    return CanonicalJson.parse(Base64.getUrlDecoder().decode(base64));
  }

  private static String kid(String header) {
    return (String) json(header).get("kid");
  }

  String type() {
    return text("type");
  }

  String id() {
    return text("order");
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  String text(String name) {
    return (String) members.get(name);
  }

  /** Returns a text, or the empty one where the order has no such member. */
  String optional(String name) {
    return has(name) ? text(name) : "";
  }

  BigInteger number(String name) {
    return BigInteger.valueOf((Long) members.get(name));
  }

  Optional<BigInteger> optionalNumber(String name) {
    return has(name) ? Optional.of(number(name)) : Optional.empty();
  }

  List<String> texts(String name) {
    return ((List<?>) members.get(name)).stream().map(String.class::cast).toList();
  }

  /** Returns texts, or none where the order has no such member. */
  List<String> optionalTexts(String name) {
    return has(name) ? texts(name) : List.of();
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> object(String name) {
    return (Map<String, Object>) members.get(name);
  }
}
