package org.omloop.server.webhooks;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.payment.RequestId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.signed.SignedText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal by the store's cursor, and brings what is to be told. What was not noted as brought before the
 * process ended is brought again: each event at least once. Confined to its event loop.
 */
public final class DeliveryLoop extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
  private static final long EVERY_MILLIS = 500;
  private static final long SLOWEST_START_SECONDS = 60;

  private final WebhookStore store;
  private final Sender sender;
  private final Supplier<Optional<Order.Genesis>> genesis;
  private final SigningKey server;
  private final AddressRule rule;
  private final Clock clock;
  private final Random random = new Random();
  private final Set<String> underWay = new HashSet<>();
  private boolean looks;
  private boolean isCutOff;

  /**
   * Makes a loop; it begins when it is deployed.
   *
   * @param genesis names the unit
   * @param server the key that endpoints' keys are derived from
   */
  public DeliveryLoop(
      WebhookStore store,
      Sender sender,
      AddressRule rule,
      Supplier<Optional<Order.Genesis>> genesis,
      SigningKey server,
      Clock clock) {
    this.store = store;
    this.sender = sender;
    this.rule = rule;
    this.genesis = genesis;
    this.server = server;
    this.clock = clock;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(EVERY_MILLIS, tick -> look());
    return Future.succeededFuture();
  }

  private void look() {
    if (looks) {
      return;
    }
    looks = true;
    follow()
        .compose(followed -> store.due(now()))
        .onComplete(read -> looks = false)
        .onSuccess(due -> {
          isCutOff = false;
          due.stream().filter(each -> underWay.add(each.name())).forEach(this::deliver);
        })
        .onFailure(this::cutOff);
  }

  private Future<Void> follow() {
    return store.advance(now()).compose(read -> read > 0 ? follow() : Future.succeededFuture());
  }

  /** Said once, not twice a second. */
  private void cutOff(Throwable cause) {
    if (!isCutOff) {
      LOG.warn("webhooks wait for the database: {}", cause.toString());
    }
    isCutOff = true;
  }

  private void deliver(Due due) {
    attempt(due)
        .compose(answer -> store.note(due, answer, next(due, answer), now()))
        .onComplete(noted -> {
          underWay.remove(due.name());
          if (noted.succeeded()) {
            look();
          } else {
            cutOff(noted.cause());
          }
        });
  }

  private Future<Answer> attempt(Due due) {
    try {
      return sender.send(EndpointUrl.parse(due.endpoint().url(), rule), message(due));
    } catch (IllegalArgumentException closed) { // the operator took one of its networks back
      return Future.succeededFuture(Answer.none("address-refused"));
    } catch (RuntimeException e) {
      LOG.error("the event of entry {} could not be written", due.entry(), e);
      return Future.succeededFuture(Answer.none("not-written"));
    }
  }

  private SignedMessage message(Due due) {
    long now = now();
    List<EndpointKeys> keys = due.endpoint().signers(server, now);
    return SignedMessage.sign(
        PaidEvent.id(due.entry()), now, event(due).body(), keys, due.endpoint().sharesSecret());
  }

  private PaidEvent event(Due due) {
    Order.Genesis ledger = genesis.get().orElseThrow();
    JournalEntry entry = LeafDecoder.decode(due.leaf());
    if (!(entry.order().order() instanceof Order.Pay pay)) {
      throw new IllegalStateException("entry " + due.entry() + " is no payment");
    }
    Map<String, Object> asked =
        SignedText.parse("omloop-request+jws", due.request()).orElseThrow().payload();
    return new PaidEvent(
        new RequestId(due.requestId()),
        Optional.ofNullable(asked.get("reference")).map(Object::toString),
        pay.amount().minorUnits(),
        ledger.unit(),
        ledger.scale(),
        due.entry(),
        Instant.ofEpochSecond(0, entry.bookedAt() * 1_000),
        due.endpoint().base());
  }

  private OptionalLong next(Due due, Answer answer) {
    if (answer.isGood() || answer.isGone()) {
      return OptionalLong.empty();
    }
    long wished = Math.max(
        answer.retryAfterSeconds().orElse(0), answer.slowsDown() ? SLOWEST_START_SECONDS : 0);
    OptionalLong pause =
        RetrySchedule.pause(due.tries() + 1, OptionalLong.of(wished), random.nextDouble());
    return pause.isEmpty() ? pause : OptionalLong.of(now() + pause.getAsLong());
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }
}
