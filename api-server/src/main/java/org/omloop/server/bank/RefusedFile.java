package org.omloop.server.bank;

import java.io.Serial;

/** A bank's file of which nothing can be taken in, and the check that says why. It carries no stack. */
public final class RefusedFile extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  private final transient Checked why;
  private final boolean isByRules;

  /**
   * Refuses a file.
   *
   * @param reason for programs, such as {@code broken-xml}
   * @param facts what stands where, for people
   */
  public RefusedFile(Check check, String reason, String facts) {
    this(check, reason, facts, false);
  }

  private RefusedFile(Check check, String reason, String facts, boolean isByRules) {
    super(check + " " + reason + ": " + facts, null, false, false);
    this.why = new Checked(check, Checked.Result.REFUSED, reason, facts);
    this.isByRules = isByRules;
  }

  /** Refuses any file for now: the currency's own rules stand in the way (I3). */
  static RefusedFile byRules(String reason, String facts) {
    return new RefusedFile(Check.I3, reason, facts, true);
  }

  /** Tells whether it is no fault of the file, which can be brought again once the rules are right. */
  public boolean isByRules() {
    return isByRules;
  }

  /** Returns what the check found. */
  public Checked why() {
    return why;
  }
}
