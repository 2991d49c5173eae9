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
        .filter(Granting::isSource)
        .filter(each -> caller.key().may(Right.PAY));
  }

  /** Tells whether grants come from accounts of this kind. */
  static boolean isSource(Account account) {
    return account.type() == AccountType.TREASURY || account.type() == AccountType.FUND;
  }

  /** Returns the account that an order grants from. */
  static Optional<AccountId> source(Order order) {
    return order instanceof Order.Grant grant ? Optional.of(grant.from()) : Optional.empty();
  }
}
