package org.omloop.ledger;

import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;
import org.omloop.ledger.money.Amount;

/** One movement of an entry, from one account to another: a debit and a credit of one amount. */
record Leg(AccountId from, AccountId to, Amount amount) {
  List<Posting> postings() {
    return List.of(new Posting(from, Side.DEBIT, amount), new Posting(to, Side.CREDIT, amount));
  }
}
