package org.omloop.server.http.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.order.Order;
import org.omloop.server.circulation.Looks;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.guard.MediaTypes;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.identity.Dossier;
import org.omloop.server.identity.People;
import org.omloop.server.identity.Person;
import org.omloop.server.letters.PersonalDataPdf;

/** What the office knows of members, and what a member may see of it. Thread-safe. */
public final class DossierHandlers {
  private static final int LONGEST_SEARCH = 100;
  private static final String PDF = "application/pdf";
  private static final Set<String> FORMS = Set.of("application/json", PDF);

  private final People people;
  private final Directory directory;
  private final PersonalData personalData;
  private final Looks looks;
  private final Vertx vertx;
  private final Clock clock;

  /**
   * Makes the handlers.
   *
   * @param looks keeps whose dossiers who of the office has seen
   */
  public DossierHandlers(
      People people,
      Directory directory,
      PersonalData personalData,
      Looks looks,
      Vertx vertx,
      Clock clock) {
    this.people = people;
    this.directory = directory;
    this.personalData = personalData;
    this.looks = looks;
    this.vertx = vertx;
    this.clock = clock;
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
          return Reading.of("members' dossiers", people.search(text));
        })
        .compose(found -> look(accounts(found), context).map(found))
        .onSuccess(found -> context.json(new JsonObject()
            .put("dossiers", new JsonArray(found.stream().map(DossierJson::of).toList()))))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/accounts/{account}/dossier}. */
  public void dossier(RoutingContext context) {
    AccountId account = account(context).id();
    look(List.of(account), context)
        .compose(kept -> Reading.of("members' dossiers", people.of(account)))
        .map(found -> found.map(DossierJson::of).orElseGet(() -> nobody(account)))
        .onSuccess(context::json)
        .onFailure(context::fail);
  }

  private static List<AccountId> accounts(List<Person> found) {
    return found.stream().map(Person::account).flatMap(Optional::stream).toList();
  }

  /** Accounts alone: what was sought or read is kept nowhere. */
  private Future<Void> look(List<AccountId> accounts, RoutingContext context) {
    if (accounts.isEmpty()) {
      return Future.succeededFuture();
    }
    String what = accounts.stream().map(AccountId::value).collect(Collectors.joining(" "));
    return Reading.of(
        "members' dossiers",
        looks.add(
            Caller.of(context).key().id(), clock.instant().getEpochSecond(), "dossier " + what));
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
          return Reading.of("members' dossiers", people.isErased(account)).compose(isErased -> {
            if (isErased) {
              throw Problem.of(ProblemType.MEMBER_LEFT);
            }
            return Reading.of("members' dossiers", people.change(account, dossier, version));
          });
        })
        .map(kept -> kept.orElseThrow(() -> Problem.of(ProblemType.DOSSIER_CONFLICT)))
        .onSuccess(person -> context.json(DossierJson.of(person)))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/accounts/{account}/personal-data}: for the member, and for the office to hand over; as JSON or PDF. */
  public void personalData(RoutingContext context) {
    Caller caller = Caller.of(context);
    if (!caller.isOffice()) {
      requireManager(caller.key(), context.pathParam("account"));
    }
    Account account = account(context);
    Future<Void> looked =
        caller.isOffice() ? look(List.of(account.id()), context) : Future.succeededFuture();
    boolean isPdf = MediaTypes.best(FORMS, context).filter(PDF::equals).isPresent();
    looked
        .compose(kept -> Reading.of("members' dossiers", personalData.of(account)))
        .compose(data -> isPdf ? drawn(data, context) : Future.succeededFuture(data.toBuffer()))
        .onSuccess(body -> context
            .response()
            .putHeader(HttpHeaders.CONTENT_TYPE, isPdf ? PDF : "application/json")
            .end(body))
        .onFailure(context::fail);
  }

  private Future<Buffer> drawn(JsonObject data, RoutingContext context) {
    boolean isDutch = Language.of(context) == Language.NL;
    String circuit = directory.genesis().map(Order.Genesis::name).orElse("");
    return vertx.executeBlocking(
        () -> Buffer.buffer(PersonalDataPdf.draw(data, circuit, isDutch, clock.instant())), false);
  }

  private static void requireManager(EnrolledKey key, String account) {
    if (!key.account().value().equals(account)) {
      throw Problem.of(ProblemType.NOT_FOUND);
    }
    if (!key.may(Right.PAY) || !key.may(Right.RECEIVE)) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
  }

  private Account account(RoutingContext context) {
    return directory
        .account(new AccountId(context.pathParam("account")))
        .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
  }
}
