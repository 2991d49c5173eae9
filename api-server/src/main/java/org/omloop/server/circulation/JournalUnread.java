package org.omloop.server.circulation;

import java.io.Serial;

/** Thrown, or the failure of a future, while the journal has not been read to its end yet. It carries no stack. */
public final class JournalUnread extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  JournalUnread() {
    super("the journal is being read", null, false, false);
  }
}
