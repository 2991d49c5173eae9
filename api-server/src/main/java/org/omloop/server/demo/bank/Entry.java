package org.omloop.server.demo.bank;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One booked line of the reserve account.
 *
 * @param reference the bank's own, once in all its statements
 * @param bookedOn the booking date; empty: the last day of its statement
 * @param cents what came in; negative when it went out; never 0
 * @param otherName who paid or was paid
 * @param otherIban their account
 * @param endToEndId what the payer called it; empty where nothing was said
 * @param text what the payer wrote; empty where nothing was
 * @param returnReason why it came back, such as {@code AC04}; empty: it is no return
 */
public record Entry(
    String reference,
    Optional<LocalDate> bookedOn,
    long cents,
    String otherName,
    String otherIban,
    String endToEndId,
    String text,
    String returnReason) {}
