package org.omloop.server.proposals;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.order.OrderId;

/** Keeps proposals. Those that were booked, refused, withdrawn or are over are open no more. Thread-safe. */
public interface ProposalStore {
  /** How many of them are shown: far more than an office and its programmes leave lying. */
  int MOST = 1_000;

  /**
   * Keeps a proposal, and forgets those that are over.
   *
   * @return whether it is kept; false where the order's id stands for other bytes, or it was withdrawn. The same bytes
   *     again change nothing
   */
  Future<Boolean> add(Proposal proposal);

  /** Returns what is open, the oldest first, at most {@value #MOST}. */
  Future<List<Proposal>> open(long now);

  /** Finds a proposal, also one that is open no more. */
  Future<Optional<Proposal>> find(OrderId order);

  /** Takes a proposal back; a second time changes nothing. */
  Future<Void> withdraw(OrderId order, long now);
}
