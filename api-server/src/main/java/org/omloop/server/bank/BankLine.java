package org.omloop.server.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.journal.Side;

/**
 * One booked line of the reserve account, as the bank states it. Texts are as the bank wrote them, empty where it wrote none.
 *
 * @param key names the line for ever and is an order's {@code bank} reference: 1 to 64 of {@code A-Z a-z 0-9 . _ : / -}
 * @param position within its statement, from 1
 * @param booked the booking date
 * @param valued from when interest counts
 * @param cents euro cents, 1 or more
 * @param side {@code CREDIT} where money came in, in the bank's own words
 * @param isReversal whether the bank takes back an earlier line with this one
 * @param bankReference the bank's own
 * @param endToEndId what the payer's program called the payment; {@code NOTPROVIDED} counts as none
 * @param references structured references, in the order of the file
 * @param text what the payer wrote, lines joined by spaces
 * @param otherName who paid or was paid
 * @param otherIban their account, where the bank names one that is sound
 * @param returnReason why a payment came back, such as {@code AC04}; empty: it is no return
 * @param addsUp whether the details that the bank gives add up to the line (I10)
 */
public record BankLine(
    String key,
    int position,
    LocalDate booked,
    LocalDate valued,
    long cents,
    Side side,
    boolean isReversal,
    String bankReference,
    String endToEndId,
    List<String> references,
    String text,
    String otherName,
    Optional<Iban> otherIban,
    String returnReason,
    boolean addsUp) {
  public BankLine {
    references = List.copyOf(references);
  }

  /** Returns the same line under another name. */
  BankLine named(String otherKey) {
    return new BankLine(
        otherKey,
        position,
        booked,
        valued,
        cents,
        side,
        isReversal,
        bankReference,
        endToEndId,
        references,
        text,
        otherName,
        otherIban,
        returnReason,
        addsUp);
  }

  /** Tells whether money came in. */
  public boolean isCredit() {
    return side == Side.CREDIT;
  }
}
