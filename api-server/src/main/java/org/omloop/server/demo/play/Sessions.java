package org.omloop.server.demo.play;

import io.vertx.core.Future;
import java.util.Map;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.signed.SignedText;

/** Signs people in, as their devices would. Thread-safe. */
record Sessions(OrderSender sender, String origin) {
  /** Returns a token for a key. */
  Future<String> of(SigningKey key) {
    return sender
        .post("/v1/sessions/challenges", Map.of(), "")
        .map(made -> Map.of("aud", origin, "challenge", made.getString("challenge")))
        .compose(answer -> sender.post(
            "/v1/sessions",
            Map.of("content-type", "application/jose"),
            SignedText.sign("omloop-session+jws", answer, key)))
        .map(made -> made.getString("token"));
  }
}
