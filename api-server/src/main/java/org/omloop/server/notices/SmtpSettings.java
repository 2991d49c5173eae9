package org.omloop.server.notices;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which mail server to give mail to.
 *
 * @param user empty: without signing in
 * @param password of that user; empty without one
 * @param authorities a PEM file of certificate authorities to trust in place of the platform's
 */
public record SmtpSettings(
    String host,
    int port,
    Tls tls,
    Optional<String> user,
    String password,
    Optional<Path> authorities) {
  /** How the connection is kept secret. */
  public enum Tls {
    /** It begins in the open and must become secret before anything is said (RFC 3207). */
    STARTTLS,
    /** It is secret from the first byte (RFC 8314). */
    TLS,
    /** It is open: for a mail server on the same machine. */
    NONE
  }

  /** Logs and messages carry no password. */
  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + ", " + tls + "]";
  }
}
