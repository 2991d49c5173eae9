package org.omloop.server.http.circulation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/**
 * Papers drawn on one worker, one after the other; what was drawn last is kept. Who asks for one that is on its way waits
 * for that one; where many others wait, one more is told to come back. Thread-safe.
 */
final class DrawnPapers {
  /** Some seconds' work: a paper names the address it was asked at, so anybody may ask for ever new ones. */
  static final int MOST_WAITING = 8;

  private static final int RETRY_SECONDS = 5;
  private static final int MOST_KEPT = 16;
  private static final float LOAD = 0.75f;

  private final WorkerExecutor worker;

  /** What was drawn last, oldest use first; guarded by this. */
  private final Map<String, Future<Buffer>> drawn = new LinkedHashMap<>(MOST_KEPT, LOAD, true);

  /** How many are being drawn or wait for that; guarded by this. */
  private int waiting;

  DrawnPapers(Vertx vertx) {
    // A worker of its own: what anybody may ask for must not hold up what the journal's reading
    // waits for.
    this.worker = vertx.createSharedWorkerExecutor("papers", 1);
  }

  /**
   * Returns a paper; fails at once with {@code unavailable} where too many are waited for.
   *
   * @param name tells the paper from all others
   */
  synchronized Future<Buffer> find(String name, Callable<Buffer> drawing) {
    Future<Buffer> kept = drawn.get(name);
    if (kept != null && !kept.failed()) {
      return kept;
    }
    if (waiting >= MOST_WAITING) {
      return Future.failedFuture(Problem.later(ProblemType.UNAVAILABLE, RETRY_SECONDS));
    }
    waiting++;
    Future<Buffer> made = worker.executeBlocking(drawing).onComplete(done -> leave());
    drawn.put(name, made);
    if (drawn.size() > MOST_KEPT) {
      drawn.remove(drawn.keySet().iterator().next());
    }
    return made;
  }

  private synchronized void leave() {
    waiting--;
  }
}
