package org.omloop.server.notices;

import java.util.Optional;

/**
 * Whom a mail is for.
 *
 * @param address where it goes
 * @param language nl or en
 * @param name as the office knows them; empty where it does not, or where nobody has confirmed the address
 * @param stopToken ends all mail but what is about safety; empty where there is nothing to end
 * @param isOffice whether it is the operator's own
 * @param statement form of the monthly statement
 * @param code what an address is confirmed by; empty for all other mail
 * @param isFormer whether it is the address before, which is warned for some days more
 */
public record Addressee(
    String address,
    String language,
    String name,
    Optional<String> stopToken,
    boolean isOffice,
    String statement,
    String code,
    boolean isFormer) {
  /** Logs and messages carry no addresses. */
  @Override
  public String toString() {
    return "Addressee[hidden]";
  }
}
