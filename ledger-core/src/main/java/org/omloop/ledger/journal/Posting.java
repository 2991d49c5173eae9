package org.omloop.ledger.journal;

import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;

/** One line of an entry: an account, a side and an amount; never a sign. */
public record Posting(AccountId account, Side side, Amount amount) {}
