package org.omloop.server.bank;

import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.ledger.account.AccountId;

/**
 * A line as it is kept, with what is known of it.
 *
 * @param statement the bank's name of its statement
 * @param account whom it is for; where there is a reason, whom it may be for
 * @param reason why somebody has to look; empty: it is matched
 * @param entry the journal's entry that books it; empty until then
 */
public record KeptLine(
    BankLine line,
    String statement,
    Optional<AccountId> account,
    String reason,
    OptionalLong entry) {
  /** Where a line stands. */
  public enum State {
    /** Ready to issue. */
    MATCHED,
    /** Somebody has to look. */
    WORK,
    /** In the journal: issued, paid out or returned. */
    BOOKED,
    /** Money that went out and is in no order yet. */
    DEBIT;

    /** Returns the name in the API. */
    public String wireName() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the state of that name in the API. */
    public static Optional<State> named(String name) {
      return java.util.Arrays.stream(values())
          .filter(each -> each.wireName().equals(name))
          .findFirst();
    }
  }

  /** Tells whether it says itself that it is for this account: a reference does, a suggestion does not. */
  public boolean names(AccountId whom) {
    return reason.isEmpty() && account.filter(whom::equals).isPresent();
  }

  /** Returns where it stands. */
  public State state() {
    if (entry.isPresent()) {
      return State.BOOKED;
    }
    if (reason.equals("debit")) {
      return State.DEBIT;
    }
    return reason.isEmpty() ? State.MATCHED : State.WORK;
  }
}
