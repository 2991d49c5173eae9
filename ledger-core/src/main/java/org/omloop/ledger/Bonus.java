package org.omloop.ledger;

import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;

/**
 * What a programme owes an account on what was issued to it: the server grants it on its own key.
 *
 * @param from the account that pays
 * @param programme its name in the orders
 * @param to the resident to whom it was issued
 * @param amount rounded down, as far as budget, terms, the paying account and the resident's balance cap go
 */
public record Bonus(AccountId from, String programme, AccountId to, Amount amount) {}
