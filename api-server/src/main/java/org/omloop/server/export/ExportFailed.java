package org.omloop.server.export;

import java.io.Serial;

/** Thrown when a journal cannot be written out; the message is one line that says what is in the way. */
public final class ExportFailed extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  public ExportFailed(String message) {
    super(message);
  }

  public ExportFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
