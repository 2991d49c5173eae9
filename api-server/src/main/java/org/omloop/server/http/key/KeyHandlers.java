package org.omloop.server.http.key;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.server.directory.Directory;
import org.omloop.server.directory.Invited;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/** The keys of an account, and what an invitation promises. Thread-safe. */
public final class KeyHandlers {
  private final Directory directory;
  private final Clock clock;

  public KeyHandlers(Directory directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** {@code GET /v1/accounts/{account}/keys}. */
  public void keys(RoutingContext context) {
    AccountId account = directory
        .account(new AccountId(context.pathParam("account")))
        .map(Account::id)
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    JsonArray keys = new JsonArray();
    directory.keys().stream()
        .filter(key -> key.account().equals(account))
        .sorted(Comparator.comparing(key -> key.id().text()))
        .map(this::json)
        .forEach(keys::add);
    context.json(new JsonObject().put("account", account.value()).put("keys", keys));
  }

  private JsonObject json(EnrolledKey key) {
    JsonObject json = new JsonObject()
        .put("key", key.id().text())
        .put("label", key.label())
        .put("rights", rights(key.rights()))
        .put("revoked", key.revoked());
    if (!isOfMember(key.account())) {
      json.put("holder", key.holder()); // two people have to sign there, and not two devices
    }
    if (key.waits(clock.instant().getEpochSecond())) {
      json.put("activeFrom", Instant.ofEpochSecond(key.activeFrom()).toString());
    }
    key.perOrder().ifPresent(most -> json.put("perOrder", most.minorUnits()));
    key.perDay().ifPresent(most -> json.put("perDay", most.minorUnits()));
    return json;
  }

  private boolean isOfMember(AccountId account) {
    return directory
        .account(account)
        .filter(each -> each.type() == AccountType.HOLDER)
        .isPresent();
  }

  /** {@code GET /v1/invitations/{codeHash}}. */
  public void invitation(RoutingContext context) {
    Invited invited = directory
        .invited(Parameters.of(context).text("codeHash"))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    context.json(new JsonObject()
        .put("account", invited.account().value())
        .put("role", role(invited.account()))
        .put("holder", invited.invitation().holder())
        .put("label", invited.invitation().label())
        .put("rights", rights(invited.invitation().rights()))
        .put("expiresAt", Instant.ofEpochSecond(invited.invitation().until()).toString())
        .put("state", state(invited)));
  }

  private String role(AccountId account) {
    return directory
        .account(account)
        .map(each -> each.classification().role().wireName())
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }

  private String state(Invited invited) {
    if (invited.used()) {
      return "used";
    }
    boolean isOver = invited.invitation().until() < clock.instant().getEpochSecond();
    return isOver ? "expired" : "open";
  }

  private static JsonArray rights(Set<Right> rights) {
    return rights.stream()
        .map(Right::wireName)
        .sorted()
        .collect(JsonArray::new, JsonArray::add, JsonArray::addAll);
  }
}
