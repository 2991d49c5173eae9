package org.omloop.ledger;

import java.util.List;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.Refusal;

/** What the rules say about one order, before anything has changed. */
sealed interface Ruling {
  /** It is to be refused. */
  record Refuse(Refusal reason) implements Ruling {}

  /** It is to be booked: what moves, and what else changes once it has moved. */
  record Book(EntryKind kind, List<Leg> legs, Runnable effect) implements Ruling {
    Book(EntryKind kind, Runnable effect) {
      this(kind, List.of(), effect);
    }
  }
}
