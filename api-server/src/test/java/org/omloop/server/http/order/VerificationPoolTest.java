package org.omloop.server.http.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.order.Terms;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.ledger.signing.SignatureVerifier;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

@Timeout(30)
class VerificationPoolTest {
  private static final int CAPACITY = 40;
  private static final long NOW = 1_790_000_000L;

  private final Vertx vertx = Vertx.vertx();
  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final CountDownLatch workersMayGoOn = new CountDownLatch(1);
  private final Context loop = vertx.getOrCreateContext();
  private final VerificationPool pool = new VerificationPool(
      vertx, new OrderCheck(this::keyOnceFree, SignatureVerifier.portable()), CAPACITY);

  @AfterEach
  void close() throws Exception {
    workersMayGoOn.countDown();
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void refusesWhatIsOneTooManyAndAnswersAllTheRest() throws Exception {
    int taken = Runtime.getRuntime().availableProcessors() + CAPACITY;
    String text = payment();
    List<Future<SignedOrder>> answers = submit(text, taken + 1);

    Future<SignedOrder> oneTooMany = answers.remove(taken);
    Problem problem = assertInstanceOf(Problem.class, oneTooMany.cause());
    assertEquals(ProblemType.QUEUE_FULL, problem.type());
    assertEquals(OptionalInt.of(1), problem.retryAfterSeconds());
    assertFalse(answers.stream().anyMatch(Future::isComplete));

    workersMayGoOn.countDown();
    Future.all(answers).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    assertTrue(answers.stream().allMatch(each -> each.result().text().equals(text)));
    assertEquals(
        text,
        submit(text, 1)
            .get(0)
            .toCompletionStage()
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS)
            .text());
  }

  /** Submits that many at once, on the event loop, before any of them can have been checked. */
  private List<Future<SignedOrder>> submit(String text, int count) throws Exception {
    return Future.<List<Future<SignedOrder>>>future(done -> loop.runOnContext(ignored -> {
          List<Future<SignedOrder>> answers = new ArrayList<>();
          for (int each = 0; each < count; each++) {
            answers.add(pool.check(text));
          }
          done.complete(answers);
        }))
        .toCompletionStage()
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  private Optional<PublicKey> keyOnceFree(SignedOrder order, KeyId signer) {
    try {
      workersMayGoOn.await();
      return Optional.of(key.publicKey());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private String payment() {
    Terms terms = new Terms("test.example/oost", OrderId.of(NOW * 1_000, 1, 2), NOW, NOW + 600);
    Order order = new Order.Pay(
        terms,
        new AccountId("anna"),
        new AccountId("bakery"),
        Amount.of(1250),
        Optional.empty(),
        Optional.empty());
    return SignedOrder.sign(order, key).text();
  }
}
