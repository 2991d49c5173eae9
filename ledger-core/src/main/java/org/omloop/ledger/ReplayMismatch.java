package org.omloop.ledger;

import java.io.Serial;
import org.omloop.ledger.journal.JournalEntry;

/** Thrown when the journal says something that its own orders do not lead to. */
public final class ReplayMismatch extends IllegalStateException {
  @Serial
  private static final long serialVersionUID = 1L;

  private final long index;

  ReplayMismatch(JournalEntry entry, String what) {
    super("entry " + entry.index() + " " + what);
    this.index = entry.index();
  }

  /** Returns the index of the entry that does not fit. */
  public long index() {
    return index;
  }
}
