package org.omloop.ledger;

import java.util.Optional;
import java.util.stream.LongStream;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.KeyId;

/** Which bonus the server may grant next: as much of what is owed as {@link ProgrammeRules} would let pass. */
final class BonusRules {
  private BonusRules() {}

  static Optional<Bonus> due(LedgerState state, BookingTime time, KeyId server) {
    Optional<EnrolledKey> key = Optional.ofNullable(state.keys.get(server))
        .filter(each -> each.account().equals(Ledger.OPERATOR))
        .filter(each -> each.may(Right.SERVE) && each.stands(time.seconds()));
    return key.flatMap(each -> state.programmes.owing().stream()
        .filter(terms -> terms.runs(time.seconds()))
        .flatMap(terms -> next(terms, state, time).stream())
        .filter(bonus -> each.allows(bonus.amount(), time.day()))
        .findFirst());
  }

  private static Optional<Bonus> next(Order.Programme terms, LedgerState state, BookingTime time) {
    Account source = state.account(terms.from());
    long budget = terms.budget().minorUnits() - state.programmes.handedOut(ProgrammeName.of(terms));
    long most = Math.min(budget, source.available());
    if (most <= 0 || source.status() != AccountStatus.OPEN) {
      return Optional.empty();
    }
    for (AccountId each : state.programmes.owed(terms)) {
      long amount = LongStream.of(
              most, state.programmes.owed(terms, each), room(state.account(each), state, time))
          .min()
          .orElse(0);
      if (amount > 0) {
        return Optional.of(new Bonus(terms.from(), terms.programme(), each, Amount.of(amount)));
      }
    }
    return Optional.empty();
  }

  /** Returns what a resident's account may still take; nothing where it is none by now, or does not stand. */
  private static long room(Account account, LedgerState state, BookingTime time) {
    long cap = state
        .policies
        .at(time.seconds())
        .amount(Setting.BALANCE_CAP_RESIDENT)
        .map(Amount::minorUnits)
        .orElse(Amount.MAXIMUM);
    return account.status() == AccountStatus.OPEN && Examination.isResident(account)
        ? cap - account.balance().minorUnits()
        : 0;
  }
}
