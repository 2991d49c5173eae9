package org.omloop.server.export;

import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;

/**
 * One movement of an entry: a debit and the credit that follows it, of one amount.
 *
 * @param number counts from 0 within the entry
 * @param amount minor units
 */
record Movement(long entry, int number, AccountId from, AccountId to, long amount) {
  /** Returns an entry's movements, in order; none where it moves nothing. */
  static List<Movement> of(JournalEntry entry) {
    List<Posting> postings = entry.postings();
    List<Movement> movements = new ArrayList<>(postings.size() / 2);
    for (int at = 0; at + 1 < postings.size(); at += 2) {
      Posting debit = postings.get(at);
      movements.add(new Movement(
          entry.index(),
          at / 2,
          debit.account(),
          postings.get(at + 1).account(),
          debit.amount().minorUnits()));
    }
    return movements;
  }

  /** Returns its name in tables: the entry's index, and for all but the first a number behind it. */
  String id() {
    return id(entry, number);
  }

  static String id(long entry, int number) {
    return number == 0 ? Long.toString(entry) : entry + "." + number;
  }
}
