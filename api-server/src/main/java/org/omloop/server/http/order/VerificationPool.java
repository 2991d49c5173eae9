package org.omloop.server.http.order;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/**
 * Checks the orders of one event loop on the worker threads named {@code signatures}. It never waits for more: while a
 * worker is free an order goes to it at once, and while all are busy orders gather, so that under load one hop between
 * threads serves many.
 *
 * <p>Confined to its event loop; the workers are shared by all loops.
 */
public final class VerificationPool {
  private static final int MOST_AT_ONCE = 32;
  private static final int RETRY_SECONDS = 1;

  /** A text to check, and who waits for it. */
  private record Waiting(String text, Promise<SignedOrder> answer) {}

  /** What became of a text: an order, or why it is none. */
  private record Verdict(
      @Nullable SignedOrder order, @Nullable RuntimeException fault) {}

  private final WorkerExecutor workers;
  private final int width;
  private final OrderCheck check;
  private final int capacity;

  // Owned by the event loop.
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int busy;

  /**
   * Makes a pool for the event loop it is made on, over as many workers as there are cores.
   *
   * @param capacity how many orders may wait for a worker
   */
  public VerificationPool(Vertx vertx, OrderCheck check, int capacity) {
    this.width = Runtime.getRuntime().availableProcessors();
    this.workers = vertx.createSharedWorkerExecutor("signatures", width);
    this.check = check;
    this.capacity = capacity;
  }

  /**
   * Returns the order once its signatures are known to hold; fails as {@link OrderCheck#check} throws, or at once when
   * so many wait that one more would only make all of them late.
   */
  Future<SignedOrder> check(String text) {
    if (waiting.size() >= capacity) {
      return Future.failedFuture(Problem.later(ProblemType.QUEUE_FULL, RETRY_SECONDS));
    }
    Promise<SignedOrder> answer = Promise.promise();
    waiting.add(new Waiting(text, answer));
    employ();
    return answer.future();
  }

  private void employ() {
    if (busy >= width || waiting.isEmpty()) {
      return;
    }
    busy++;
    List<Waiting> group = takeGroup();
    workers
        .executeBlocking(() -> group.stream().map(this::verdict).toList(), false)
        .onSuccess(verdicts -> answer(group, verdicts))
        .onFailure(broken -> fail(group, broken));
  }

  /** Leaves the other workers their share. */
  private List<Waiting> takeGroup() {
    int count = Math.min(MOST_AT_ONCE, (waiting.size() + width - 1) / width);
    List<Waiting> group = new ArrayList<>(count);
    while (group.size() < count) {
      group.add(waiting.remove());
    }
    return group;
  }

  private Verdict verdict(Waiting each) {
    try {
      return new Verdict(check.check(each.text()), null);
    } catch (RuntimeException fault) {
      return new Verdict(null, fault);
    }
  }

  /** Only an error such as a lack of memory gets here; the worker is free again all the same. */
  private void fail(List<Waiting> group, Throwable broken) {
    busy--;
    employ();
    group.forEach(each -> each.answer().fail(broken));
  }

  private void answer(List<Waiting> group, List<Verdict> verdicts) {
    busy--;
    employ();
    for (int at = 0; at < group.size(); at++) {
      Promise<SignedOrder> answer = group.get(at).answer();
      Verdict verdict = verdicts.get(at);
      if (verdict.fault() != null) {
        answer.fail(verdict.fault());
      } else {
        answer.complete(verdict.order());
      }
    }
  }
}
