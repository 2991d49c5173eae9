package org.omloop.server.circulation;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal: reads what has been committed, page by page, into a {@link MeasuredJournal}. It asks the head how
 * far to read and its own source for the leaves, so that the writer never waits for it; and once it has caught up it
 * rests three times as long as it works, so that those who pay keep the processor.
 *
 * <p>Thread-safe. The journal it reads into belongs to its one worker thread: {@link #ask} runs there.
 */
final class Follower {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final int PAGE = 2_000;
  private static final long LOOK_MILLIS = 100;
  private static final long RETRY_MILLIS = 2_000;
  private static final int RESTS_PER_WORK = 3;
  private static final long CLOSING_SECONDS = 5;
  private static final long LONGEST_WORK_MINUTES = 10;

  private final Vertx vertx;
  private final WorkerExecutor worker;
  private final LeafSource source;
  private final LongSupplier head;
  private final CirculationStore store;
  private final Runnable moved;

  // owned by the worker
  private final MeasuredJournal journal = new MeasuredJournal();
  private final Map<LocalDate, DaySnapshot> kept = new HashMap<>();

  // written by the worker, read by all
  private volatile Extent extent = Extent.EMPTY;
  private volatile boolean hasCaughtUp;
  private volatile boolean isClosed;
  private volatile boolean isStopped;

  /**
   * Makes a follower that has read nothing.
   *
   * @param head tells how many entries are committed
   * @param moved is run when it has caught up, and after each page from then on
   */
  Follower(
      Vertx vertx, LeafSource source, LongSupplier head, CirculationStore store, Runnable moved) {
    this.vertx = vertx;
    this.worker =
        vertx.createSharedWorkerExecutor("circulation", 1, LONGEST_WORK_MINUTES, TimeUnit.MINUTES);
    this.source = source;
    this.head = head;
    this.store = store;
    this.moved = moved;
  }

  /** Begins to read; returns at once. */
  void begin() {
    store
        .days()
        .compose(days -> ask(measured -> {
          days.forEach(each -> kept.put(each.day(), each));
          return true;
        }))
        .onSuccess(read -> readOn())
        .onFailure(cause -> later(RETRY_MILLIS, this::begin, cause));
  }

  private void readOn() {
    if (isOver()) {
      return;
    }
    long from = extent.size();
    long until = head.getAsLong();
    if (from >= until) {
      if (!hasCaughtUp) {
        hasCaughtUp = true;
        moved.run();
      }
      after(LOOK_MILLIS, this::readOn);
      return;
    }
    source
        .leaves(from, (int) Math.min(PAGE, until - from))
        .onSuccess(this::take)
        .onFailure(cause -> later(RETRY_MILLIS, this::readOn, cause));
  }

  private void take(List<byte[]> leaves) {
    long began = System.nanoTime();
    ask(measured -> {
          leaves.forEach(measured::take);
          extent = measured.extent();
          return newDays(measured);
        })
        .onFailure(this::stop)
        .onSuccess(days -> keep(days).onComplete(kept -> rest(System.nanoTime() - began)));
  }

  private Future<Void> keep(List<DaySnapshot> days) {
    return days.isEmpty()
        ? Future.succeededFuture()
        : store
            .keep(days)
            .onFailure(cause ->
                LOG.warn("where the journal stood could not be kept: {}", cause.toString()));
  }

  private void rest(long workedNanos) {
    if (hasCaughtUp) {
      moved.run();
      long millis = RESTS_PER_WORK * TimeUnit.NANOSECONDS.toMillis(workedNanos);
      after(Math.max(LOOK_MILLIS, millis), this::readOn);
    } else {
      readOn();
    }
  }

  /** What was kept must come out again: otherwise these are not the entries that reports were made of. */
  private List<DaySnapshot> newDays(MeasuredJournal measured) {
    List<DaySnapshot> days = measured.newDays();
    for (DaySnapshot day : days) {
      DaySnapshot before = kept.getOrDefault(day.day(), day);
      if (!before.agreesWith(day)) {
        throw new IllegalStateException("on " + day.day() + " the journal stood at " + before.mark()
            + ", it now reads as " + day.mark());
      }
    }
    return days.stream().filter(day -> !kept.containsKey(day.day())).toList();
  }

  private void stop(Throwable cause) {
    if (isClosed) {
      return; // the process ends, and its threads with it
    }
    LOG.error("the journal is not measured any more; check it with omloop verify", cause);
    isStopped = true;
    hasCaughtUp = false;
  }

  private boolean isOver() {
    return isClosed || isStopped;
  }

  private void later(long millis, Runnable next, Throwable cause) {
    if (!isOver()) {
      LOG.warn("the journal could not be read for measuring: {}", cause.toString());
      after(millis, next);
    }
  }

  private void after(long millis, Runnable next) {
    if (!isOver()) {
      vertx.setTimer(millis, fired -> next.run());
    }
  }

  /** Returns what is known of the journal as far as it has been read; empty until it has been read to its end once. */
  Optional<Extent> extent() {
    return hasCaughtUp ? Optional.of(extent) : Optional.empty();
  }

  /** Asks the journal something, on the thread that owns it. */
  <T> Future<T> ask(Question<T> question) {
    if (isClosed) {
      return Future.failedFuture(new JournalUnread());
    }
    Callable<T> work = () -> question.answer(journal);
    return worker.executeBlocking(work);
  }

  /** What is asked of the journal. */
  @FunctionalInterface
  interface Question<T> {
    T answer(MeasuredJournal journal);
  }

  /** Reads no further and takes no more questions; done when what was asked before has been answered, or soon after. */
  Future<Void> close() {
    isClosed = true;
    Callable<Boolean> last = () -> true;
    return worker
        .executeBlocking(last)
        .timeout(CLOSING_SECONDS, TimeUnit.SECONDS)
        .otherwise(false)
        .mapEmpty();
  }

  boolean isClosed() {
    return isClosed;
  }
}
