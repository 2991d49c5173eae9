package org.omloop.server.events;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.Posting;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderSignature;
import org.omloop.ledger.signing.KeyId;

/**
 * Finds the accounts an entry is about: those whose money it moves, those its order names, and those whose keys signed
 * it. A refused order is about its payer and its payee, although nothing moved. Thread-safe.
 */
public final class Parties {
  private final Function<KeyId, Optional<AccountId>> accountOf;

  /**
   * Makes a finder.
   *
   * @param accountOf finds the account an enrolled key signs for
   */
  public Parties(Function<KeyId, Optional<AccountId>> accountOf) {
    this.accountOf = accountOf;
  }

  /** Returns the accounts an entry is about; a new set. */
  public Set<AccountId> of(JournalEntry entry) {
    Set<AccountId> parties = new HashSet<>();
    entry.postings().stream().map(Posting::account).forEach(parties::add);
    entry.order().signatures().stream()
        .map(OrderSignature::key)
        .map(accountOf)
        .flatMap(Optional::stream)
        .forEach(parties::add);
    addNamed(entry.order().order(), parties);
    return parties;
  }

  private static void addNamed(Order order, Set<AccountId> parties) {
    if (order instanceof Order.Pay pay) {
      parties.addAll(List.of(pay.from(), pay.to()));
    } else if (order instanceof Order.Hold hold) {
      parties.addAll(List.of(hold.from(), hold.to()));
    } else if (order instanceof Order.Grant grant) {
      parties.addAll(List.of(grant.from(), grant.to()));
    } else if (order instanceof Order.Programme programme) {
      parties.add(programme.from());
      parties.addAll(programme.partners());
    } else if (order instanceof Order.Issue issue) {
      parties.add(issue.to());
    } else if (order instanceof Order.Redeem redeem) {
      parties.add(redeem.from());
    } else {
      addAdministered(order, parties);
    }
  }

  private static void addAdministered(Order order, Set<AccountId> parties) {
    if (order instanceof Order.Open open) {
      parties.add(open.account());
    } else if (order instanceof Order.Close close) {
      parties.add(close.account());
    } else if (order instanceof Order.Suspend suspend) {
      parties.add(suspend.account());
    } else if (order instanceof Order.Classify classify) {
      parties.add(classify.account());
    } else if (order instanceof Order.Limit limit) {
      parties.add(limit.account());
    } else if (order instanceof Order.KeyAdd add) {
      parties.add(add.account());
    } else if (order instanceof Order.KeyRevoke revoke) {
      parties.add(revoke.account());
    } else if (order instanceof Order.Levy levy) {
      parties.add(levy.account());
    }
  }
}
