package org.omloop.server.demo.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Resident;

/**
 * Euros that become units, on bank days, when the bank's statement has come: standing orders after the salary, and
 * smaller sums when the balance runs low.
 */
final class TopUps implements Rhythm {
  private static final LocalTime MORNING_STATEMENT = LocalTime.of(7, 10);
  private static final LocalTime NOON_STATEMENT = LocalTime.of(13, 20);
  private static final List<Amount> SUMS = List.of(
      Amount.of(20_00), Amount.of(25_00), Amount.of(30_00), Amount.of(50_00), Amount.of(75_00));
  /** Whoever means to spend so much each month is there from the first day. */
  private static final Amount MUCH = Amount.of(60_00);

  private static final long LOW = 12_00;
  private static final long LOW_BEFORE_THE_WEEKEND = 25_00;

  private final Book book;

  TopUps(Book book) {
    this.book = book;
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (day == 0) {
      book.wish(date.atTime(MORNING_STATEMENT), this::firstTime);
    } else if (DutchCalendar.isBankDay(date)) {
      book.wish(date.atTime(MORNING_STATEMENT), this::standingOrders);
      book.wish(date.atTime(MORNING_STATEMENT), now -> whereLow(now, 30));
      book.wish(date.atTime(NOON_STATEMENT), now -> whereLow(now, 20));
    }
  }

  /** On the first day most residents, and the fund's founders, bring their first euros. */
  private void firstTime(LocalDateTime now) {
    book.topUp(
        now, book.neighbourhood().fund().account(), book.neighbourhood().fund().budget());
    book.residents().stream()
        .filter(each -> book.chance().perMille(800) || each.standingOrder().compareTo(MUCH) >= 0)
        .forEach(each -> topUp(now, each, each.standingOrder()));
  }

  private void standingOrders(LocalDateTime now) {
    book.residents().stream()
        .filter(each -> DutchCalendar.isBooked(now.toLocalDate(), each.standingOrderDay()))
        .forEach(each -> topUp(now, each, each.standingOrder()));
  }

  private void whereLow(LocalDateTime now, int perMille) {
    long low = now.getDayOfWeek() == DayOfWeek.FRIDAY ? LOW_BEFORE_THE_WEEKEND : LOW;
    book.residents().stream()
        .filter(each -> book.available(each.account()) < low + each.nestEgg().minorUnits() / 2)
        .filter(each -> book.chance().perMille(perMille))
        .forEach(each -> topUp(now, each, book.chance().pick(SUMS)));
  }

  private void topUp(LocalDateTime now, Resident resident, Amount amount) {
    if (book.isInterested(resident) && book.canReceive(resident, amount)) {
      book.topUp(now, resident.account(), amount);
    }
  }
}
