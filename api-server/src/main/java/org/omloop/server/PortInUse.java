package org.omloop.server;

import java.io.Serial;

/** Thrown when the server cannot listen where it is told to; the message says what to do. */
public final class PortInUse extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  PortInUse(String host, int port, Throwable cause) {
    super(
        "cannot listen on " + host + ":" + port + ": is another program using it?"
            + " Choose another with --port N, or --port 0 for any free one",
        cause);
  }
}
