package org.omloop.server.demo.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Resident;

/**
 * The part of their wage that some take in the neighbourhood's money: near the 25th for most, each Friday for those who
 * help out. An employer that is short pays when it can, which is next time.
 */
final class Wages implements Rhythm {
  private static final int PAYDAY = 25;
  private static final LocalTime MONTHLY = LocalTime.of(10, 0);
  private static final LocalTime WEEKLY = LocalTime.of(17, 0);

  private final Book book;
  private final Chance chance;

  Wages(Book book) {
    this.book = book;
    this.chance = book.chance();
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (date.equals(DutchCalendar.bankDayUntil(date.withDayOfMonth(PAYDAY)))) {
      book.wish(date.atTime(MONTHLY), now -> payEverybody(now, false, 50_00, 130_00));
    }
    if (date.getDayOfWeek() == DayOfWeek.FRIDAY) {
      book.wish(date.atTime(WEEKLY), now -> payEverybody(now, true, 15_00, 60_00));
    }
  }

  private void payEverybody(LocalDateTime now, boolean helpsOut, int least, int most) {
    for (Resident resident : book.neighbourhood().residents()) {
      if (helpsOut(resident) == helpsOut) {
        resident
            .employer()
            .ifPresent(
                employer -> pay(now, employer, resident, Amount.of(chance.between(least, most))));
      }
    }
  }

  /** One worker in three helps out: those who shop least. */
  private static boolean helpsOut(Resident resident) {
    return resident.appetite() <= 3;
  }

  private void pay(LocalDateTime now, AccountId employer, Resident resident, Amount wage) {
    if (book.available(employer) >= wage.minorUnits() && book.canReceive(resident, wage)) {
      book.plan(now, new Act.Pay(employer, resident.account(), wage));
    }
  }
}
