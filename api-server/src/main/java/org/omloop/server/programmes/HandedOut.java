package org.omloop.server.programmes;

import org.omloop.ledger.account.AccountId;

/**
 * What one account handed out under the name of one programme. Amounts are minor units.
 *
 * @param from a treasury's or a fund's account
 * @param programme its name in the orders
 * @param granted all that was handed out
 * @param returned what of it went back
 * @param grants how often
 * @param beneficiaries how many accounts got something
 * @param first when it was first handed out, unix microseconds
 * @param last when it was last handed out, unix microseconds
 */
public record HandedOut(
    AccountId from,
    String programme,
    long granted,
    long returned,
    long grants,
    int beneficiaries,
    long first,
    long last) {}
