package org.omloop.server.sequencer;

import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.journal.JournalEntry;

/** What became of an order, once it is certain. */
public sealed interface Outcome {
  /** Tells whether the order did what it asks. */
  default boolean isPosted() {
    return this instanceof Booked booked && booked.entry().refusal().isEmpty();
  }

  /**
   * The order is decided and its entry is in the journal, posted or refused.
   *
   * @param entry the entry that decides it
   * @param receipt the proof that the entry is in the journal
   * @param replayed whether it had been decided before
   */
  record Booked(JournalEntry entry, Receipt receipt, boolean replayed) implements Outcome {}

  /** The order's id belongs to other bytes, decided in the entry of that index. */
  record Conflict(long index) implements Outcome {}
}
