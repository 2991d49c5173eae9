package org.omloop.server.demo.neighbourhood;

import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;

/**
 * A purpose with money of its own: a municipal programme's treasury, or the neighbourhood fund.
 *
 * @param account where its money stands: {@code TREASURY} for a programme, {@code FUND} for the fund
 * @param id its name in orders: 1 to 40 of {@code a-z 0-9 -}
 * @param name its Dutch name, for screens
 * @param budget what it is given: a programme up to so much each month that it runs, the fund once, at the start
 */
public record Programme(AccountId account, String id, String name, Amount budget) {}
