package org.omloop.server.cli;

import java.io.Serial;

/** Thrown when a command cannot do its work; the message is one line that says what is in the way and what to do. */
final class CannotRun extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  CannotRun(String message) {
    super(message);
  }

  CannotRun(String message, Throwable cause) {
    super(message, cause);
  }
}
