package org.omloop.server.http.identity;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.http.view.StillHere;
import org.omloop.server.identity.BankAccount;
import org.omloop.server.identity.BankAccounts;

/** {@code POST /v1/accounts/{account}/bank-accounts}. Thread-safe. */
public final class BankAccountHandler implements Handler<RoutingContext> {
  private static final Set<String> MEMBERS = Set.of("iban", "ibanHash", "name", "salt");

  private final BankAccounts accounts;
  private final Directory directory;

  public BankAccountHandler(BankAccounts accounts, Directory directory) {
    this.accounts = accounts;
    this.directory = directory;
  }

  @Override
  public void handle(RoutingContext context) {
    EnrolledKey key = Caller.of(context).key();
    if (!key.account().value().equals(context.pathParam("account"))) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    if (!key.may(Right.REDEEM)) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    StillHere.require(key.account(), directory);
    BodyReader.read(context)
        .map(BankAccountHandler::read)
        .compose(told -> Reading.of("members' bank accounts", accounts.keep(key.account(), told))
            .map(became -> hash(told, became)))
        .onSuccess(hash -> context.json(new JsonObject().put("ibanHash", hash)))
        .onFailure(context::fail);
  }

  private static String hash(BankAccount told, BankAccounts.Told became) {
    return switch (became) {
      case KEPT -> told.ibanHash();
      case TOO_MANY -> throw Problem.of(ProblemType.BANK_ACCOUNTS_EXHAUSTED);
      case LEFT -> throw Problem.of(ProblemType.MEMBER_LEFT);
    };
  }

  private static BankAccount read(Buffer body) {
    JsonObject json = Told.object(body, MEMBERS);
    try {
      BankAccount told = new BankAccount(
          Told.text(json, "iban"), Told.text(json, "name"), Told.text(json, "salt"));
      if (told.ibanHash().equals(Told.text(json, "ibanHash"))) {
        return told;
      }
    } catch (IllegalArgumentException e) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("", "malformed", String.valueOf(e.getMessage())));
    }
    throw Problem.of(
        ProblemType.MALFORMED_REQUEST,
        InvalidPart.inBody(
            "/ibanHash", "hash", "must be base64url of SHA-256 over the salt's bytes and iban"));
  }
}
