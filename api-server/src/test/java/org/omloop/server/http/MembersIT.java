package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStatement;
import org.omloop.server.signed.SignedText;

/** Who the members are, as the office states it and the server signs it. */
class MembersIT {
  private static final String LIST = "/v1/members";

  @TempDir
  private static Path data;

  private static RunningCircuit circuit;
  private static long time;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    time = RunningCircuit.now() - 1_000;
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static Member bakery(String name) {
    return new Member(RunningCircuit.BAKERY, name, "Proef B.V.", "Dorpsstraat 1", "Centrum");
  }

  private static String statement(Member member, long saidAt, SigningKey key) {
    return MemberStatement.sign(member, RunningCircuit.ORIGIN, saidAt, key);
  }

  private static HttpResponse<String> state(String jws) {
    return circuit.post(LIST, "application/jose", jws);
  }

  /** States it later than anything before. */
  private static void state(Member member) {
    time++;
    assertEquals(200, state(statement(member, time, circuit.operator)).statusCode());
  }

  private static SignedText list() {
    return SignedText.parse("omloop-members+jws", circuit.get(LIST).body()).orElseThrow();
  }

  private static List<JsonObject> lines() {
    return new JsonObject(list().payload())
        .getJsonArray("members").stream().map(JsonObject.class::cast).toList();
  }

  private static String problem(HttpResponse<String> answer) {
    return answer.statusCode() + " " + new JsonObject(answer.body()).getString("type");
  }

  @Test
  void theListSaysWhatTheOfficeStatedAndTheJournalKnows() {
    state(bakery("Bakkerij 't Proefje & Zn. – é"));
    JsonObject line = lines().get(0);
    assertEquals("bakery", line.getString("account"));
    assertEquals("Bakkerij 't Proefje & Zn. – é", line.getString("name"));
    assertEquals("Proef B.V.", line.getString("legalName"));
    assertEquals("Dorpsstraat 1", line.getString("street"));
    assertEquals("Centrum", line.getString("neighbourhood"));
    assertTrue(line.getJsonArray("keys").contains(circuit.cashier.publicKey().toString()));
  }

  @Test
  void theServersKeyOfTheCurrencySignsTheList() {
    state(bakery("Bakkerij Proef"));
    String key = new JsonObject(circuit.get("/v1/currency").body()).getString("serverKey");
    assertTrue(list().isSignedBy(PublicKey.enrol(Base64Url.decode(key))));
    assertEquals(RunningCircuit.ORIGIN, list().text("ledger"));
  }

  @Test
  void anUnchangedListIsNotSentAgain() throws IOException, InterruptedException {
    state(bakery("Bakkerij Proef"));
    HttpResponse<String> first = circuit.get(LIST);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertEquals(304, ifNoneMatch(tag).statusCode());
    state(bakery("Bakkerij Anders"));
    assertEquals(200, ifNoneMatch(tag).statusCode());
  }

  private static HttpResponse<String> ifNoneMatch(String tag)
      throws IOException, InterruptedException {
    return circuit.client.send(
        circuit.request(LIST).header("If-None-Match", tag).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aRevokedKeyIsNoLongerListed() {
    state(bakery("Bakkerij Proef"));
    SigningKey lost = RunningCircuit.newKey();
    circuit.post("/v1/keys", RunningCircuit.enrol(RunningCircuit.BAKERY, lost, circuit.baker));
    assertTrue(keys().contains(lost.publicKey().toString()));
    circuit.post("/v1/keys", RunningCircuit.revoke(RunningCircuit.BAKERY, lost, circuit.baker));
    assertTrue(!keys().contains(lost.publicKey().toString()));
  }

  private static List<?> keys() {
    return lines().get(0).getJsonArray("keys").getList();
  }

  @Test
  void whatWasSignedLaterHolds() {
    state(bakery("Nieuw"));
    String old = statement(bakery("Oud"), time - 1, circuit.operator);
    assertEquals("409 /problems/member-conflict", problem(state(old)));
    String sameTime = statement(bakery("Ander"), time, circuit.operator);
    assertEquals("409 /problems/member-conflict", problem(state(sameTime)));
    String again = statement(bakery("Nieuw"), time, circuit.operator);
    assertEquals(200, state(again).statusCode());
    assertEquals("Nieuw", lines().get(0).getString("name"));
  }

  @Test
  void onlyTheOperatorStatesWhoSomebodyIs() {
    Member bakery = bakery("Bakkerij Proef");
    for (SigningKey key : List.of(circuit.baker, circuit.anna, circuit.auditor)) {
      assertEquals(
          "403 /problems/right-missing", problem(state(statement(bakery, time + 500, key))));
    }
    String stranger = statement(bakery, time + 500, RunningCircuit.newKey());
    assertEquals("400 /problems/unknown-signer", problem(state(stranger)));
    String altered = statement(bakery, time + 500, circuit.operator);
    String signature = altered.substring(altered.lastIndexOf('.') + 1);
    String other = statement(bakery("Anders"), time + 500, circuit.operator);
    assertEquals(
        "400 /problems/wrong-signature",
        problem(state(other.substring(0, other.lastIndexOf('.') + 1) + signature)));
  }

  @Test
  void aStatementOfTheFutureOrOfAnotherLedgerOrOfNobodyIsRefused() {
    Member bakery = bakery("Bakkerij Proef");
    long tomorrow = RunningCircuit.now() + 86_400;
    Member nobody = new Member(new AccountId("nobody"), "N", "N", "N 1", "N");
    for (String jws : List.of(
        statement(bakery, tomorrow, circuit.operator),
        MemberStatement.sign(bakery, "other.example/kring", time, circuit.operator),
        statement(nobody, time, circuit.operator))) {
      assertEquals("400 /problems/malformed-request", problem(state(jws)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " rand",
        "een\nregel",
        "omgekeerd \u202e",
        "veel te lang veel te lang veel te lang veel"
      })
  void aNameIsPlainWords(String name) {
    String jws = SignedText.sign(
        "omloop-member+jws",
        new JsonObject()
            .put("account", "bakery")
            .put("iat", time)
            .put("ledger", RunningCircuit.ORIGIN)
            .put("legalName", "Proef B.V.")
            .put("name", name)
            .put("neighbourhood", "Centrum")
            .put("street", "Dorpsstraat 1")
            .getMap(),
        circuit.operator);
    assertEquals("400 /problems/malformed-request", problem(state(jws)));
  }
}
