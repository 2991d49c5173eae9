package org.omloop.server.areas;

/** The operator's file of areas cannot be used; the message is one line that says why. */
public final class AreasNotRight extends RuntimeException {
  private static final long serialVersionUID = 1;

  AreasNotRight(String message) {
    super(message);
  }

  AreasNotRight(String message, Exception cause) {
    super(message, cause);
  }
}
