package org.omloop.server.identity;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.signed.SignedText;

/**
 * Erasing somebody: their key is destroyed, and all rows with them. What stays is a certificate that names the account
 * alone. Thread-safe; a future fails when the store cannot be reached.
 */
public final class Erasures {
  private static final String TYPE = "omloop-erased+jws";

  private final People people;
  private final SigningKey server;
  private final List<Function<AccountId, Future<Void>>> more;

  /**
   * Makes it.
   *
   * @param server signs certificates
   * @param more what else forgets an account, in this order, before who it is of
   */
  public Erasures(People people, SigningKey server, List<Function<AccountId, Future<Void>>> more) {
    this.people = people;
    this.server = server;
    this.more = List.copyOf(more);
  }

  /** Returns the certificate of an account that was erased. */
  public Future<Optional<String>> certificate(AccountId account) {
    return people.store.certificate(account);
  }

  /**
   * Erases whom an account was of; whether it may be is the caller's to know.
   *
   * @param ledger the origin of the ledger
   * @param by the key of the operator who asked
   * @return the certificate, the same for a second time
   */
  public Future<String> erase(AccountId account, String ledger, String by) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("account", account.value());
    said.put("by", by);
    said.put("iat", people.now());
    said.put("ledger", ledger);
    String certificate = SignedText.sign(TYPE, said, server);
    Future<Void> done = Future.succeededFuture();
    for (Function<AccountId, Future<Void>> each : more) {
      done = done.compose(before -> each.apply(account));
    }
    return done.compose(before -> people.store.erase(account, certificate, people.now()));
  }
}
