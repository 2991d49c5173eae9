package org.omloop.server.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.omloop.ledger.order.SignedOrder;

/**
 * Clients that pay at the same time, each one order after another, and each sends the same bytes again until it has an
 * answer. What they were told is kept. Thread-safe.
 */
final class Crowd {
  private static final long PAUSE_NANOS = 40_000_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Town town;
  private final Sender sender;
  private final ExecutorService lanes = Executors.newCachedThreadPool();
  private final List<CompletableFuture<Void>> running = new ArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final Queue<Answer> delays = new ConcurrentLinkedQueue<>();
  private final Queue<SignedOrder> lost = new ConcurrentLinkedQueue<>();
  private volatile boolean stopped;
  private volatile boolean abandoned;

  private Crowd(Town town, Sender sender) {
    this.town = town;
    this.sender = sender;
  }

  /** Lets so many clients pay, each at most so often, until the crowd is stopped. */
  static Crowd pay(int clients, int payments, long seed, Town town, Sender sender) {
    Crowd crowd = new Crowd(town, sender);
    for (int lane = 0; lane < clients; lane++) {
      Random chance = new Random(seed * 1_000 + lane);
      crowd.running.add(
          CompletableFuture.runAsync(() -> crowd.payFromLane(payments, chance), crowd.lanes));
    }
    return crowd;
  }

  private void payFromLane(int payments, Random chance) {
    for (int paid = 0; paid < payments && !stopped; paid++) {
      untilAnswered(town.payment(chance)).ifPresent(answers::add);
    }
  }

  private Optional<Answer> untilAnswered(SignedOrder order) {
    long limit = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < limit && !abandoned) {
      Optional<Answer> answer = sender.send(order);
      if (answer.filter(Answer::isFinal).isPresent()) {
        return answer;
      }
      answer.ifPresentOrElse(this::later, () -> lost.add(order));
      pause();
    }
    if (abandoned) {
      return Optional.empty();
    }
    throw new AssertionError("no answer to order " + order.id() + " within " + LIMIT);
  }

  private void later(Answer answer) {
    if (!answer.isLater()) {
      throw new AssertionError("answered " + answer.status() + " " + answer.body());
    }
    delays.add(answer);
  }

  /** As a wallet does before it asks again. */
  private static void pause() {
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  /** Waits until that many answers are there. */
  void awaitAnswers(long count) {
    Wait.until("answers", () -> answers.size() >= count || isDone());
  }

  /** Waits until that many more answers are there than now. */
  void awaitMoreAnswers(long count) {
    awaitMoreAnswersOr(count, () -> false);
  }

  /** Waits until that many more answers are there than now, or something else has happened. */
  void awaitMoreAnswersOr(long count, BooleanSupplier other) {
    long enough = answers.size() + count;
    Wait.until("answers", () -> answers.size() >= enough || isDone() || other.getAsBoolean());
  }

  private boolean isDone() {
    return running.stream().allMatch(CompletableFuture::isDone);
  }

  /** Lets every client make an end of the order it is at, and returns all answers. */
  List<Answer> stop() {
    stopped = true;
    return join();
  }

  /** Lets every client leave the order it is at as it is, and returns all answers. */
  List<Answer> abandon() {
    abandoned = true;
    return stop();
  }

  /** Waits until every client has paid as often as it should, and returns all answers. */
  List<Answer> join() {
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } finally {
      lanes.shutdownNow();
    }
    return answers();
  }

  List<Answer> answers() {
    return List.copyOf(answers);
  }

  /** The answers that said "later", in the order they came. */
  List<Answer> delays() {
    return List.copyOf(delays);
  }

  /** The orders whose connection broke, once for each time. */
  List<SignedOrder> lost() {
    return List.copyOf(lost);
  }
}
