package org.omloop.server.bank;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.KeyId;

/** Keeps decisions about bank lines. A line is in one that closes it at most, unless that was withdrawn. Thread-safe. */
public interface DecisionStore {
  /** How many are listed at most. */
  int SHOWN = 100;

  /** What came of keeping one. */
  enum Kept {
    /** It is kept, now or since before: the same words again change nothing. */
    YES,
    /** Its id stands for other words. */
    CONFLICT,
    /** One of its lines is booked, or in another decision. */
    TAKEN
  }

  /** Keeps a decision, whole or not at all. */
  Future<Kept> add(LineDecision decision);

  /**
   * Closes its lines; false where it is not open any more, where one of them has been booked since, and as long as it is not
   * noted yet which lines the last orders of the journal book.
   */
  Future<Boolean> agree(OrderId decision, KeyId second, long now, String signed);

  /**
   * Takes a decision back, which frees its lines, and a second time changes nothing; false where it is agreed, or where the
   * order of a match is booked.
   */
  Future<Boolean> withdraw(OrderId decision, KeyId by, long now);

  /** Tells whether people settle a line, or have: an order about it would come between the two of them. */
  Future<Boolean> isTaken(String line);

  /** Finds a decision. */
  Future<Optional<LineDecision>> find(OrderId decision);

  /** Returns decisions that wait first, and then the latest. */
  Future<List<LineDecision>> latest();
}
