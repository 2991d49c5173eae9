package org.omloop.server.demo.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Handout;
import org.omloop.server.demo.neighbourhood.Resident;

/**
 * What the municipality's programmes hand out, each in its season. The municipality fills those that run, and its own
 * account, on the first bank day of the month.
 */
final class Handouts implements Rhythm {
  private static final LocalTime COUNCIL = LocalTime.of(6, 30);
  private static final LocalTime BUDGETS = LocalTime.of(7, 0);
  private static final LocalTime OFFICE = LocalTime.of(16, 0);
  private static final Amount MUNICIPAL_PURCHASES = Amount.of(2500_00);
  private static final int PAYDAY = 10;
  private static final int YEAR = 365;
  /** So many a year's budget is: the first fill may come in the middle of a month, and the last after the year. */
  private static final int MONTHS_OF_MONEY = 15;

  /** What a programme may be short of its budget without being filled up. */
  private static final long SMALL_CHANGE = 50_00;

  private final Book book;
  private final Vouchers vouchers;

  Handouts(Book book, Vouchers vouchers) {
    this.book = book;
    this.vouchers = vouchers;
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (day % YEAR == 0) {
      book.wish(date.atTime(COUNCIL), now -> layDown(now, day / YEAR));
    }
    if (day == 0 || DutchCalendar.isBooked(date, 1)) {
      book.wish(date.atTime(BUDGETS), this::fill);
    }
    book.neighbourhood().handouts().stream()
        .filter(each -> each.runs(date) && isDue(each.every(), date, day))
        .forEach(each -> book.wish(date.atTime(OFFICE), now -> handOut(now, each)));
  }

  /** For a year, and some weeks that the next council may be late. */
  private void layDown(LocalDateTime now, int years) {
    book.neighbourhood().handouts().stream()
        .map(Handout::programme)
        .distinct()
        .forEach(each -> book.layDown(
            now, each, (years + 1L) * MONTHS_OF_MONEY, now.toLocalDate().plusDays(YEAR + 35)));
  }

  private static boolean isDue(Handout.Every every, LocalDate date, int day) {
    return switch (every) {
      case WEEK -> day == 0 || date.getDayOfWeek() == DayOfWeek.FRIDAY;
      case FOUR_WEEKS -> day % 28 == 9;
      case MONTH -> DutchCalendar.isBooked(date, PAYDAY);
    };
  }

  private void fill(LocalDateTime now) {
    book.neighbourhood().handouts().stream()
        .filter(each -> each.runs(now.toLocalDate()))
        .forEach(each -> fill(now, each));
    book.topUp(now, book.neighbourhood().municipality().account(), MUNICIPAL_PURCHASES);
  }

  /** Up to the month's budget: what was not handed out is still there. */
  private void fill(LocalDateTime now, Handout handout) {
    long missing = handout.programme().budget().minorUnits()
        - book.available(handout.programme().account());
    if (missing > SMALL_CHANGE) {
      book.topUp(now, handout.programme().account(), Amount.of(missing));
    }
  }

  private void handOut(LocalDateTime now, Handout handout) {
    book.residents().stream()
        .filter(each -> each.circles().contains(handout.circle()))
        .filter(each -> book.chance().perMille(handout.perMille()))
        .forEach(each -> grant(now, handout, each, handout.amount(book.chance())));
  }

  private void grant(LocalDateTime now, Handout handout, Resident to, Amount amount) {
    if (book.available(handout.programme().account()) >= amount.minorUnits()
        && book.canReceive(to, amount)) {
      book.grant(now, handout.programme(), to.account(), amount);
      vouchers.use(now, handout, to, amount);
    }
  }
}
