package org.omloop.ledger.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Example;
import org.jspecify.annotations.Nullable;

/** An order has the members of its type, each in its form; whatever is wrong is named, all at once. */
class OrderMembersTest {
  private static final Set<String> OPTIONAL = Set.of(
      "request",
      "memoHash",
      "sector",
      "perOrder",
      "perDay",
      "code",
      "invitation",
      "perPerson",
      "partners",
      "bonusBasisPoints",
      "areas",
      "sectors",
      "spendUntil");

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
  void aBaselineComesAsAWhole() {
    assertEquals(Map.of(), baseline(2025L, 2_912L, 5_610L, 181L));
    assertEquals(Map.of(), baseline(2026L, null, 10_000L, null));
    assertEquals(Map.of(), baseline(null, null, null, null), "taken back");
    Map<String, String> faults = settingsFaults(new TreeMap<>(Map.of("baselineYear", 2025L)));
    assertEquals(
        Set.of(
            "/settings/baselineSpentLocallyBasisPoints",
            "/settings/baselineLeakedBasisPoints",
            "/settings/baselineLm3Hundredths"),
        faults.keySet());
    assertEquals(
        "is missing: a baseline is set as a whole, null for what was not measured",
        faults.get("/settings/baselineLm3Hundredths"));
  }

  @Example
  void aBaselineThatCannotBeTrueIsNamed() {
    assertEquals(
        Map.of(
            "/settings/baselineLeakedBasisPoints",
            "must be at most 10000 together with baselineSpentLocallyBasisPoints, and they are"
                + " 10001"),
        baseline(2025L, 5_000L, 5_001L, null));
    assertEquals(
        Map.of("/settings/baselineYear", "must not be after 2026, the year of iat"),
        baseline(2027L, 5_000L, 5_000L, 300L));
    assertEquals(
        Map.of("/settings/baselineYear", "must be the year in which the baseline was measured"),
        baseline(null, null, null, 100L));
    assertEquals(
        Map.of("/settings/baselineYear", "must be null where no figure was measured"),
        baseline(2025L, null, null, null));
    assertEquals(
        Map.of(
            "/settings/baselineYear", "must be a year 1900 to 9999 or null",
            "/settings/baselineSpentLocallyBasisPoints", "must be an integer 0 to 10000 or null",
            "/settings/baselineLeakedBasisPoints", "must be an integer 0 to 10000 or null",
            "/settings/baselineLm3Hundredths", "must be an integer 100 to 300 or null"),
        baseline(1_899L, -1L, 10_001L, 301L));
  }

  @Example
  void aReserveAccountMustBeSound() {
    assertEquals(
        Map.of(),
        settingsFaults(new TreeMap<>(
            Map.of("reserveIban", "NL02ABNA0123456789", "reserveName", "Coöperatie Oost U.A."))));
    assertEquals(
        Map.of(), settingsFaults(new TreeMap<>(Map.of("reserveIban", "", "reserveName", ""))));
    String rule = "must be an IBAN without spaces whose check digits are right, or empty";
    for (Object wrong : List.of("NL91ABNA0417164301", "NL02 ABNA 0123 4567 89", "NL02", 7L)) {
      assertEquals(
          Map.of("/settings/reserveIban", rule),
          settingsFaults(new TreeMap<>(Map.of("reserveIban", wrong))));
    }
    assertEquals(
        Set.of("/settings/reserveName"),
        settingsFaults(new TreeMap<>(Map.of("reserveName", "a".repeat(71)))).keySet());
  }

  private static Map<String, String> baseline(
      @Nullable Long year, @Nullable Long spent, @Nullable Long leaked, @Nullable Long lm3) {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("baselineYear", Optional.ofNullable(year));
    settings.put("baselineSpentLocallyBasisPoints", Optional.ofNullable(spent));
    settings.put("baselineLeakedBasisPoints", Optional.ofNullable(leaked));
    settings.put("baselineLm3Hundredths", Optional.ofNullable(lm3));
    settings.replaceAll((name, value) ->
        value instanceof Optional<?> known && known.isPresent() ? known.get() : Optional.empty());
    return settingsFaults(settings);
  }

  private static Map<String, String> settingsFaults(Map<String, Object> settings) {
    Map<String, Object> policy = payload(AnyOrder.byType().get("policy").sample());
    policy.put("iat", 1_798_761_599L); // the last second of 2026
    policy.put("exp", 1_798_761_600L);
    policy.put("settings", settings);
    try {
      SignedOrder.parse(RawOrder.withPayload(CanonicalJson.write(policy)));
      return Map.of();
    } catch (MalformedOrder e) {
      return faults(policy);
    }
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

  @Example
  void aProgrammeSaysHowLongItBindsAndHasPartnersOrABonus() {
    Map<String, Object> laid = payload(AnyOrder.byType().get("programme").sample());
    List.of("areas", "sectors", "partners", "bonusBasisPoints").forEach(laid::remove);
    laid.putAll(Map.of("starts", 0L, "ends", 2L, "spendUntil", 1L));
    assertEquals(
        Map.of("/spendUntil", "must be there where areas or sectors are, and nowhere else"),
        faults(laid));
    laid.put("sectors", List.of("SBI2008:47"));
    assertEquals(Map.of("/spendUntil", "must not be before ends"), faults(laid));
    laid.put("spendUntil", 2L);
    laid.putAll(Map.of("perPerson", 500L, "partners", List.of("library"), "bonusBasisPoints", 1L));
    assertEquals(Map.of("/bonusBasisPoints", "must not be there beside partners"), faults(laid));
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
