package org.omloop.server.http.request;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.payment.RequestId;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.http.view.Reading;
import org.omloop.server.requests.RequestStore;
import org.omloop.server.requests.RequestStore.Attempt;
import org.omloop.server.sequencer.Outcome;

/**
 * Stands before the ledger for payments of a request, and knows what the ledger cannot: that the payee took the request
 * back, or that another wallet is confirming it. Neither is a refusal; nothing is booked, and the same order may be sent
 * again (docs/adr/0019). Thread-safe.
 */
public final class RequestGate {
  private final Directory directory;
  private final RequestStore requests;
  private final Function<OrderId, Future<Optional<Long>>> indexOf;
  private final Function<SignedOrder, Future<Outcome>> submit;
  private final Clock clock;

  /**
   * Makes a gate.
   *
   * @param indexOf finds the entry that decided an order
   * @param submit puts a verified order in sequence
   */
  public RequestGate(
      Directory directory,
      RequestStore requests,
      Function<OrderId, Future<Optional<Long>>> indexOf,
      Function<SignedOrder, Future<Outcome>> submit,
      Clock clock) {
    this.directory = directory;
    this.requests = requests;
    this.indexOf = indexOf;
    this.submit = submit;
    this.clock = clock;
  }

  /** Puts an order in sequence, unless its request is withdrawn or taken. */
  public Future<Outcome> submit(SignedOrder order) {
    if (!(order.order() instanceof Order.Pay pay)
        || pay.request().isEmpty()
        || !isOfThePayer(order, pay.from())) {
      return submit.apply(order); // which refuses somebody else's, and nobody's claim is touched
    }
    RequestId request = pay.request().get().id();
    return Reading.of("payment requests", requests.pay(request, pay.from(), order, now()))
        .compose(attempt -> switch (attempt) {
          case DONE -> pay(order, request, pay.from());
          case UNKNOWN -> submit.apply(order);
          case TAKEN, CLOSED -> decidedBefore(order, attempt);
        });
  }

  private boolean isOfThePayer(SignedOrder order, AccountId payer) {
    return order.signatures().stream()
        .flatMap(each -> directory.key(each.key()).stream())
        .anyMatch(key -> key.stands(now()) && key.account().equals(payer) && key.may(Right.PAY));
  }

  /** Whoever is refused keeps nobody else from paying. */
  private Future<Outcome> pay(SignedOrder order, RequestId request, AccountId payer) {
    return submit
        .apply(order)
        .compose(outcome -> outcome.isPosted()
            ? Future.succeededFuture(outcome)
            : requests
                .release(request, payer, now())
                .transform(any -> Future.succeededFuture(outcome)));
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  /** An order that has been decided is answered the same, whatever became of the request since. */
  private Future<Outcome> decidedBefore(SignedOrder order, Attempt attempt) {
    return Reading.of("payment requests", indexOf.apply(order.id()))
        .compose(index -> index.isPresent()
            ? submit.apply(order)
            : Future.failedFuture(Problem.of(
                attempt == Attempt.TAKEN
                    ? ProblemType.REQUEST_TAKEN
                    : ProblemType.REQUEST_WITHDRAWN)));
  }
}
