package org.omloop.ledger.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;

/** An order has the members of its type, each in its form; whatever is wrong is named, all at once. */
class OrderMembersTest {
  private static final Set<String> OPTIONAL =
      Set.of("request", "memoHash", "sector", "perOrder", "perDay", "code", "invitation");

  @Example
  void anOrderInOrderIsRead() {
    assertEquals(
        1, SignedOrder.parse(RawOrder.withPayload(RawOrder.PAY)).signatures().size());
  }

  @Example
  void eachTypeNeedsEachOfItsMembers() {
    AnyOrder.byType().forEach((type, orders) -> payload(orders.sample()).forEach((name, value) -> {
      Map<String, Object> payload = payload(orders.sample());
      payload.remove(name);
      if (!OPTIONAL.contains(name)) {
        assertEquals("is missing", faults(payload).get("/" + name), type + " without " + name);
      }
    }));
  }

  @Example
  void eachTypeKnowsNoOtherMember() {
    AnyOrder.byType().forEach((type, orders) -> {
      Map<String, Object> payload = payload(orders.sample());
      payload.put("colour", "red");
      assertEquals(Map.of("/colour", "is not known here"), faults(payload), type);
    });
  }

  @Example
  void noMemberTakesAnotherType() {
    AnyOrder.byType().forEach((type, orders) -> payload(orders.sample()).forEach((name, value) -> {
      Map<String, Object> payload = payload(orders.sample());
      payload.put(name, value instanceof Boolean ? "true" : true);
      assertTrue(faults(payload).containsKey("/" + name), type + " with another " + name);
    }));
  }

  @Example
  void membersOfMembersAreNamedWithTheirPlace() {
    Map<String, Object> genesis = payload(AnyOrder.byType().get("genesis").sample());
    genesis.put("operators", List.of(Map.of("codeHash", "short", "colour", "red"), "nobody"));
    genesis.put("settings", Map.of("contributionBasisPoints", 10_001L, "a/b~c", true));
    Map<String, String> faults = faults(genesis);
    assertEquals("must be base64url of 32 bytes", faults.get("/operators/0/codeHash"));
    assertEquals("is not known here", faults.get("/operators/0/colour"));
    assertEquals("is missing", faults.get("/operators/0/until"));
    assertEquals("must be an object", faults.get("/operators/1"));
    assertEquals("must be an integer 0 to 10000", faults.get("/settings/contributionBasisPoints"));
    assertEquals("is no setting", faults.get("/settings/a~1b~0c"));
  }

  @Example
  void everythingWrongIsNamedAtOnce() {
    assertEquals(
        List.of(
            "/ledger must be the ledger's origin, such as example.org/oost",
            "/order must be a UUID of version 7 in lower case",
            "/exp is missing",
            "/from must be an account id: 1 to 40 of a-z 0-9 -",
            "/to is missing",
            "/amount must be an integer 1 to 9007199254740991",
            "/memoHash must be base64url of 32 bytes",
            "/colour is not known here"),
        RawOrder.faults(
            RawOrder.withPayload("{\"amount\":0,\"colour\":\"red\",\"from\":\"Anna\",\"iat\":1,"
                + "\"ledger\":\"https://x\",\"memoHash\":\"\",\"order\":\"1\",\"type\":\"pay\"}")));
  }

  @Example
  void aTypeThatIsNoneIsTheOnlyThingSaidOfTheRest() {
    assertEquals(
        List.of("/type is no kind of order"),
        RawOrder.faults(
            RawOrder.withPayload(RawOrder.PAY.replace("\"type\":\"pay\"", "\"type\":\"Pay\""))));
  }

  @Example
  void anOrderLivesAtMostThirtyDays() {
    long iat = 1_793_610_000L;
    String rule = "/exp must be after iat, by at most 30 days";
    assertEquals(List.of(rule), RawOrder.faults(RawOrder.withPayload(lasting(iat))));
    assertEquals(List.of(rule), RawOrder.faults(RawOrder.withPayload(lasting(iat - 1))));
    assertEquals(List.of(rule), RawOrder.faults(RawOrder.withPayload(lasting(iat + 2_592_001))));
    SignedOrder.parse(RawOrder.withPayload(lasting(iat + 2_592_000)));
  }

  private static String lasting(long exp) {
    return RawOrder.PAY.replace("1793696400", Long.toString(exp));
  }

  @Example
  void aStatementAddsUp() {
    Map<String, Object> statement = payload(AnyOrder.byType().get("statement").sample());
    statement.put("closing", (Long) statement.get("closing") + 1);
    assertEquals(Map.of("/closing", "must be opening plus credits less debits"), faults(statement));
    statement.put("closing", (Long) statement.get("closing") - 1);
    statement.put("openingDate", "2026-02-29");
    assertEquals(Map.of("/openingDate", "must be a date"), faults(statement));
    statement.put("openingDate", "2026-03-02");
    statement.put("closingDate", "2026-03-01");
    assertEquals(Map.of("/closingDate", "must not be before openingDate"), faults(statement));
  }

  @Example
  void rightsAreSortedAndEachOnce() {
    Map<String, Object> add = payload(AnyOrder.byType().get("key-add").sample());
    for (List<Object> rights : List.<List<Object>>of(
        List.of("receive", "pay"), List.of("pay", "pay"), List.of("Pay"), List.of(1L))) {
      add.put("rights", rights);
      assertEquals(Map.of("/rights", "must be rights, sorted, each once"), faults(add));
    }
  }

  @Example
  void keysAreOfThePrimeOrder() {
    Map<String, Object> add = payload(AnyOrder.byType().get("key-add").sample());
    byte[] identity = new byte[32];
    identity[0] = 1;
    for (byte[] key : List.of(identity, new byte[32], new byte[31])) {
      add.put("key", RawOrder.base64(key));
      assertEquals(
          Map.of("/key", "must be an Ed25519 public key, base64url of 32 bytes"), faults(add));
    }
  }

  @Example
  void aLedgerHasAnOperatorToBegin() {
    Map<String, Object> genesis = payload(AnyOrder.byType().get("genesis").sample());
    genesis.put("operators", List.of());
    assertTrue(faults(genesis).get("/operators").startsWith("must name one at least"));
  }

  private static Map<String, Object> payload(Order order) {
    return new TreeMap<>(CanonicalJson.parse(OrderEncoder.encode(order)));
  }

  /** Returns what is wrong, by pointer; no pointer comes twice. */
  private static Map<String, String> faults(Map<String, Object> payload) {
    Map<String, String> faults = new TreeMap<>();
    String order = RawOrder.withPayload(CanonicalJson.write(payload));
    assertThrows(MalformedOrder.class, () -> SignedOrder.parse(order))
        .faults()
        .forEach(each ->
            assertEquals(null, faults.put(each.pointer(), each.reason()), "twice: " + each));
    return faults;
  }
}
