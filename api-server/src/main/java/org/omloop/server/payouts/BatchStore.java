package org.omloop.server.payouts;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.order.OrderId;

/** Keeps batches. A redemption is in one batch at most that was not sent back. Thread-safe. */
public interface BatchStore {
  /** What became of a draft. */
  enum Drafting {
    /** It is kept, now or since before: the same words again change nothing. */
    KEPT,
    /** The batch's id stands for other words. */
    OTHER_WORDS,
    /** One of its redemptions is in another batch. */
    TAKEN
  }

  /** Keeps a draft, whole or not at all. */
  Future<Drafting> draft(Draft draft);

  /**
   * Adds a step, if the batch has as many as the caller has seen.
   *
   * @return false when somebody else was first
   */
  Future<Boolean> add(BatchId batch, int seen, Step step);

  /** Finds a batch. */
  Future<Optional<Batch>> find(BatchId batch);

  /** Returns the batches drafted last, newest first. */
  Future<List<Batch>> latest(int limit);

  /** Returns in which batch each of these redemptions is; those in none are left out. */
  Future<Map<OrderId, Batch>> of(List<OrderId> redemptions);
}
