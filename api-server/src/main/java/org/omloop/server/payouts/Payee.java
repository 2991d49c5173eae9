package org.omloop.server.payouts;

/**
 * Whom the bank is to pay. Personal data: it is kept nowhere but where members' data is, and never logged.
 *
 * @param name as the holder of the account wrote it
 * @param iban without spaces, in capitals
 */
public record Payee(String name, String iban) {
  /** EPC and ISO 20022: Cdtr/Nm. */
  private static final int LONGEST = 70;

  /** Returns the name as it will stand in the file. */
  public String sepaName() {
    return SepaText.of(name, LONGEST);
  }

  @Override
  public String toString() {
    return "a payee";
  }
}
