package org.omloop.server.http.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.guard.CallerAddress;
import org.omloop.server.http.guard.RateLimit;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Language;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.identity.Application;
import org.omloop.server.identity.Applications;
import org.omloop.server.identity.Dossier;
import org.omloop.server.notices.NoticeKind;
import org.omloop.server.notices.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asking to join: by anybody, answered by the office. Thread-safe. */
public final class ApplicationHandlers {
  private static final Logger LOG = LoggerFactory.getLogger(ApplicationHandlers.class);
  private static final Set<String> KINDS = Set.of("resident", "organisation");
  private static final Set<String> DECISIONS = Set.of("approved", "asked", "refused");
  /** What an applicant has no say in. */
  private static final Set<String> OF_THE_OFFICE = Set.of("contractNumber", "contractDate");

  private final Applications applications;
  private final Directory directory;
  private final Notices notices;
  private final RateLimit perAddress;

  /** Makes the handlers; perAddress is how many one network address may send. */
  public ApplicationHandlers(
      Applications applications, Directory directory, Notices notices, RateLimit perAddress) {
    this.applications = applications;
    this.directory = directory;
    this.notices = notices;
    this.perAddress = perAddress;
  }

  /** {@code POST /v1/applications}. The answer is the same whoever asks, and whether or not they are known here. */
  public void create(RoutingContext context) {
    OptionalInt wait = perAddress.take(CallerAddress.of(context.request()));
    if (wait.isPresent()) {
      throw Problem.later(ProblemType.RATE_LIMITED, wait.getAsInt());
    }
    BodyReader.read(context)
        .compose(body -> {
          JsonObject json = Told.object(body, DossierJson.with("kind"));
          return Reading.of(applications.add(kind(json), applied(json)));
        })
        .compose(id -> tell(
            id,
            NoticeKind.APPLICATION_RECEIVED,
            Optional.of(Language.of(context).tag())))
        .onSuccess(id -> context.response().setStatusCode(201))
        .onSuccess(id -> context.json(new JsonObject().put("state", "waiting")))
        .onFailure(context::fail);
  }

  /** What was decided stands, whether or not it can be told. */
  private Future<String> tell(String person, NoticeKind kind, Optional<String> language) {
    return notices
        .tellApplicant(person, kind, language)
        .onFailure(cause -> LOG.warn("somebody was not told: {}", cause.toString()))
        .transform(told -> Future.succeededFuture(person));
  }

  private static String kind(JsonObject json) {
    String kind = Told.text(json, "kind");
    if (!KINDS.contains(kind)) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("/kind", "malformed", "must be resident or organisation"));
    }
    return kind;
  }

  private static Dossier applied(JsonObject json) {
    JsonObject told = json.copy();
    told.remove("kind");
    Dossier dossier = DossierJson.read(told, "");
    if (OF_THE_OFFICE.stream().anyMatch(name -> !dossier.text(name).isEmpty())) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("/contractNumber", "unknown", "is the office's to say"));
    }
    if (kind(json).equals("resident")) {
      DossierJson.require(dossier, "name", "email");
    } else {
      DossierJson.require(dossier, "name", "legalName", "email", "kvk", "sector", "street");
    }
    return dossier;
  }

  /** {@code GET /v1/applications}: those that need somebody, the oldest first. */
  public void list(RoutingContext context) {
    Reading.of(applications.open())
        .map(all -> all.stream().filter(this::isUnfinished).map(this::json).toList())
        .onSuccess(all -> context.json(new JsonObject().put("applications", new JsonArray(all))))
        .onFailure(context::fail);
  }

  /** An approved one whose account was never opened still needs somebody. */
  private boolean isUnfinished(Application application) {
    return application.person().account().flatMap(directory::account).isEmpty();
  }

  private JsonObject json(Application application) {
    JsonObject json = new JsonObject()
        .put("application", application.person().id())
        .put("kind", application.kind())
        .put("state", application.state())
        .put("madeAt", Instant.ofEpochSecond(application.person().madeAt()).toString())
        .put("dossier", application.person().dossier().json());
    application.person().account().ifPresent(account -> json.put("account", account.value()));
    application
        .decidedAt()
        .ifPresent(time -> json.put("decidedAt", Instant.ofEpochSecond(time).toString()));
    return json;
  }

  /** {@code POST /v1/applications/{application}/decisions}. */
  public void decide(RoutingContext context) {
    String id = Parameters.of(context).text("application");
    String by = Caller.of(context).key().id().text();
    BodyReader.read(context)
        .compose(body -> {
          JsonObject json = Told.object(body, Set.of("state", "account"));
          String state = Told.text(json, "state");
          return Reading.of(applications.decide(id, state, account(json, state), by))
              .map(isFirst -> {
                if (!isFirst) {
                  throw Problem.of(ProblemType.APPLICATION_CONFLICT);
                }
                return state;
              })
              .compose(decided -> decided.equals("refused")
                  ? tell(id, NoticeKind.APPLICATION_REFUSED, Optional.empty()).map(decided)
                  : Future.succeededFuture(decided));
        })
        .onSuccess(state -> context.json(new JsonObject().put("state", state)))
        .onFailure(context::fail);
  }

  private Optional<AccountId> account(JsonObject json, String state) {
    boolean isApproved = state.equals("approved");
    if (!DECISIONS.contains(state) || json.containsKey("account") != isApproved) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody(
              "/state", "malformed", "must be asked, refused, or approved with an account"));
    }
    if (!isApproved) {
      return Optional.empty();
    }
    String account = Told.text(json, "account");
    if (!AccountId.isValid(account) || directory.account(new AccountId(account)).isPresent()) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody("/account", "malformed", "must be the name of a new account"));
    }
    return Optional.of(new AccountId(account));
  }
}
