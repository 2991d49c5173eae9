package org.omloop.server.proposals;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.OrderId;

/** Keeps proposals. Those that were booked, refused, withdrawn or are over are open no more. Thread-safe. */
public interface ProposalStore {
  /** How many of one source are open at a time: far more than an office or a programme leaves lying. */
  int MOST = 1_000;

  /** What came of keeping one. */
  enum Kept {
    /** It lies ready. */
    YES,
    /** The order's id stands for other bytes, or it was withdrawn. */
    CONFLICT,
    /** {@value #MOST} of its source are open. */
    FULL
  }

  /**
   * Keeps a proposal, and forgets those that are over. The same bytes again change nothing, and are kept.
   */
  Future<Kept> add(Proposal proposal);

  /** Returns what is open of a source, the oldest first. */
  Future<List<Proposal>> open(AccountId source, long now);

  /** Returns what is open of all sources, the oldest first. */
  Future<List<Proposal>> open(long now);

  /** Finds a proposal, also one that is open no more. */
  Future<Optional<Proposal>> find(OrderId order);

  /** Takes a proposal back; a second time changes nothing. */
  Future<Void> withdraw(OrderId order, long now);
}
