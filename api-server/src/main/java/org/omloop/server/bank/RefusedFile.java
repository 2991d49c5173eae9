package org.omloop.server.bank;

import java.io.Serial;

/** A bank's file of which nothing can be taken in, and the check that says why. It carries no stack. */
public final class RefusedFile extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  private final transient Checked why;

  /**
   * Refuses a file.
   *
   * @param reason for programs, such as {@code broken-xml}
   * @param facts what stands where, for people
   */
  public RefusedFile(Check check, String reason, String facts) {
    super(check + " " + reason + ": " + facts, null, false, false);
    this.why = new Checked(check, Checked.Result.REFUSED, reason, facts);
  }

  /** Returns what the check found. */
  public Checked why() {
    return why;
  }
}
