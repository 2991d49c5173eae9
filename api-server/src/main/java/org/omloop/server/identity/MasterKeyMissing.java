package org.omloop.server.identity;

import java.io.Serial;

/** The key that opens everybody's personal data cannot be used; the message is one line for the operator. */
public final class MasterKeyMissing extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  MasterKeyMissing(String message) {
    super(message);
  }

  MasterKeyMissing(String message, Throwable cause) {
    super(message, cause);
  }
}
