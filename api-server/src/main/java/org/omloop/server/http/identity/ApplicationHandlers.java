package org.omloop.server.http.identity;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
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
import org.omloop.server.identity.ApplicationQuestion;
import org.omloop.server.identity.Applications;
import org.omloop.server.identity.Dossier;
import org.omloop.server.identity.Refused;
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
  private static final Set<String> OF_THE_OFFICE =
      Set.of("contractNumber", "contractDate", "identifiedBy", "identifiedOn");

  /** What needs somebody: an approved one until its account is opened. */
  private static final List<String> UNFINISHED = List.of("waiting", "asked", "approved");

  private final Applications applications;
  private final Directory directory;
  private final Notices notices;
  private final CallerAddress caller;
  private final RateLimit perAddress;
  private final RateLimit readingsPerAddress;

  /**
   * Makes the handlers.
   *
   * @param caller where requests come from
   * @param perAddress how many one network address may send
   * @param readingsPerAddress how often one may ask what became of them
   */
  public ApplicationHandlers(
      Applications applications,
      Directory directory,
      Notices notices,
      CallerAddress caller,
      RateLimit perAddress,
      RateLimit readingsPerAddress) {
    this.applications = applications;
    this.directory = directory;
    this.notices = notices;
    this.caller = caller;
    this.perAddress = perAddress;
    this.readingsPerAddress = readingsPerAddress;
  }

  /** {@code POST /v1/applications}. The answer is the same whoever asks, and whether or not they are known here. */
  public void create(RoutingContext context) {
    OptionalInt wait = perAddress.take(caller.of(context.request()));
    if (wait.isPresent()) {
      throw Problem.later(ProblemType.RATE_LIMITED, wait.getAsInt());
    }
    BodyReader.read(context)
        .compose(body -> {
          JsonObject json = Told.object(body, DossierJson.with("kind"));
          return Reading.of("applications to join", applications.add(kind(json), applied(json)));
        })
        .compose(sent -> tell(
                sent.id(),
                NoticeKind.APPLICATION_RECEIVED,
                Optional.of(Language.of(context).tag()))
            .map(sent.code()))
        .onSuccess(code -> context.response().setStatusCode(201))
        .onSuccess(code -> context.json(new JsonObject().put("state", "waiting").put("code", code)))
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

  /** {@code POST /v1/applications/states}: what became of one, for whoever has its code, which is in no address. */
  public void read(RoutingContext context) {
    OptionalInt wait = readingsPerAddress.take(caller.of(context.request()));
    if (wait.isPresent()) {
      throw Problem.later(ProblemType.RATE_LIMITED, wait.getAsInt());
    }
    BodyReader.read(context)
        .compose(body -> {
          String code = Told.text(Told.object(body, Set.of("code")), "code");
          return Reading.of("applications to join", applications.byCode(code));
        })
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)))
        .onSuccess(found -> context.json(ApplicationJson.forTheApplicant(found)))
        .onFailure(context::fail);
  }

  /** {@code GET /v1/applications}: the oldest first, those that need somebody unless others are asked for. */
  public void list(RoutingContext context) {
    Parameters parameters = Parameters.of(context);
    ApplicationQuestion question = new ApplicationQuestion(
        parameters.optionalText("state").map(List::of).orElse(UNFINISHED),
        parameters.optionalText("kind").orElse(""),
        parameters.optionalText("after").map(ApplicationJson::place),
        (int) parameters.integer("limit"));
    Reading.of("applications to join", applications.find(question))
        .onSuccess(page -> context.json(ApplicationJson.page(page, question)))
        .onFailure(context::fail);
  }

  /** {@code POST /v1/applications/{application}/decisions}. */
  public void decide(RoutingContext context) {
    String id = Parameters.of(context).text("application");
    String by = Caller.of(context).key().id().text();
    BodyReader.read(context)
        .compose(body -> {
          JsonObject json = Told.object(body, Set.of("state", "account", "reason", "words"));
          String state = Told.text(json, "state");
          return Reading.of(
                  "applications to join",
                  applications.decide(id, state, account(json, state), refused(json, state), by))
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

  /** Whoever is refused may read why, so it takes a reason. */
  private static Optional<Refused> refused(JsonObject json, String state) {
    if (!state.equals("refused")) {
      if (json.containsKey("reason") || json.containsKey("words")) {
        throw wrong("/reason", "belongs to a refusal");
      }
      return Optional.empty();
    }
    String reason = json.containsKey("reason") ? Told.text(json, "reason") : "";
    if (!Refused.REASONS.contains(reason)) {
      throw wrong("/reason", "must be one of the contract's reasons");
    }
    String words = json.containsKey("words") ? Told.text(json, "words") : "";
    try {
      return Optional.of(new Refused(reason, words.strip()));
    } catch (IllegalArgumentException e) {
      throw wrong("/words", String.valueOf(e.getMessage()));
    }
  }

  private static Problem wrong(String place, String why) {
    return Problem.of(ProblemType.MALFORMED_REQUEST, InvalidPart.inBody(place, "malformed", why));
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
