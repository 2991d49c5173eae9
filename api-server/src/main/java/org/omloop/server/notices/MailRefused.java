package org.omloop.server.notices;

/** The mail server will not take this message, now or later. It names no address, as it may end in a log. */
public final class MailRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /** Makes it; the status is the reply code of RFC 5321 §4.2. */
  public MailRefused(int status) {
    super("refused with " + status, null, false, false);
    this.status = status;
  }

  /** Returns the reply code. */
  public int status() {
    return status;
  }
}
