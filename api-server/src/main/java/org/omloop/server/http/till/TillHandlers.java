package org.omloop.server.http.till;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.Reading;

/** The till's secret for the till, and the code it makes for who has paid. Thread-safe. */
public final class TillHandlers {
  private final TillCodes codes;
  private final Directory directory;
  private final JournalView view;

  /**
   * Makes the handlers.
   *
   * @param server the key from which the tills' secrets are derived
   */
  public TillHandlers(SigningKey server, Directory directory, JournalView view) {
    this.codes = TillCodes.of(server);
    this.directory = directory;
    this.view = view;
  }

  /** {@code GET /v1/accounts/{account}/till-secret}: for the key that asks, and no other. */
  public void secret(RoutingContext context) {
    EnrolledKey key = Caller.of(context).key();
    if (!key.account().equals(new AccountId(Parameters.of(context).text("account")))) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    if (!key.may(Right.RECEIVE)) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    context.json(new JsonObject()
        .put("account", key.account().value())
        .put("key", key.id().text())
        .put("secret", codes.secretOf(key.id())));
  }

  /** {@code GET /v1/entries/{index}/till-code}: for who paid a request of a till. */
  public void code(RoutingContext context) {
    AccountId payer = Caller.of(context).key().account();
    Reading.of(view.leaf(Parameters.of(context).integer("index")))
        .map(leaf -> leaf.map(LeafDecoder::decode)
            .flatMap(entry -> code(entry, payer))
            .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .onSuccess(code -> context.json(new JsonObject().put("code", code)))
        .onFailure(context::fail);
  }

  private Optional<String> code(JournalEntry entry, AccountId payer) {
    if (entry.refusal().isPresent()
        || !(entry.order().order() instanceof Order.Pay pay)
        || !pay.from().equals(payer)) {
      return Optional.empty();
    }
    return pay.request().flatMap(terms -> till(pay.to(), terms)
        .map(till -> codes.code(till, terms.id(), pay.amount())));
  }

  /** The key that asked; the terms name it by its beginning. */
  private Optional<KeyId> till(AccountId payee, RequestTerms terms) {
    return directory.keys().stream()
        .filter(key -> key.account().equals(payee))
        .map(EnrolledKey::id)
        .filter(terms::isBy)
        .findFirst();
  }
}
