package org.omloop.server.http.view;

import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.server.directory.Directory;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/** Of whom something new may be kept: not of those who have left, who can be erased, and are not to come back after it. */
public final class StillHere {
  private StillHere() {}

  /** Throws a {@link Problem} where an account is closed. */
  public static void require(AccountId account, Directory directory) {
    if (directory
        .account(account)
        .filter(each -> each.status() == AccountStatus.CLOSED)
        .isPresent()) {
      throw Problem.of(ProblemType.MEMBER_LEFT);
    }
  }
}
