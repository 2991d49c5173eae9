package org.omloop.server.founding;

import java.io.Serial;

/** Thrown when a ledger cannot begin, or cannot go on, as configured; its message says what to do. */
public final class FoundingFailed extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  public FoundingFailed(String message) {
    super(message);
  }

  public FoundingFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
