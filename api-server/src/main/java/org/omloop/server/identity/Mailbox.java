package org.omloop.server.identity;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where somebody wants mail, and what they want. Immutable.
 *
 * @param address where mail goes; empty until one is confirmed
 * @param pending an address that waits for its code
 * @param language nl or en
 * @param events none, at-once or daily
 * @param statement none, or the form of the monthly statement: pdf, csv, camt or mt940
 * @param stopToken ends all mail but what is about safety; random, and for this mailbox alone
 * @param former the address before: for a week warnings go there too, so that nobody with another's device can end them
 */
public record Mailbox(
    Optional<String> address,
    Optional<String> pending,
    String language,
    String events,
    String statement,
    String stopToken,
    Optional<String> former) {
  /** The languages that are written. */
  public static final Set<String> LANGUAGES = Set.of("nl", "en");

  /** How soon somebody is told. */
  public static final Set<String> EVENTS = Set.of("none", "at-once", "daily");

  /** The forms of a statement. */
  public static final Set<String> STATEMENTS = Set.of("none", "pdf", "csv", "camt", "mt940");

  /** What every mail server takes (RFC 5321 §4.1.2 without quoted local parts), so that nothing can be put beside it. */
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
          + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST = 254;

  /** Tells whether mail can be sent to an address. */
  public static boolean isAddress(String text) {
    return text.length() <= LONGEST
        && text.indexOf('@') <= LONGEST_LOCAL
        && ADDRESS.matcher(text).matches();
  }

  /** Logs and messages carry no addresses. */
  @Override
  public String toString() {
    return "Mailbox[hidden]";
  }
}
