package org.omloop.ledger;

import java.util.function.Function;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Refusal;

/** What the ledger decided about one order. A refusal is an answer, hence a value. */
public sealed interface Decision {
  /** The order was carried out; its entry is new. */
  record Posted(JournalEntry entry) implements Decision {}

  /** The order is refused, for ever; its entry is new and keeps the reason. */
  record Refused(JournalEntry entry, Refusal reason) implements Decision {}

  /** The same bytes were decided before, in the entry of that index; nothing moves. */
  record Replayed(long index) implements Decision {}

  /** The order's id was used before, for other bytes, in the entry of that index; nothing moves. */
  record Conflicting(long index) implements Decision {}

  /** Handles every case; Java 17 has no exhaustive switch over sealed types. */
  default <T> T match(
      Function<Posted, T> posted,
      Function<Refused, T> refused,
      Function<Replayed, T> replayed,
      Function<Conflicting, T> conflicting) {
    if (this instanceof Posted each) {
      return posted.apply(each);
    }
    if (this instanceof Refused each) {
      return refused.apply(each);
    }
    if (this instanceof Replayed each) {
      return replayed.apply(each);
    }
    return conflicting.apply((Conflicting) this);
  }
}
