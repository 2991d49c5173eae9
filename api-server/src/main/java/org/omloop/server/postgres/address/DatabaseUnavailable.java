package org.omloop.server.postgres.address;

/**
 * The database cannot be used, and the operator can do something about it. The message is one line: what is wrong and
 * what to do. It never holds a password. The command line prints it as it is and exits with 1.
 */
public final class DatabaseUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseUnavailable(String message) {
    super(message);
  }

  public DatabaseUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
