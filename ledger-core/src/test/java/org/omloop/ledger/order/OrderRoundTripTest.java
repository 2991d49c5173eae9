package org.omloop.ledger.order;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back as it was, for every type of order. */
class OrderRoundTripTest {
  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void ordersAreReadBack(@ForAll("orders") Order order) {
    byte[] payload = OrderEncoder.encode(order);
    Order read = OrderDecoder.decode(CanonicalJson.parse(payload));
    assertEquals(order, read);
    assertArrayEquals(payload, OrderEncoder.encode(read));
  }

  @Provide
  Arbitrary<Order> orders() {
    return AnyOrder.order();
  }

  @Example
  void everyTypeIsTried() {
    Set<Class<?>> tried = new HashSet<>();
    AnyOrder.byType().forEach((type, orders) -> {
      Order order = orders.sample();
      assertEquals(type, CanonicalJson.parse(OrderEncoder.encode(order)).get("type"));
      tried.add(order.getClass());
    });
    assertEquals(Set.of(Order.class.getPermittedSubclasses()), tried);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void signedOrdersKeepTheirText(@ForAll("signedOrders") SignedOrder signed) {
    SignedOrder read = SignedOrder.parse(signed.text());
    assertEquals(signed.text(), read.text());
    assertEquals(signed.order(), read.order());
    assertEquals(
        signed.signatures().stream().map(OrderSignature::key).toList(),
        read.signatures().stream().map(OrderSignature::key).toList());
  }

  @Provide
  Arbitrary<SignedOrder> signedOrders() {
    return AnyOrder.signedOrder();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void textsAreReadBack(@ForAll("texts") String text) {
    Map<String, Object> object = Map.of("text", text);
    assertEquals(
        object,
        CanonicalJson.parse(
            CanonicalJson.write(object).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /** Every character, but for halves of surrogate pairs, which UTF-8 does not have. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .all()
        .filter(java.nio.charset.StandardCharsets.UTF_8.newEncoder()::canEncode);
  }
}
