package org.omloop.server.http.proposal;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.OrderSignature;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.SignatureVerifier;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.contract.Parameters;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.session.Caller;
import org.omloop.server.http.view.Reading;
import org.omloop.server.proposals.Proposal;
import org.omloop.server.proposals.ProposalStore;

/**
 * Orders that one operator has signed, laid ready for another; and grants that one of a programme's people has, which the
 * office has no part in. Whoever signs second sends the whole as any order; nothing
 * is booked here. Thread-safe.
 */
public final class ProposalHandlers {
  private static final int CREATED = 201;

  /** A week, and as much as clocks may differ. */
  private static final long LONGEST_SECONDS = 7L * 24 * 60 * 60 + Terms.CLOCK_TOLERANCE_SECONDS;

  private final Directory directory;
  private final ProposalStore proposals;
  private final Supplier<String> origin;
  private final Clock clock;

  /**
   * Makes the handlers.
   *
   * @param origin the ledger's, which orders must name
   */
  public ProposalHandlers(
      Directory directory, ProposalStore proposals, Supplier<String> origin, Clock clock) {
    this.directory = directory;
    this.proposals = proposals;
    this.origin = origin;
    this.clock = clock;
  }

  /** {@code POST /v1/proposals}. */
  public void create(RoutingContext context) {
    BodyReader.read(context)
        .map(this::checked)
        .compose(proposal -> Reading.of(
                "orders that wait for a second signature", proposals.add(proposal))
            .map(kept -> switch (kept) {
              case YES -> proposal.order();
              case CONFLICT -> throw Problem.of(ProblemType.PROPOSAL_CONFLICT);
              case FULL -> throw Problem.of(ProblemType.PROPOSALS_FULL);
            }))
        .compose(this::found)
        .onSuccess(proposal -> {
          context
              .response()
              .setStatusCode(CREATED)
              .putHeader(HttpHeaders.LOCATION, "/v1/orders/" + proposal.order());
          context.json(json(proposal, context));
        })
        .onFailure(context::fail);
  }

  private Proposal checked(Buffer body) {
    SignedOrder order = SignedOrder.parse(body.toString(StandardCharsets.US_ASCII));
    OrderSignature by = order.signatures().get(0);
    Optional<AccountId> from = Granting.source(order.order());
    AccountId source = from.orElse(Ledger.OPERATOR);
    EnrolledKey key = directory
        .key(by.key())
        .filter(each -> each.stands(now()) && each.account().equals(source))
        .orElseThrow(() -> Problem.of(ProblemType.UNKNOWN_SIGNER));
    if (!SignatureVerifier.fastest().isValid(key.key(), by.signed(), by.signature())) {
      throw Problem.of(ProblemType.WRONG_SIGNATURE);
    }
    if (from.isPresent()
        ? !key.may(Right.PAY) || !mayGrant(source)
        : !key.may(Right.OPERATE) && !key.may(Right.APPROVE)) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    Terms terms = order.order().terms();
    if (order.signatures().size() > 1) {
      throw malformed("", "signatures", "must be signed by one; with two it is an order to send");
    }
    if (!terms.ledger().equals(origin.get())) {
      throw malformed("/ledger", "mismatch", "must be this ledger's name");
    }
    if (terms.isOver(now())
        || terms.isEarly(now())
        || terms.expiresAt() > now() + LONGEST_SECONDS) {
      throw malformed("/exp", "time", "must be later than now by a week at most, and iat not");
    }
    return new Proposal(order.id(), source, order.text(), key.id(), now(), terms.expiresAt());
  }

  /** What no second signature could book is not kept: it would be a place for anybody to put things. */
  private boolean mayGrant(AccountId source) {
    return directory
        .account(source)
        .filter(Granting::isSource)
        .filter(each -> each.status() == AccountStatus.OPEN)
        .isPresent();
  }

  private static Problem malformed(String pointer, String code, String detail) {
    return Problem.of(ProblemType.MALFORMED_REQUEST, InvalidPart.inBody(pointer, code, detail));
  }

  /** {@code GET /v1/proposals}. */
  public void list(RoutingContext context) {
    Caller caller = Caller.of(context);
    Optional<AccountId> programme = programme(caller);
    if (!caller.isOffice() && !caller.isAuditor() && programme.isEmpty()) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    Future<List<Proposal>> open = caller.isAuditor()
        ? proposals.open(now())
        : proposals.open(programme.orElse(Ledger.OPERATOR), now());
    Reading.of("orders that wait for a second signature", open)
        .onSuccess(all -> {
          JsonArray list = new JsonArray();
          all.forEach(each -> list.add(json(each, context)));
          context.json(new JsonObject().put("proposals", list));
        })
        .onFailure(context::fail);
  }

  private Optional<AccountId> programme(Caller caller) {
    return Granting.account(caller, directory).map(Account::id);
  }

  /** A programme's people see its grants, and the office all else. */
  private static boolean isTheirs(Proposal proposal, Optional<AccountId> programme) {
    return proposal.source().equals(programme.orElse(Ledger.OPERATOR));
  }

  /** {@code POST /v1/proposals/{order}/withdrawals}. */
  public void withdraw(RoutingContext context) {
    Optional<AccountId> programme = programme(Caller.of(context));
    if (!Caller.of(context).isOffice() && programme.isEmpty()) {
      throw Problem.of(ProblemType.RIGHT_MISSING);
    }
    found(OrderId.parse(Parameters.of(context).text("order")))
        .map(proposal -> {
          if (!isTheirs(proposal, programme)) {
            throw Problem.of(ProblemType.NOT_FOUND);
          }
          return proposal;
        })
        .compose(proposal -> Reading.of(
                "orders that wait for a second signature",
                proposals.withdraw(proposal.order(), now()))
            .map(withdrawn -> proposal))
        .onSuccess(proposal -> context.json(json(proposal, context)))
        .onFailure(context::fail);
  }

  private Future<Proposal> found(OrderId order) {
    return Reading.of("orders that wait for a second signature", proposals.find(order))
        .map(proposal -> proposal.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)));
  }

  /** Two keys of one person are one person. */
  private boolean maySign(Proposal proposal, Optional<Caller> caller) {
    String maker = directory.key(proposal.by()).map(EnrolledKey::holder).orElse("");
    return caller
        .filter(each -> each.isOffice() || programme(each).isPresent())
        .filter(each -> isTheirs(proposal, programme(each)))
        .filter(each -> !each.key().holder().equals(maker))
        .isPresent();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private JsonObject json(Proposal proposal, RoutingContext context) {
    return new JsonObject()
        .put("order", proposal.order().toString())
        .put("signed", proposal.signed())
        .put("by", proposal.by().text())
        .put("maySign", maySign(proposal, Caller.find(context)))
        .put("madeAt", Instant.ofEpochSecond(proposal.madeAt()).toString())
        .put("expiresAt", Instant.ofEpochSecond(proposal.expiresAt()).toString());
  }
}
