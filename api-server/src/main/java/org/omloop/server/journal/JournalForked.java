package org.omloop.server.journal;

import java.io.Serial;

/** Thrown when the journal's head is not where this writer left it: another writer has gone on. It ends the process. */
public final class JournalForked extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  public JournalForked(long size) {
    super("another writer has moved the journal on from entry " + size
        + "; this one stops, because two writers would make two histories");
  }
}
