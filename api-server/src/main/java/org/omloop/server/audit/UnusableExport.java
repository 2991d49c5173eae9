package org.omloop.server.audit;

import java.io.Serial;

/** Thrown when exported files are no journal that could be measured; the message is one line. */
public final class UnusableExport extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  UnusableExport(String message) {
    super(message);
  }
}
