package org.omloop.server.sequencer;

import java.io.Serial;

/** Thrown when the journal could not be reached, or did not answer: the order may be booked or not. Never a refusal. */
public final class OutcomeUnknown extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  /** Says that the same order, sent again, brings the answer. */
  public OutcomeUnknown(Throwable cause) {
    super("unknown, retry with the same order", cause);
  }

  OutcomeUnknown() {
    super("unknown, retry with the same order", null, false, false);
  }
}
