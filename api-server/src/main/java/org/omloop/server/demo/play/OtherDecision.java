package org.omloop.server.demo.play;

import java.io.Serial;

/**
 * Thrown when an order is decided otherwise than planned. During the planned days that is a defect; afterwards visitors
 * pay by hand too, of which the plan knows nothing.
 */
final class OtherDecision extends UnexpectedOutcome {
  @Serial
  private static final long serialVersionUID = 1L;

  OtherDecision(String what) {
    super(what);
  }
}
