package org.omloop.ledger.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import org.omloop.ledger.Effort;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.SigningKey;

/** Whatever the bytes: an order is read only if it would be written just so, and otherwise is malformed. */
class OrderFuzzTest {
  private static final int ORDERS_OF_EACH_TYPE = 6;

  @Example
  void damagedOrdersAreMalformedOrStillCanonical() {
    long seed = Effort.seed(OrderFuzzTest.class);
    List<SignedOrder> orders = orders(new Random(seed));
    int accepted = 0;
    int inputs = Effort.of(10_000, 10_000_000);
    for (int input = 0; input < inputs; input++) {
      Random random = new Random(seed * 31 + input);
      String text = damage(orders.get(random.nextInt(orders.size())), random);
      accepted += isAccepted(text, input) ? 1 : 0;
    }
    assertTrue(accepted > inputs / 100, "too few still orders to tell: " + accepted);
    assertTrue(accepted < inputs / 2, "too few malformed to tell: " + (inputs - accepted));
  }

  private static boolean isAccepted(String text, int input) {
    try {
      assertEquals(text, written(SignedOrder.parse(text)), () -> "input " + input);
      return true;
    } catch (MalformedOrder malformed) {
      assertFalse(malformed.faults().isEmpty(), () -> "input " + input);
      return false;
    } catch (RuntimeException other) {
      throw new AssertionError("input " + input + " throws: " + text, other);
    }
  }

  /** Writes an order anew from what was read of it. */
  private static String written(SignedOrder order) {
    String payload = Base64Url.encode(OrderEncoder.encode(order.order()));
    List<Map<String, String>> parts = order.signatures().stream()
        .map(each -> Map.of(
            "protected", RawOrder.base64(RawOrder.header(each.key().text())),
            "signature", Base64Url.encode(each.signature())))
        .toList();
    return parts.size() == 1
        ? parts.get(0).get("protected") + "." + payload + "." + parts.get(0).get("signature")
        : CanonicalJson.write(Map.of("payload", payload, "signatures", parts));
  }

  private static String damage(SignedOrder order, Random random) {
    String text = order.text();
    String payload = Base64Url.encode(OrderEncoder.encode(order.order()));
    return switch (random.nextInt(4)) {
      case 0 ->
        new String(
            Mutation.of(text.getBytes(StandardCharsets.ISO_8859_1), random),
            StandardCharsets.UTF_8);
      case 1 -> text.replace(payload, damaged(payload, random));
      case 2 -> text.replaceFirst("[A-Za-z0-9_-]{86,}", damaged(firstPart(text), random));
      default -> text.replace(payload, damagedMember(order, random));
    };
  }

  private static String firstPart(String text) {
    return text.startsWith("{") ? "e30" : text.substring(0, text.indexOf('.'));
  }

  private static String damaged(String base64, Random random) {
    return RawOrder.base64(Mutation.of(Base64.getUrlDecoder().decode(base64), random));
  }

  /** Gives one member the value of another, or none: canonical, and mostly wrong. */
  private static String damagedMember(SignedOrder order, Random random) {
    Map<String, Object> members =
        new TreeMap<>(CanonicalJson.parse(OrderEncoder.encode(order.order())));
    List<String> names = new ArrayList<>(members.keySet());
    String name = names.get(random.nextInt(names.size()));
    Object value = members.get(names.get(random.nextInt(names.size())));
    if (random.nextInt(4) == 0) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
    return RawOrder.base64(CanonicalJson.write(members));
  }

  private static List<SignedOrder> orders(Random random) {
    List<SigningKey> keys = AnyOrder.signers();
    List<SignedOrder> orders = new ArrayList<>();
    new TreeMap<>(AnyOrder.byType()).values().forEach(type -> {
      RandomGenerator<? extends Order> generator = type.generator(1000);
      for (int each = 0; each < ORDERS_OF_EACH_TYPE; each++) {
        Order order = generator.next(random).value();
        orders.add(SignedOrder.sign(order, keys.subList(0, 1 + each % 3)));
      }
    });
    return orders;
  }
}
