package org.omloop.server.demo.bank;

import java.util.Locale;

/** The bank pays nothing of a payment file, and says why. */
public final class PaymentFileRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    UNREADABLE,
    OTHER_ACCOUNT,
    PAID_BEFORE,
    NOT_ENOUGH;

    /** Returns its name outside of Java, such as {@code paid-before}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;

  PaymentFileRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Returns why. */
  public Reason reason() {
    return reason;
  }
}
