package org.omloop.ledger.circulation.trace;

import java.math.BigInteger;
import java.util.List;
import org.omloop.ledger.circulation.rows.Accounts;

/** The hash of a state of merged lots, in the form that {@link Tracing#stateHash} says. */
final class KeyedState {
  private final InflowPeriods periods;
  private final StateDigest digest = new StateDigest();

  private KeyedState(InflowPeriods periods) {
    this.periods = periods;
  }

  static String hash(Accounts accounts, KeyedLots[] lots, InflowPeriods periods) {
    KeyedState state = new KeyedState(periods);
    StateDigest.byId(accounts).forEach(account -> state.add(accounts.id(account), lots[account]));
    return state.digest.hex();
  }

  private void add(String account, KeyedLots lots) {
    for (int lot = lots.start(); lot < lots.end(); lot++) {
      int period = LotKey.period(lots.key(lot));
      long amount = lots.amount(lot);
      long inflow = periods.weekStart(period) + lots.inflowMean(lot);
      digest.line(String.join(
          "\t",
          List.of(
              account,
              periods.cohort(period),
              Long.toString(periods.weekStart(period)),
              Integer.toString(LotKey.hops(lots.key(lot))),
              Long.toString(amount),
              Long.toString(lots.hopSum(lot)),
              sum(amount, inflow, lots.inflowRest(lot)),
              sum(amount, lots.arrivalMean(lot), lots.arrivalRest(lot)))));
    }
  }

  private static String sum(long amount, long mean, long rest) {
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(mean))
        .add(BigInteger.valueOf(rest))
        .toString();
  }
}
