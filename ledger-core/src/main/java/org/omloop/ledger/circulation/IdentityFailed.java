package org.omloop.ledger.circulation;

import java.io.Serial;

/** Thrown when a measurement contradicts itself: a fault of ours, so nothing of it may be used. */
public final class IdentityFailed extends IllegalStateException {
  @Serial
  private static final long serialVersionUID = 1L;

  IdentityFailed(String message) {
    super(message);
  }
}
