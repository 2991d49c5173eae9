package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.signing.SigningKey;

/** A session is for whoever holds an enrolled key, and for nobody else. */
class SessionsIT {
  @TempDir
  static Path data;

  private static final String BALANCE = "/v1/accounts/anna/balance";
  private static RunningCircuit circuit;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  @Test
  void aSessionSaysWhoItIsForAndForHowLong() {
    JsonObject session =
        new JsonObject(circuit.signIn(circuit.anna, circuit.challenge()).body());

    assertEquals("anna", session.getString("account"));
    assertEquals(circuit.anna.publicKey().keyId().text(), session.getString("key"));
    long life =
        Instant.parse(session.getString("expiresAt")).getEpochSecond() - RunningCircuit.now();
    assertTrue(life > 590 && life <= 600, "lasts " + life + " s");
  }

  @Test
  void aChallengeIsAnsweredOnce() {
    String challenge = circuit.challenge();

    assertEquals(201, circuit.signIn(circuit.anna, challenge).statusCode());
    assertEquals(401, circuit.signIn(circuit.anna, challenge).statusCode());
    assertEquals(401, circuit.signIn(circuit.baker, challenge).statusCode());
  }

  @Test
  void aStrangersKeyIsAnsweredLikeAWrongSignature() {
    HttpResponse<String> stranger = circuit.signIn(RunningCircuit.newKey(), circuit.challenge());
    String forged =
        touched(RunningCircuit.answer(circuit.anna, RunningCircuit.ORIGIN, circuit.challenge()));
    HttpResponse<String> wrong = circuit.post("/v1/sessions", "application/jose", forged);

    assertEquals(401, stranger.statusCode());
    assertEquals(stranger.body(), wrong.body());
  }

  @Test
  void anAnswerIsForOneLedger() {
    String answer = RunningCircuit.answer(circuit.anna, "other.example/kring", circuit.challenge());

    assertEquals(401, circuit.post("/v1/sessions", "application/jose", answer).statusCode());
  }

  @Test
  void aChallengeOfOurOwnMakingIsRequired() {
    String challenge = circuit.challenge();
    String later = (Long.parseLong(challenge.substring(0, challenge.indexOf('.'))) + 3_600)
        + challenge.substring(challenge.indexOf('.'));

    assertEquals(401, circuit.signIn(circuit.anna, later).statusCode());
  }

  @Test
  void anAnswerOfAnotherFormIsMalformed() {
    HttpResponse<String> answer = circuit.post("/v1/sessions", "application/jose", "a.b.c");

    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("omloop-session+jws"), answer.body());
  }

  @Test
  void aTokenThatWasTouchedOpensNothing() {
    String token = circuit.token(circuit.anna);

    assertEquals(200, circuit.get(BALANCE, token).statusCode());
    assertEquals(401, circuit.get(BALANCE, touched(token)).statusCode());
    assertEquals(401, circuit.get(BALANCE, token.substring(token.indexOf('.'))).statusCode());
    assertEquals(401, circuit.get(BALANCE, "").statusCode());
  }

  @Test
  void aMembersOwnSignatureMakesNoToken() {
    String token = circuit.token(circuit.anna);
    String payload = token.split("\\.")[1];
    String header = RunningCircuit.header(circuit.anna, "omloop-session-token+jws");

    assertEquals(
        401,
        circuit.get(BALANCE, RunningCircuit.jws(circuit.anna, header, payload)).statusCode());
  }

  @Test
  void aRevokedKeyLosesItsSessionAtOnce() {
    SigningKey till = RunningCircuit.newKey();
    circuit.post("/v1/keys", RunningCircuit.enrol(RunningCircuit.BAKERY, till, circuit.baker));
    String token = circuit.token(till);
    assertEquals(200, circuit.get("/v1/accounts/bakery", token).statusCode());

    circuit.post("/v1/keys", RunningCircuit.revoke(RunningCircuit.BAKERY, till, circuit.baker));

    assertEquals(401, circuit.get("/v1/accounts/bakery", token).statusCode());
    assertEquals(401, circuit.signIn(till, circuit.challenge()).statusCode());
  }

  @Test
  void theStreamsCookieOpensTheStreamAlone() {
    HttpResponse<String> sold = circuit.send(circuit
        .request("/v1/accounts/anna/stream-cookies")
        .header("Authorization", "Bearer " + circuit.token(circuit.anna))
        .POST(HttpRequest.BodyPublishers.noBody())
        .build());
    String cookie = sold.headers().firstValue("Set-Cookie").orElseThrow();
    String value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));

    assertEquals(204, sold.statusCode());
    assertTrue(cookie.contains("HTTPOnly"), cookie);
    assertTrue(cookie.contains("SameSite=Strict"), cookie);
    assertTrue(cookie.contains("Path=/v1/accounts/anna/events"), cookie);
    assertEquals(401, circuit.get(BALANCE, value).statusCode());
  }

  /** With another character amid its signature: unlike the last one, every bit of it counts. */
  private static String touched(String signed) {
    int at = signed.length() - 20;
    char other = signed.charAt(at) == 'A' ? 'B' : 'A';
    return signed.substring(0, at) + other + signed.substring(at + 1);
  }
}
