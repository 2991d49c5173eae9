package org.omloop.server.bank;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * A statement as it is kept. Amounts are euro cents.
 *
 * @param id the bank's name for it
 * @param fileHash SHA-256 of its file, base64url
 * @param page of a statement in several files
 * @param isHeld whether it waits for what comes before it; its lines count for nothing until then
 * @param number in the journal's count; empty while it is held
 * @param electronicNumber in the bank's count
 * @param entry the journal's entry that states it; empty until it is booked
 * @param refusal why the journal refused to state it; empty where it did not
 * @param receivedAt unix seconds
 */
public record KeptStatement(
    String id,
    String fileHash,
    int page,
    boolean isHeld,
    OptionalLong number,
    OptionalLong electronicNumber,
    String account,
    LocalDate openingDate,
    LocalDate closingDate,
    long opening,
    long credits,
    long debits,
    long closing,
    OptionalLong entry,
    String refusal,
    long receivedAt) {
  /** Tells whether a statement says the same. */
  boolean equalsFactsOf(BankStatement other) {
    return account.equals(other.account().text())
        && openingDate.equals(other.openingDate())
        && closingDate.equals(other.closingDate())
        && opening == other.opening()
        && closing == other.closing()
        && credits == other.credits()
        && debits == other.debits();
  }
}
