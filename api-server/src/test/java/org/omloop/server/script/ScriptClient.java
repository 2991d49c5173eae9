package org.omloop.server.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.SigningKey;

/** Speaks HTTP with one server. Thread-safe. */
record ScriptClient(String address) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int OK = 200;
  private static final int CREATED = 201;

  HttpResponse<String> post(SignedOrder order) {
    String type = order.text().startsWith("{") ? "application/jose+json" : "application/jose";
    return post(OrderAddresses.of(order), type, order.text());
  }

  /** Signs in with a key and returns the token of the session. */
  String signIn(SigningKey key) {
    JsonObject challenge = answer(CREATED, post("/v1/sessions/challenges", "text/plain", ""));
    String header = "{\"alg\":\"Ed25519\",\"kid\":\"" + key.publicKey().keyId()
        + "\",\"typ\":\"omloop-session+jws\"}";
    String payload = "{\"aud\":\"" + challenge.getString("audience") + "\",\"challenge\":\""
        + challenge.getString("challenge") + "\"}";
    String signed = base64(header) + "." + base64(payload);
    String signature = Base64Url.encode(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    return answer(CREATED, post("/v1/sessions", "application/jose", signed + "." + signature))
        .getString("token");
  }

  private static String base64(String text) {
    return Base64Url.encode(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Asks for what anybody may read. */
  JsonObject get(String path) {
    return answer(OK, send(request(path).build()));
  }

  /** Asks for what a session may read. */
  JsonObject get(String path, String token) {
    return answer(
        OK, send(request(path).header("Authorization", "Bearer " + token).build()));
  }

  private HttpResponse<String> post(String path, String type, String body) {
    return send(request(path)
        .header("Content-Type", type)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject answer(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.uri() + ": " + answer.body());
    return new JsonObject(answer.body());
  }
}
