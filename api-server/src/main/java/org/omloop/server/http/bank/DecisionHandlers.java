package org.omloop.server.http.bank;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.bank.BankDays;
import org.omloop.server.bank.BankLine;
import org.omloop.server.bank.BankStore;
import org.omloop.server.bank.DecisionKind;
import org.omloop.server.bank.DecisionStore;
import org.omloop.server.bank.KeptLine;
import org.omloop.server.bank.LineDecision;
import org.omloop.server.bank.SignedAgreement;
import org.omloop.server.bank.SignedLineDecision;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.session.OfficeSignature;
import org.omloop.server.http.view.Reading;
import org.omloop.server.payouts.EndToEndId;

/**
 * What people decide about bank lines: one says what lines are and why, another agrees to exactly these words. Nothing of it
 * moves units. Thread-safe.
 */
public final class DecisionHandlers {
  private static final int CREATED = 201;

  /** How often and how soon an agreement is tried again, while the journal is read: three seconds in all. */
  private static final int TRIES = 12;

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final BankStore lines;
  private final DecisionStore decisions;
  private final Function<OrderId, Future<Boolean>> isAtTheBank;
  private final Function<OrderId, Future<Boolean>> mayComeBack;
  private final OfficeSignature signature;
  private final Clock clock;

  /**
   * @param isAtTheBank whether the bank was asked to pay a redemption, and has neither paid it nor was it given back
   * @param mayComeBack whether the euros of a redemption went out, and its units have not come back
   */
  public DecisionHandlers(
      BankStore lines,
      DecisionStore decisions,
      Function<OrderId, Future<Boolean>> isAtTheBank,
      Function<OrderId, Future<Boolean>> mayComeBack,
      OfficeSignature signature,
      Clock clock) {
    this.lines = lines;
    this.decisions = decisions;
    this.isAtTheBank = isAtTheBank;
    this.mayComeBack = mayComeBack;
    this.signature = signature;
    this.clock = clock;
  }

  /** {@code GET /v1/bank/decisions}. */
  public void list(RoutingContext context) {
    Reading.of(decisions.latest())
        .compose(all -> facts(all).map(facts -> {
          JsonArray list = new JsonArray();
          all.forEach(each -> list.add(json(each, facts, context)));
          return new JsonObject().put("decisions", list);
        }))
        .onSuccess(context::json)
        .onFailure(context::fail);
  }

  private Future<Map<String, KeptLine>> facts(List<LineDecision> about) {
    Set<String> keys = new LinkedHashSet<>();
    about.forEach(each -> keys.addAll(each.lines()));
    return Reading.of(lines.lines(keys)).map(found -> found.stream()
        .collect(Collectors.toMap(each -> each.line().key(), each -> each)));
  }

  private void answer(LineDecision it, RoutingContext context) {
    facts(List.of(it))
        .onSuccess(facts -> context.json(json(it, facts, context)))
        .onFailure(context::fail);
  }

  /** {@code POST /v1/bank/decisions}. */
  public void create(RoutingContext context) {
    BodyReader.read(context)
        .map(this::said)
        .compose(said -> fitting(said).compose(fits -> keep(said)))
        .compose(this::found)
        .onSuccess(decision -> {
          context.response().setStatusCode(CREATED);
          answer(decision, context);
        })
        .onFailure(context::fail);
  }

  private SignedLineDecision said(Buffer body) {
    SignedLineDecision said = SignedLineDecision.parse(text(body))
        .orElseThrow(() -> malformed(
            "must be a compact JWS of type omloop-bank-decision+jws over exactly decision, iat, kind, ledger,"
                + " lines (1 to " + SignedLineDecision.MOST + ", each once) and reason (1 to "
                + SignedLineDecision.LONGEST_REASON + " characters), in canonical form"));
    signature.check(said.signed(), said.ledger(), said.saidAt(), false);
    return said;
  }

  private static String text(Buffer body) {
    return body.toString(StandardCharsets.US_ASCII);
  }

  private static Problem malformed(String detail) {
    return Problem.of(ProblemType.MALFORMED_REQUEST, InvalidPart.inBody("", "malformed", detail));
  }

  /** The lines are there, they are what the decision says of them, and none of them pays a payout of ours. */
  private Future<Void> fitting(SignedLineDecision said) {
    return Reading.of(lines.lines(said.lines())).compose(kept -> {
      if (kept.size() < said.lines().size()) {
        throw Problem.of(ProblemType.NOT_FOUND);
      }
      List<BankLine> named = kept.stream().map(KeptLine::line).toList();
      requireNobodyNamed(said, named);
      if (!said.kind().fits(named) || isSomebodys(said.kind(), kept)) {
        throw Problem.of(ProblemType.LINES_DO_NOT_FIT);
      }
      return unlessPayouts(named);
    });
  }

  /** What came in for a member, or from who paid for one before, is not the operator's. */
  private static boolean isSomebodys(DecisionKind kind, List<KeptLine> kept) {
    return kind == DecisionKind.OWN_MONEY
        && kept.stream().anyMatch(each -> each.account().isPresent());
  }

  /** Auditors read reasons, and nothing erases them. The bank, to which costs go, may be named. */
  private static void requireNobodyNamed(SignedLineDecision said, List<BankLine> named) {
    String reason = said.reason().toLowerCase(Locale.ROOT);
    boolean isOfPeople = said.kind() == DecisionKind.MATCH || said.kind() == DecisionKind.RETURN;
    boolean isNamed = named.stream()
        .map(each -> each.otherName().toLowerCase(Locale.ROOT))
        .anyMatch(each -> isOfPeople && !each.isBlank() && reason.contains(each));
    String closed = reason.replace(" ", "");
    boolean isWithAccount = named.stream()
        .flatMap(each -> each.otherIban().stream())
        .anyMatch(each -> closed.contains(each.text().toLowerCase(Locale.ROOT)));
    if (isNamed || isWithAccount) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          InvalidPart.inBody(
              "/reason", "name", "must not name who paid or was paid, nor their account"));
    }
  }

  /**
   * A debit of a payout that waits for it is booked as paid: settled otherwise, its member would be paid twice. A credit of one
   * that came back is booked as returned: settled otherwise, its member would have neither euros nor units.
   */
  private Future<Void> unlessPayouts(List<BankLine> named) {
    Future<Void> done = Future.succeededFuture();
    for (BankLine each : named) {
      Optional<OrderId> redemption = EndToEndId.redemption(each.endToEndId());
      if (redemption.isPresent()) {
        Function<OrderId, Future<Boolean>> isAwaited = each.isCredit() ? mayComeBack : isAtTheBank;
        done = done.compose(before -> isAwaited.apply(redemption.get())).map(isOurs -> {
          if (isOurs) {
            throw Problem.of(ProblemType.LINES_DO_NOT_FIT);
          }
          return null;
        });
      }
    }
    return done;
  }

  private Future<OrderId> keep(SignedLineDecision said) {
    return Reading.of(decisions.add(LineDecision.of(said, now()))).map(kept -> switch (kept) {
      case YES -> said.decision();
      case CONFLICT -> throw Problem.of(ProblemType.DECISION_CONFLICT);
      case TAKEN -> throw Problem.of(ProblemType.LINE_DECIDED);
    });
  }

  private Future<LineDecision> found(OrderId id) {
    return Reading.of(decisions.find(id))
        .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  private static OrderId asked(RoutingContext context) {
    return OrderId.parse(Parameters.of(context).text("decision"));
  }

  /** {@code POST /v1/bank/decisions/{decision}/agreements}. */
  public void agree(RoutingContext context) {
    OrderId asked = asked(context);
    BodyReader.read(context)
        .map(this::agreed)
        .compose(agreed -> found(asked).compose(it -> agree(it, agreed, context.vertx())))
        .compose(this::found)
        .onSuccess(it -> answer(it, context))
        .onFailure(context::fail);
  }

  private SignedAgreement agreed(Buffer body) {
    SignedAgreement agreed = SignedAgreement.parse(text(body))
        .orElseThrow(
            () -> malformed("must be a compact JWS of type omloop-bank-agreement+jws over exactly"
                + " decision, iat, ledger and sha256, in canonical form"));
    signature.check(agreed.signed(), agreed.ledger(), agreed.saidAt(), true);
    return agreed;
  }

  private Future<OrderId> agree(LineDecision it, SignedAgreement agreed, Vertx vertx) {
    if (!agreed.isAbout(it) || !signature.stands(it.by())) {
      throw Problem.of(ProblemType.DECISION_CONFLICT);
    }
    if (!signature.areTwoPeople(it.by(), agreed.signed().key())) {
      throw Problem.of(ProblemType.SECOND_PERSON_NEEDED);
    }
    return keep(it, agreed, vertx, TRIES);
  }

  private Future<OrderId> keep(LineDecision it, SignedAgreement agreed, Vertx vertx, int tries) {
    KeyId second = agreed.signed().key();
    return Reading.of(decisions.agree(it.id(), second, now(), agreed.signed().text()))
        .compose(isDone -> isDone ? Future.succeededFuture(true) : isAgreedBy(it.id(), second))
        .compose(isDone ->
            isDone ? Future.succeededFuture(it.id()) : later(it, agreed, vertx, tries - 1));
  }

  /** Whoever agrees once more, as the first answer was lost, has agreed; false where nobody has and the lines are free. */
  private Future<Boolean> isAgreedBy(OrderId id, KeyId second) {
    return found(id).compose(it -> Reading.of(lines.lines(it.lines())).map(kept -> {
      boolean isDone = it.state() == LineDecision.State.AGREED
          && it.second().filter(second::equals).isPresent();
      boolean isFree = it.state() == LineDecision.State.OPEN
          && kept.stream().allMatch(each -> each.entry().isEmpty());
      if (!isDone && !isFree) {
        throw Problem.of(ProblemType.LINE_DECIDED);
      }
      return isDone;
    }));
  }

  /** The follower has to read the journal's last orders first, which it does twice a second. */
  private Future<OrderId> later(LineDecision it, SignedAgreement agreed, Vertx vertx, int tries) {
    if (tries == 0) {
      throw Problem.of(ProblemType.UNAVAILABLE);
    }
    return vertx
        .timer(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
        .compose(now -> keep(it, agreed, vertx, tries));
  }

  /** {@code POST /v1/bank/decisions/{decision}/withdrawals}. */
  public void withdraw(RoutingContext context) {
    OrderId asked = asked(context);
    found(asked)
        .compose(
            it -> Reading.of(decisions.withdraw(asked, Caller.of(context).key().id(), now())))
        .compose(isDone -> {
          if (!isDone) {
            throw Problem.of(ProblemType.LINE_DECIDED);
          }
          return found(asked);
        })
        .onSuccess(it -> answer(it, context))
        .onFailure(context::fail);
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private JsonObject json(LineDecision it, Map<String, KeptLine> facts, RoutingContext context) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), BankDays.ZONE);
    boolean isOffice = Caller.find(context).filter(Caller::isOffice).isPresent();
    boolean maySign = Caller.find(context)
        .filter(Caller::isOffice)
        .filter(each -> it.state() == LineDecision.State.OPEN)
        .filter(each -> signature.stands(it.by()))
        .filter(each -> signature.areTwoPeople(it.by(), each.key().id()))
        .isPresent();
    JsonObject json = new JsonObject()
        .put("decision", it.id().toString())
        .put("kind", it.kind().wireName())
        .put("state", it.state().wireName())
        .put(
            "lines",
            new JsonArray(it.lines().stream()
                .map(facts::get)
                .map(line -> BankJson.line(line, today, isOffice))
                .toList()))
        .put("reason", it.reason())
        .put("by", it.by().text())
        .put("madeAt", Instant.ofEpochSecond(it.madeAt()).toString())
        .put("signed", it.signed())
        .put("maySign", maySign);
    it.second().ifPresent(second -> json.put("second", second.text()));
    it.withdrawn().ifPresent(by -> json.put("withdrawnBy", by.text()));
    it.decidedAt()
        .ifPresent(at -> json.put("decidedAt", Instant.ofEpochSecond(at).toString()));
    return json;
  }
}
