package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.Sha256;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.bank.BankDays;
import org.omloop.server.payouts.BatchId;
import org.omloop.server.payouts.EndToEndId;
import org.omloop.server.payouts.RejectReason;
import org.omloop.server.payouts.SignedDecision;
import org.omloop.server.payouts.SignedDraft;

/** From what a shop asks for to a file at the bank: never by one person, never twice, never other bytes. */
class PayoutsIT {
  @TempDir
  static Path data;

  private static final ContractCheck CONTRACT = new ContractCheck();
  private static RunningCircuit circuit;
  private static PayoutDesk desk;

  /** Another person who operates, beside the one who does in every circuit. */
  private static SigningKey colleague;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    desk = new PayoutDesk(circuit);
    desk.nameReserve();
    colleague = desk.colleague();
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.statusCode() + " " + new JsonObject(answer.body()).getString("type");
  }

  private static JsonObject json(HttpResponse<String> answer) {
    assertTrue(answer.statusCode() < 300, answer.body());
    return new JsonObject(answer.body());
  }

  private static JsonObject batch(BatchId id) {
    return json(desk.get("getPayoutBatch", "/v1/payout-batches/" + id));
  }

  private static JsonObject own(OrderId order) {
    HttpResponse<String> answer =
        circuit.get("/v1/accounts/bakery/redemptions", circuit.token(circuit.baker));
    CONTRACT.assertFits("listOwnRedemptions", answer, answer.body());
    return new JsonObject(answer.body())
        .getJsonArray("redemptions").stream()
            .map(JsonObject.class::cast)
            .filter(each -> each.getString("order").equals(order.toString()))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void aRedemptionIsPaidOutByTwoPeopleAndTheBank() {
    OrderId asked = desk.redeem(1_250);
    assertEquals("requested", own(asked).getString("state"));
    BatchId id = PayoutDesk.newBatch();
    JsonObject drafted = json(desk.draft(id, circuit.operator, asked));
    assertEquals("drafted", drafted.getString("state"));
    assertEquals(1_250, drafted.getLong("total"));
    JsonObject payee = drafted.getJsonArray("payouts").getJsonObject(0).getJsonObject("payee");
    assertEquals("Bakkerij Müller", payee.getString("name"));
    assertEquals("Bakkerij Muller", payee.getString("sepaName"));
    assertEquals("409 /problems/batch-not-approved", problem(desk.export(id, circuit.operator)));
    String sha256 = drafted.getString("sha256");
    assertEquals("approved", json(desk.approve(id, sha256, circuit.approver)).getString("state"));
    assertEquals("409 /problems/batch-not-approved", problem(desk.file(id)));
    assertEquals("exported", json(desk.export(id, circuit.operator)).getString("state"));
    byte[] file = desk.file(id).body().getBytes(StandardCharsets.UTF_8);
    assertEquals(sha256, HexFormat.of().formatHex(Sha256.of(file)));
    assertArrayEquals(file, desk.file(id).body().getBytes(StandardCharsets.UTF_8), "again");
    assertTrue(new String(file, StandardCharsets.UTF_8).contains(EndToEndId.of(asked)));
    assertEquals("under-way", own(asked).getString("state"));
    assertEquals(201, desk.paidOut(asked, "bank-paid-1").statusCode());
    assertEquals("booked", own(asked).getString("state"));
    assertEquals("booked", batch(id).getJsonArray("payouts").getJsonObject(0).getString("state"));
    assertEquals(
        "409 /problems/second-person-needed", problem(desk.returned(asked, "bank-back-1")));
    assertEquals(201, desk.returnedByTwo(asked, "bank-back-1").statusCode());
    assertEquals("returned", own(asked).getString("state"));
  }

  @Test
  void whoDraftedItCannotApproveItWithAnyKey() {
    BatchId id = PayoutDesk.newBatch();
    String sha256 = json(desk.draft(id, circuit.operator, desk.redeem(100))).getString("sha256");
    assertEquals(
        "409 /problems/second-person-needed", problem(desk.approve(id, sha256, circuit.operator)));
    SigningKey secondKey = desk.anotherKeyOf("one");
    assertEquals(
        "409 /problems/second-person-needed", problem(desk.approve(id, sha256, secondKey)));
    assertFalse(batch(id).getBoolean("maySign"), "who asks is who drafted it");
    assertEquals("drafted", batch(id).getString("state"));
    assertEquals("403 /problems/right-missing", problem(desk.approve(id, sha256, circuit.auditor)));
  }

  @Test
  void itIsDecidedOnce() {
    BatchId id = PayoutDesk.newBatch();
    String sha256 = json(desk.draft(id, circuit.operator, desk.redeem(110))).getString("sha256");
    String words = SignedDecision.approve(
        id, sha256, RunningCircuit.ORIGIN, RunningCircuit.now(), circuit.approver);
    assertEquals(200, desk.decide(id, words).statusCode());
    assertEquals(200, desk.decide(id, words).statusCode(), "the same words again");
    assertEquals("409 /problems/batch-decided", problem(desk.approve(id, sha256, colleague)));
    assertEquals(1, batch(id).getJsonArray("steps").size());
  }

  @Test
  void twoWhoDecideAtOnceDecideOnce() {
    BatchId id = PayoutDesk.newBatch();
    String sha256 = json(desk.draft(id, circuit.operator, desk.redeem(111))).getString("sha256");
    List<CompletableFuture<HttpResponse<String>>> both = List.of(
        CompletableFuture.supplyAsync(() -> desk.approve(id, sha256, circuit.approver)),
        CompletableFuture.supplyAsync(() -> desk.approve(id, sha256, colleague)));
    List<Integer> statuses =
        both.stream().map(each -> each.join().statusCode()).sorted().toList();
    assertEquals(List.of(200, 409), statuses);
    assertEquals(1, batch(id).getJsonArray("steps").size());
  }

  @Test
  void whatIsSentBackIsFreeForAnother() {
    OrderId asked = desk.redeem(120);
    BatchId first = PayoutDesk.newBatch();
    json(desk.draft(first, circuit.operator, asked));
    assertEquals(
        "409 /problems/payout-taken", problem(desk.draft(PayoutDesk.newBatch(), colleague, asked)));
    JsonObject back = json(desk.sendBack(first, "Bel eerst de bakker", circuit.operator));
    assertEquals("sent-back", back.getString("state"));
    assertEquals(
        "Bel eerst de bakker", back.getJsonArray("steps").getJsonObject(0).getString("reason"));
    assertEquals("409 /problems/batch-not-approved", problem(desk.export(first, circuit.operator)));
    assertEquals(201, desk.draft(PayoutDesk.newBatch(), colleague, asked).statusCode());
  }

  @Test
  void anApprovedBatchIsStoppedUntilItIsExported() {
    OrderId asked = desk.redeem(121);
    BatchId first = PayoutDesk.newBatch();
    JsonObject drafted = json(desk.draft(first, circuit.operator, asked));
    LocalDate today = LocalDate.now(BankDays.ZONE);
    assertTrue(LocalDate.parse(drafted.getString("executionDate")).isAfter(today), "next bank day");
    json(desk.approve(first, drafted.getString("sha256"), circuit.approver));
    JsonObject back = json(desk.sendBack(first, "Verkeerde rekening", colleague));
    assertEquals("sent-back", back.getString("state"));
    assertEquals("409 /problems/batch-not-approved", problem(desk.export(first, circuit.operator)));
    BatchId next = PayoutDesk.newBatch();
    String sha256 = json(desk.draft(next, circuit.operator, asked)).getString("sha256");
    json(desk.approve(next, sha256, circuit.approver));
    json(desk.export(next, circuit.operator));
    assertEquals("409 /problems/batch-decided", problem(desk.sendBack(next, "late", colleague)));
  }

  @Test
  void twoWhoDraftAtOnceTakeItOnce() {
    OrderId asked = desk.redeem(130);
    List<CompletableFuture<HttpResponse<String>>> both = new ArrayList<>();
    for (SigningKey who : List.of(circuit.operator, colleague)) {
      both.add(CompletableFuture.supplyAsync(() -> desk.draft(PayoutDesk.newBatch(), who, asked)));
    }
    assertEquals(
        List.of(201, 409),
        both.stream().map(each -> each.join().statusCode()).sorted().toList());
  }

  @Test
  void onlyTheFileThatWasLookedAtIsApproved() {
    BatchId id = PayoutDesk.newBatch();
    json(desk.draft(id, circuit.operator, desk.redeem(140)));
    assertEquals(
        "409 /problems/batch-changed", problem(desk.approve(id, "0".repeat(64), circuit.approver)));
    assertEquals("drafted", batch(id).getString("state"));
  }

  @Test
  void whatWasGivenBackIsNotPaidToo() {
    OrderId asked = desk.redeem(150);
    BatchId id = PayoutDesk.newBatch();
    String sha256 = json(desk.draft(id, circuit.operator, asked)).getString("sha256");
    json(desk.approve(id, sha256, circuit.approver));
    assertEquals(201, desk.returned(asked, RejectReason.CUST.reference(asked)).statusCode());
    assertEquals("409 /problems/batch-changed", problem(desk.export(id, circuit.operator)));
    assertEquals("rejected", own(asked).getString("state"));
    assertEquals("CUST", own(asked).getString("reason"));
    assertEquals(
        "409 /problems/payout-taken",
        problem(desk.draft(PayoutDesk.newBatch(), circuit.operator, asked)));
  }

  @Test
  void whatLiesAtTheBankIsGivenBackByTwo() {
    OrderId asked = desk.redeem(170);
    BatchId id = PayoutDesk.newBatch();
    String sha256 = json(desk.draft(id, circuit.operator, asked)).getString("sha256");
    json(desk.approve(id, sha256, circuit.approver));
    json(desk.export(id, circuit.operator));
    String reason = RejectReason.AC04.reference(asked);
    assertEquals("409 /problems/second-person-needed", problem(desk.returned(asked, reason)));
    assertEquals("under-way", own(asked).getString("state"));
    assertEquals(201, desk.returnedByTwo(asked, reason).statusCode());
    assertEquals("409 /problems/batch-given-back", problem(desk.file(id)));
  }

  @Test
  void aDayThatIsOverIsNotApproved() throws SQLException {
    BatchId id = PayoutDesk.newBatch();
    json(desk.draft(id, circuit.operator, desk.redeem(180)));
    try (Connection owner = circuit.server.database().ownerConnection()) {
      owner
          .createStatement()
          .executeUpdate(
              "UPDATE omloop.payout_batch SET execution_date = '2026-01-02' WHERE batch = '" + id
                  + "'");
    }
    String sha256 = batch(id).getString("sha256");
    assertEquals(
        "409 /problems/batch-too-late", problem(desk.approve(id, sha256, circuit.approver)));
    assertEquals("drafted", batch(id).getString("state"));
  }

  @Test
  void aPayeeWhomNobodyToldIsNotPaid() {
    OrderId asked = desk.redeemToNobody(160);
    assertEquals(
        "409 /problems/payee-unknown",
        problem(desk.draft(PayoutDesk.newBatch(), circuit.operator, asked)));
    JsonObject listed = listed(asked);
    assertFalse(listed.getBoolean("isPayable"));
    assertFalse(listed.containsKey("payee"));
  }

  private static JsonObject listed(OrderId order) {
    JsonArray all = json(desk.get("listPayouts", "/v1/payouts?limit=200")).getJsonArray("payouts");
    return all.stream()
        .map(JsonObject.class::cast)
        .filter(each -> each.getString("order").equals(order.toString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void badDraftsSayWhatIsWrong() {
    OrderId unknown = OrderId.create(System.currentTimeMillis(), new SecureRandom());
    BatchId id = PayoutDesk.newBatch();
    assertEquals("409 /problems/payout-taken", problem(desk.draft(id, circuit.operator, unknown)));
    OrderId asked = desk.redeem(170);
    assertEquals("403 /problems/right-missing", problem(desk.draft(id, circuit.approver, asked)));
    assertEquals("400 /problems/unknown-signer", problem(desk.draft(id, circuit.baker, asked)));
    for (String wrong : List.of(
        "x.y.z",
        SignedDraft.sign(
            id, List.of(), RunningCircuit.ORIGIN, RunningCircuit.now(), circuit.operator),
        SignedDraft.sign(
            id,
            List.of(asked, asked),
            RunningCircuit.ORIGIN,
            RunningCircuit.now(),
            circuit.operator),
        SignedDraft.sign(
            id, List.of(asked), "other.example/kring", RunningCircuit.now(), circuit.operator),
        SignedDraft.sign(
            id,
            List.of(asked),
            RunningCircuit.ORIGIN,
            RunningCircuit.now() - 1_000,
            circuit.operator))) {
      assertEquals("400 /problems/malformed-request", problem(desk.draftWords(wrong)), wrong);
    }
    assertEquals(201, desk.draft(id, circuit.operator, asked).statusCode(), "nothing had changed");
    assertEquals(
        "409 /problems/batch-conflict",
        problem(desk.draft(id, circuit.operator, desk.redeem(171))));
  }

  @Test
  void theLatestBatchesAreListed() {
    BatchId id = PayoutDesk.newBatch();
    String sha256 = json(desk.draft(id, circuit.operator, desk.redeem(180))).getString("sha256");
    json(desk.approve(id, sha256, circuit.approver));
    JsonArray all =
        json(desk.get("listPayoutBatches", "/v1/payout-batches")).getJsonArray("batches");
    assertTrue(all.stream()
        .map(JsonObject.class::cast)
        .anyMatch(each -> each.getString("batch").equals(id.toString())
            && each.getString("state").equals("approved")));
  }
}
