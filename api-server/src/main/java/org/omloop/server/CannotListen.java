package org.omloop.server;

import java.io.Serial;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;

/** Thrown when the server cannot listen where it is told to; the message says what to do. */
public final class CannotListen extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  private CannotListen(String message, Throwable cause) {
    super(message, cause);
  }

  static CannotListen because(Throwable failed, String host, int port) {
    Throwable cause = failed instanceof CompletionException && failed.getCause() != null
        ? failed.getCause()
        : failed;
    String place = "cannot listen on " + host + ":" + port + ": ";
    if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
      return new CannotListen(
          place + "there is no such host; give an address of this machine with --host", cause);
    }
    return new CannotListen(
        place + cause.getMessage()
            + ". Choose another port with --port N, or --port 0 for any free one, or another"
            + " address of this machine with --host",
        cause);
  }
}
