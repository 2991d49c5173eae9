package org.omloop.server.demo.play;

import java.io.Serial;

/** Thrown when the server does not do what the plan says it will: a defect of one of the two. */
public class UnexpectedOutcome extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  public UnexpectedOutcome(String what) {
    super(what);
  }
}
