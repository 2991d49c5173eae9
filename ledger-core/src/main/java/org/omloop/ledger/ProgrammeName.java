package org.omloop.ledger;

import java.util.Comparator;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.Order;

/** What a programme goes by: two accounts may use the same name. */
record ProgrammeName(AccountId from, String programme) implements Comparable<ProgrammeName> {
  private static final Comparator<ProgrammeName> ORDER =
      Comparator.comparing(ProgrammeName::from).thenComparing(ProgrammeName::programme);

  static ProgrammeName of(Order.Programme terms) {
    return new ProgrammeName(terms.from(), terms.programme());
  }

  static ProgrammeName of(Order.Grant grant) {
    return new ProgrammeName(grant.from(), grant.programme());
  }

  @Override
  public int compareTo(ProgrammeName other) {
    return ORDER.compare(this, other);
  }
}
