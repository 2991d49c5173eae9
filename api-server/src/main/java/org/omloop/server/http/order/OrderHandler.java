package org.omloop.server.http.order;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.order.MalformedOrder;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.http.guard.BodyReader;
import org.omloop.server.http.guard.MediaTypes;
import org.omloop.server.http.guard.RateLimit;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemText;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.sequencer.Outcome;

/**
 * Takes signed orders of some types: read, verify, submit, answer. {@code Problems} renders failures. Confined to its
 * pool's event loop.
 */
public final class OrderHandler implements Handler<RoutingContext> {
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final String COMPACT = "application/jose";
  private static final int OK = 200;
  private static final int CREATED = 201;

  private final Set<String> types;
  private final VerificationPool pool;
  private final RateLimit perKey;
  private final Function<SignedOrder, Future<Outcome>> submit;

  /**
   * Makes a handler.
   *
   * @param types the types of order it takes
   * @param submit puts a verified order in sequence
   */
  public OrderHandler(
      Set<String> types,
      VerificationPool pool,
      RateLimit perKey,
      Function<SignedOrder, Future<Outcome>> submit) {
    this.types = types;
    this.pool = pool;
    this.perKey = perKey;
    this.submit = submit;
  }

  @Override
  public void handle(RoutingContext context) {
    BodyReader.read(context)
        .compose(body -> pool.check(text(body, context)))
        .compose(order -> submit.apply(admitted(order, context)))
        .onSuccess(outcome -> answer(outcome, context))
        .onFailure(context::fail);
  }

  /** An order is ASCII through and through; other bytes become a character that no order holds. */
  private static String text(Buffer body, RoutingContext context) {
    String text = body.toString(StandardCharsets.US_ASCII);
    boolean compact = MediaTypes.contentType(context.request()).equals(COMPACT);
    if (compact == text.startsWith("{")) {
      throw new MalformedOrder(
          "", "must be compact as application/jose, and JSON as application/jose+json");
    }
    return text;
  }

  /** Limits count only for keys that did sign, or anyone could use up another's. */
  private SignedOrder admitted(SignedOrder order, RoutingContext context) {
    if (!types.contains(OrderType.of(order.order()))) {
      throw Problem.of(
          ProblemType.WRONG_RESOURCE,
          InvalidPart.inBody(
              "/type",
              "wrong-resource",
              "must be one of " + types.stream().sorted().toList()));
    }
    if (!isAboutHoldInPath(order.order(), context)) {
      throw Problem.of(
          ProblemType.MALFORMED_ORDER,
          InvalidPart.inBody("/hold", "mismatch", "must be the hold in the address"));
    }
    OptionalInt wait = perKey.take(order.signatures().get(0).key().text());
    if (wait.isPresent()) {
      throw Problem.later(ProblemType.RATE_LIMITED, wait.getAsInt());
    }
    return order;
  }

  private static boolean isAboutHoldInPath(Order order, RoutingContext context) {
    Optional<OrderId> hold = Optional.empty();
    if (order instanceof Order.Capture capture) {
      hold = Optional.of(capture.hold());
    } else if (order instanceof Order.Release release) {
      hold = Optional.of(release.hold());
    }
    String inPath = context.pathParam("hold");
    return inPath == null || hold.filter(each -> each.toString().equals(inPath)).isPresent();
  }

  private static void answer(Outcome outcome, RoutingContext context) {
    if (outcome instanceof Outcome.Booked booked) {
      answer(booked, context);
    } else {
      context.fail(Problem.conflict(((Outcome.Conflict) outcome).index()));
    }
  }

  private static void answer(Outcome.Booked booked, RoutingContext context) {
    Optional<Refusal> refusal = booked.entry().refusal();
    HttpServerResponse response = context.response();
    if (refusal.isPresent()) {
      response.setStatusCode(ProblemType.REFUSED);
      response.putHeader(HttpHeaders.CONTENT_TYPE, ProblemText.MEDIA_TYPE);
      response.end(BookingText.refusal(booked, refusal.get(), context));
      return;
    }
    response.setStatusCode(booked.replayed() ? OK : CREATED);
    response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
    response.putHeader(HttpHeaders.LOCATION, BookingText.address(booked));
    response.end(BookingText.booking(booked));
  }
}
