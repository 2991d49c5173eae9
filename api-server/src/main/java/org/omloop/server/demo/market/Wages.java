package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Resident;

/**
 * The part of their wage that some take in the neighbourhood's money, each month. An employer that is short pays when
 * it can, which is next month.
 */
final class Wages implements Rhythm {
  private static final int PAYDAY = 23;
  private static final LocalTime AFTERNOON = LocalTime.of(17, 0);

  private final Book book;
  private final Chance chance;

  Wages(Book book) {
    this.book = book;
    this.chance = book.chance();
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (DutchCalendar.isBooked(date, PAYDAY)) {
      book.wish(date.atTime(AFTERNOON), this::payEverybody);
    }
  }

  private void payEverybody(LocalDateTime now) {
    for (Resident resident : book.residents()) {
      Amount wage = helpsOut(resident)
          ? Amount.of(chance.between(15_00, 45_00))
          : Amount.of(chance.between(25_00, 70_00));
      resident.employer().ifPresent(employer -> pay(now, employer, resident, wage));
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
