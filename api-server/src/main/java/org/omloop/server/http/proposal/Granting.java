package org.omloop.server.http.proposal;

import java.util.Optional;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.order.Order;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.session.Caller;

/** Who hands out a programme's or the fund's money: the keys of its own account. */
public final class Granting {
  private Granting() {}

  /** Returns the account that a caller may grant from. */
  public static Optional<Account> account(Caller caller, Directory directory) {
    return directory
        .account(caller.key().account())
        .filter(each -> each.type() == AccountType.TREASURY || each.type() == AccountType.FUND)
        .filter(each -> caller.key().may(Right.PAY));
  }

  /** Returns the account that an order grants from. */
  static Optional<AccountId> source(Order order) {
    return order instanceof Order.Grant grant ? Optional.of(grant.from()) : Optional.empty();
  }
}
