package org.omloop.server.demo.market;

import org.omloop.ledger.account.AccountId;

/**
 * One line of the reserve account's statement. Immutable.
 *
 * @param reference the line's own, which the order names that books it
 * @param account the member whom it is about
 * @param minorUnits what came in; negative when it went out
 */
public record BankLine(String reference, AccountId account, long minorUnits) {}
