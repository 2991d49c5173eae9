package org.omloop.ledger;

import org.omloop.ledger.policy.Setting;

/**
 * Between two months (UTC): whether the one that is over is still to be levied. It is where a levy was in force when it began,
 * so that nobody is charged for a month that began without one, and as long as nothing was booked in the month after it but
 * seals and levies.
 *
 * <p>Confined to its ledger's thread.
 */
final class MonthEnd {
  // Months are numbered from the year 0; 0 before the first entry.
  private long month;
  private long begun;
  private boolean isLevied;
  private boolean wasLevied;

  /** Must be told of each booking before it is decided. */
  void enter(BookingTime time, Timetable policies) {
    if (time.month() != month) {
      wasLevied = isLevied;
      isLevied = policies.at(time.beginOfMonth()).basisPoints(Setting.DEMURRAGE_BASIS_POINTS) > 0;
      month = time.month();
    }
  }

  /** Must be told of each entry that is neither a seal nor a levy. */
  void begin() {
    begun = month;
  }

  boolean awaitsLevies(BookingTime time) {
    boolean hadLevy = time.month() == month ? wasLevied : isLevied;
    return begun > 0 && time.month() > begun && hadLevy;
  }
}
