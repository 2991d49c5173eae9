package org.omloop.server.demo.play;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.omloop.ledger.checkpoint.LogPublicKey;

/**
 * Sends planned orders as fast as the server takes them, each when its turn has come, and holds every answer against
 * the plan.
 *
 * <p>Confined to its own event loop; {@link #play} may be called from any thread, once at a time.
 */
public final class MarketPlayer {
  private static final int AT_A_TIME = 64;
  private static final int PROVEN_ONE_IN = 25;

  private final Context loop;
  private final OrderSender sender;
  private final MarketClock clock;
  private final LogPublicKey log;
  private final Consumer<PlannedOrder> decided;

  /**
   * Makes a player.
   *
   * @param log the key that receipts must verify under
   * @param decided is told of every order, on the player's event loop
   */
  MarketPlayer(
      Vertx vertx,
      OrderSender sender,
      MarketClock clock,
      LogPublicKey log,
      Consumer<PlannedOrder> decided) {
    this.loop = vertx.getOrCreateContext();
    this.sender = sender;
    this.clock = clock;
    this.log = log;
    this.decided = decided;
  }

  /** Plays orders that come by number; ends when all are decided as planned, or at the first that is not. */
  Future<Void> play(List<PlannedOrder> orders) {
    Promise<Void> done = Promise.promise();
    loop.runOnContext(nothing -> new Playing(new Chains(orders), done).proceed());
    return done.future();
  }

  /** One call of {@link #play}; confined to the event loop. */
  private final class Playing {
    private final Chains chains;
    private final Promise<Void> done;
    private int underWay;

    Playing(Chains chains, Promise<Void> done) {
      this.chains = chains;
      this.done = done;
    }

    void proceed() {
      if (chains.areDone()) {
        done.tryComplete();
      }
      while (underWay < AT_A_TIME && !done.future().isComplete()) {
        Optional<PlannedOrder> next = chains.take();
        if (next.isEmpty()) {
          return;
        }
        send(next.get());
      }
    }

    private void send(PlannedOrder order) {
      underWay++;
      clock.moveOnTo(order.at());
      sender
          .send(order.order())
          .map(answer -> compare(order, answer))
          .onComplete(
              asPlanned -> loop.runOnContext(nothing -> take(order)),
              otherwise -> loop.runOnContext(nothing -> done.tryFail(otherwise)));
    }

    private void take(PlannedOrder order) {
      underWay--;
      chains.decided(order);
      decided.accept(order);
      proceed();
    }
  }

  private PlannedOrder compare(PlannedOrder order, OrderSender.Answer answer) {
    if (!answer.refusal().equals(order.refusal())) {
      throw new OtherDecision("order " + order.number() + " ("
          + order.order().order()
          + ") was planned to be " + order.refusal().map(Enum::name).orElse("posted") + " and was "
          + answer.refusal().map(Enum::name).orElse("posted"));
    }
    if (order.number() % PROVEN_ONE_IN == 0 && !answer.isProvenBy(log)) {
      throw new UnexpectedOutcome("the receipt of order " + order.number() + " does not verify");
    }
    return order;
  }
}
