package org.omloop.server.identity;

/**
 * An application that has come in.
 *
 * @param id its id, which only the office can use
 * @param code by which the applicant reads what becomes of it: 130 random bits as 26 symbols of Crockford's base32
 */
public record SentApplication(String id, String code) {
  /** Whoever reads the code in a log could read the application's state. */
  @Override
  public String toString() {
    return "SentApplication[hidden]";
  }
}
