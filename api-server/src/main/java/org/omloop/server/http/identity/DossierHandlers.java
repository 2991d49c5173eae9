package org.omloop.server.http.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.identity.BankAccount;
import org.omloop.server.identity.Dossier;
import org.omloop.server.identity.People;
import org.omloop.server.identity.Person;
import org.omloop.server.members.Member;
import org.omloop.server.members.MemberStore;

/** What the office knows of members, and what a member may see of it. Thread-safe. */
public final class DossierHandlers {
  private static final int LONGEST_SEARCH = 100;

  private final People people;
  private final Directory directory;
  private final MemberStore members;

  public DossierHandlers(People people, Directory directory, MemberStore members) {
    this.people = people;
    this.directory = directory;
    this.members = members;
  }

  /** {@code POST /v1/dossiers/searches}: what is sought is in the body, as addresses end in logs. */
  public void search(RoutingContext context) {
    BodyReader.read(context)
        .map(body -> Told.text(Told.object(body, Set.of("text")), "text"))
        .compose(text -> {
          if (text.length() > LONGEST_SEARCH) {
            throw Problem.of(
                ProblemType.MALFORMED_REQUEST,
                InvalidPart.inBody("/text", "long", "must be at most 100 characters"));
          }
          return Reading.of(people.search(text));
        })
        .onSuccess(found -> context.json(new JsonObject()
            .put("dossiers", new JsonArray(found.stream().map(DossierJson::of).toList()))))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/accounts/{account}/dossier}. */
  public void dossier(RoutingContext context) {
    AccountId account = account(context).id();
    Reading.of(people.of(account))
        .map(found -> found.map(DossierJson::of).orElseGet(() -> nobody(account)))
        .onSuccess(context::json)
        .onFailure(context::fail);
  }

  private static JsonObject nobody(AccountId account) {
    return new JsonObject()
        .put("account", account.value())
        .put("version", 0)
        .put("dossier", Dossier.EMPTY.json());
  }

  /** {@code POST /v1/accounts/{account}/dossier}. */
  public void change(RoutingContext context) {
    AccountId account = account(context).id();
    BodyReader.read(context)
        .compose(body -> {
          JsonObject json = Told.object(body, Set.of("version", "dossier"));
          if (!(json.getValue("version") instanceof Integer version)
              || !(json.getValue("dossier") instanceof JsonObject told)) {
            throw Problem.of(
                ProblemType.MALFORMED_REQUEST,
                InvalidPart.inBody("", "malformed", "must have a version and a dossier"));
          }
          Told.known(told, Dossier.names(), "/dossier");
          Dossier dossier = DossierJson.read(told, "/dossier");
          return Reading.of(people.change(account, dossier, version));
        })
        .map(kept -> kept.orElseThrow(() -> Problem.of(ProblemType.DOSSIER_CONFLICT)))
        .onSuccess(person -> context.json(DossierJson.of(person)))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/accounts/{account}/personal-data}: for the member, and for the office to hand over. */
  public void personalData(RoutingContext context) {
    Caller caller = Caller.of(context);
    if (!caller.isOffice()) {
      requireManager(caller.key(), context.pathParam("account"));
    }
    Account account = account(context);
    Future<List<BankAccount>> bankAccounts = Reading.of(people.bankAccounts(account.id()));
    Reading.of(people.of(account.id()))
        .compose(person -> bankAccounts.compose(banks -> Reading.of(members.all())
            .map(stated -> personalData(account, person.map(Person::dossier), banks, stated))))
        .onSuccess(context::json)
        .onFailure(context::fail);
  }

  private static void requireManager(EnrolledKey key, String account) {
    if (!key.account().value().equals(account)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    if (!key.may(Right.PAY) || !key.may(Right.RECEIVE)) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
  }

  private JsonObject personalData(
      Account account, Optional<Dossier> dossier, List<BankAccount> banks, List<Member> stated) {
    JsonObject json = new JsonObject()
        .put("account", account.id().value())
        .put("role", account.classification().role().wireName())
        .put("sector", account.classification().sector())
        .put("area", account.classification().area())
        .put("level", account.level())
        .put("status", account.status().wireName())
        .put("dossier", dossier.orElse(Dossier.EMPTY).json())
        .put(
            "bankAccounts",
            new JsonArray(banks.stream()
                .map(each -> new JsonObject()
                    .put("iban", each.iban())
                    .put("name", each.name())
                    .put("ibanHash", each.ibanHash()))
                .toList()))
        .put(
            "keys",
            new JsonArray(directory.keys().stream()
                .filter(key -> key.account().equals(account.id()))
                .map(key -> new JsonObject()
                    .put("key", key.id().text())
                    .put("label", key.label())
                    .put("revoked", key.revoked()))
                .toList()));
    stated.stream()
        .filter(each -> each.account().equals(account.id()))
        .forEach(each -> json.put(
            "publicName",
            new JsonObject()
                .put("name", each.name())
                .put("legalName", each.legalName())
                .put("street", each.street())
                .put("neighbourhood", each.neighbourhood())));
    return json;
  }

  private Account account(RoutingContext context) {
    return directory
        .account(new AccountId(context.pathParam("account")))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
