package org.omloop.ledger.order;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.SigningKey;

/**
 * An order as received, and what it says: a JWS (RFC 7515) in compact serialisation, or in JSON serialisation where
 * several people sign. That its signatures hold is for {@code SignatureVerifier} to say, not for this type.
 *
 * <p>Immutable and thread-safe. The text is kept as it came and never written anew.
 *
 * @param text the JWS exactly as received
 * @param order what the payload says
 * @param signatures at least one, each by another key
 */
public record SignedOrder(String text, Order order, List<OrderSignature> signatures) {
  /** The longest order taken, in characters. */
  public static final int LONGEST = 32_768;

  private static final int MOST_SIGNATURES = 4;
  private static final Pattern HEADER = Pattern.compile(
      "\\{\"alg\":\"Ed25519\",\"kid\":\"([A-Za-z0-9_-]{43})\",\"typ\":\"omloop-order\\+jws\"}");

  public SignedOrder {
    signatures = List.copyOf(signatures);
  }

  /**
   * Reads an order strictly.
   *
   * @throws MalformedOrder naming everything that is wrong with it
   */
  public static SignedOrder parse(String text) {
    if (text.length() > LONGEST) {
      throw new MalformedOrder("", "must be at most " + LONGEST + " characters");
    }
    return text.startsWith("{") ? parseJson(text) : parseCompact(text);
  }

  /** Signs an order: compact for one key, JSON serialisation for several, in the order given. */
  public static SignedOrder sign(Order order, List<SigningKey> keys) {
    return signPayload(OrderEncoder.encode(order), keys);
  }

  /** Signs a payload that is already in canonical form; throws {@link MalformedOrder} when it is no order. */
  public static SignedOrder signPayload(byte[] canonical, List<SigningKey> keys) {
    String payload = Base64Url.encode(canonical);
    List<Map<String, String>> parts =
        keys.stream().map(key -> part(payload, key)).toList();
    String text = parts.size() == 1
        ? parts.get(0).get("protected") + "." + payload + "." + parts.get(0).get("signature")
        : CanonicalJson.write(Map.of("payload", payload, "signatures", parts));
    return parse(text);
  }

  /** Signs an order with one key. */
  public static SignedOrder sign(Order order, SigningKey key) {
    return sign(order, List.of(key));
  }

  /** Returns the order's own name. */
  public OrderId id() {
    return order.terms().id();
  }

  private static Map<String, String> part(String payload, SigningKey key) {
    String header = Base64Url.encode(("{\"alg\":\"Ed25519\",\"kid\":\""
            + key.publicKey().keyId() + "\",\"typ\":\"omloop-order+jws\"}")
        .getBytes(StandardCharsets.UTF_8));
    byte[] signature = key.sign((header + "." + payload).getBytes(StandardCharsets.US_ASCII));
    return Map.of("protected", header, "signature", Base64Url.encode(signature));
  }

  private static SignedOrder parseCompact(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new MalformedOrder("", "must be a JWS: header, payload and signature between two dots");
    }
    return new SignedOrder(
        text, payload(parts[1]), List.of(signature(parts[0], parts[1], parts[2])));
  }

  private static SignedOrder parseJson(String text) {
    Members jws = new Members(CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8)));
    String payload = jws.text("payload", each -> true, "must be a text");
    List<Members> parts = jws.objects("signatures", MOST_SIGNATURES);
    if (parts.size() < 2 && jws.areSound("signatures")) {
      jws.fault("signatures", "must be two or more; one signature is written in compact form");
    }
    List<String[]> read = new ArrayList<>();
    for (Members part : parts) {
      read.add(new String[] {
        part.text("protected", each -> true, "must be a text"),
        part.text("signature", each -> true, "must be a text")
      });
    }
    parts.forEach(Members::faultRest);
    jws.end();
    List<OrderSignature> signatures =
        read.stream().map(part -> signature(part[0], payload, part[1])).toList();
    if (signatures.stream().map(OrderSignature::key).distinct().count() < signatures.size()) {
      throw new MalformedOrder("/signatures", "must each be by another key");
    }
    return new SignedOrder(text, payload(payload), signatures);
  }

  private static Order payload(String encoded) {
    return OrderDecoder.decode(CanonicalJson.parse(base64("payload", encoded)));
  }

  private static OrderSignature signature(String header, String payload, String signature) {
    Matcher form =
        HEADER.matcher(new String(base64("header", header), StandardCharsets.ISO_8859_1));
    if (!form.matches()) {
      throw new MalformedOrder(
          "",
          "must have the header {\"alg\":\"Ed25519\",\"kid\":\"…\",\"typ\":\"omloop-order+jws\"}");
    }
    return new OrderSignature(
        keyId(form.group(1)),
        (header + "." + payload).getBytes(StandardCharsets.US_ASCII),
        base64("signature", signature));
  }

  private static KeyId keyId(String text) {
    try {
      return KeyId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedOrder("", "must have a key id of 43 characters as kid", e);
    }
  }

  private static byte[] base64(String part, String encoded) {
    try {
      return Base64Url.decode(encoded);
    } catch (IllegalArgumentException e) {
      throw new MalformedOrder("", "must have a " + part + " in base64url without padding", e);
    }
  }
}
