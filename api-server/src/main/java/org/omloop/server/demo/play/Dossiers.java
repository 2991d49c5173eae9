package org.omloop.server.demo.play;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.SigningKey;

/** Writes down in the office who members are, in one operator's session. Thread-safe. */
record Dossiers(OrderSender sender, Sessions sessions, SigningKey operator) {
  /** Writes dossiers of accounts that have none yet. */
  Future<?> write(Map<AccountId, JsonObject> dossiers) {
    if (dossiers.isEmpty()) {
      return Future.succeededFuture();
    }
    return sessions
        .of(operator)
        .compose(token -> Future.all(dossiers.entrySet().stream()
            .map(each -> write(each.getKey(), each.getValue(), token))
            .toList()));
  }

  private Future<JsonObject> write(AccountId account, JsonObject dossier, String token) {
    return sender.post(
        "/v1/accounts/" + account + "/dossier",
        Map.of("content-type", "application/json", "authorization", "Bearer " + token),
        new JsonObject().put("version", 0).put("dossier", dossier).encode());
  }
}
