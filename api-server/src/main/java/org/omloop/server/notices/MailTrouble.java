package org.omloop.server.notices;

import java.util.OptionalInt;

/** A message could not be given away this time. It names no address, as it ends in a log. */
public final class MailTrouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient OptionalInt status;
  private final boolean isOfServer;

  /**
   * Makes it.
   *
   * @param what went wrong, without an address
   * @param status the reply code of RFC 5321 §4.2; empty where there was no answer
   * @param isOfServer whether the next message would fare the same
   */
  public MailTrouble(String what, OptionalInt status, boolean isOfServer) {
    super(what, null, false, false);
    this.status = status;
    this.isOfServer = isOfServer;
  }

  /** Tells whether it is the server, the way to it or our standing there, and not this message. */
  public boolean isOfServer() {
    return isOfServer;
  }

  /** Returns the reply code; empty where there was no answer. */
  public OptionalInt status() {
    return status;
  }
}
