package org.omloop.server.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.journal.Side;

/**
 * The postings added up per account, apart from the ledger's own balances. Amounts are minor units. Confined to the
 * verifying thread.
 */
final class TrialBalance {
  private final Map<AccountId, Long> balances = new HashMap<>();
  private long broughtIn;
  private long takenOut;

  void follow(List<Posting> postings) {
    for (Posting each : postings) {
      long amount = each.amount().minorUnits();
      boolean debit = each.side() == Side.DEBIT;
      balances.merge(each.account(), debit ? -amount : amount, Math::addExact);
      if (each.account().equals(Ledger.ISSUANCE)) {
        broughtIn += debit ? amount : 0;
        takenOut += debit ? 0 : amount;
      }
    }
  }

  /** Returns what was brought into being: issued, and brought back after the bank returned a payout. */
  long broughtIn() {
    return broughtIn;
  }

  /** Returns what was paid out and so went out of being. */
  long paidOut() {
    return takenOut;
  }

  /** Returns what is wrong; nothing when the books close. */
  List<String> differences(Ledger ledger, long outstanding) {
    List<String> differences = new ArrayList<>();
    long sum = 0;
    for (Account each : ledger.accounts()) {
      long posted = balances.getOrDefault(each.id(), 0L);
      long replayed = each.balance().minorUnits();
      if (posted != replayed) {
        differences.add("account " + each.id() + " holds " + replayed + " by replay and " + posted
            + " by its postings");
      }
      sum = Math.addExact(sum, replayed);
    }
    if (sum != 0) {
      differences.add("all accounts sum to " + sum + " and not to zero");
    }
    if (broughtIn - takenOut != outstanding) {
      differences.add("issued less paid out is " + (broughtIn - takenOut)
          + ", but the figures say that " + outstanding + " is outstanding");
    }
    return differences;
  }
}
