package org.omloop.server.demo.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Programme;
import org.omloop.server.demo.neighbourhood.Resident;

/**
 * Money that is handed out in batches: thanks to volunteers on the first day and each Friday, rewards for saving energy every fourth week,
 * and what the neighbourhood voted for out of its fund every other Saturday. The municipality fills its programmes, and
 * its own account, on the first bank day of the month.
 */
final class Grants implements Rhythm {
  private static final LocalTime BUDGETS = LocalTime.of(7, 0);
  private static final LocalTime OFFICE = LocalTime.of(16, 0);
  private static final LocalTime AFTER_THE_VOTE = LocalTime.of(15, 0);
  private static final Amount MUNICIPAL_PURCHASES = Amount.of(1500_00);
  private static final int AN_HOUR = 5_00;
  /** What stays in the fund: more than the contributions that any day's refunds take back. */
  private static final long FUND_MARGIN = 100_00;

  private static final int INITIATIVES = 3;
  private static final long STEP = 5_00;
  private static final long LARGEST_INITIATIVE = 250_00;

  private final Book book;
  private final List<Organisation> initiators;

  Grants(Book book) {
    this.book = book;
    this.initiators = book.neighbourhood().organisations().stream()
        .filter(each -> each.role() == Role.COMMONS || each.role() == Role.SOCIAL)
        .toList();
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (day == 0 || isFirstBankDayOfMonth(date)) {
      book.wish(date.atTime(BUDGETS), this::budgets);
    }
    if (day == 0 || date.getDayOfWeek() == DayOfWeek.FRIDAY) {
      book.wish(date.atTime(OFFICE), this::thankVolunteers);
    }
    if (day % 28 == 9) {
      book.wish(date.atTime(OFFICE), this::rewardSavers);
    }
    if (day % 14 == 12) {
      book.wish(date.atTime(AFTER_THE_VOTE), this::fundInitiatives);
    }
  }

  private static boolean isFirstBankDayOfMonth(LocalDate date) {
    return DutchCalendar.isBooked(date, 1);
  }

  private void budgets(LocalDateTime now) {
    Stream.of(book.neighbourhood().volunteering(), book.neighbourhood().energySaving())
        .forEach(each -> book.topUp(now, each.account(), each.budget()));
    book.topUp(now, book.neighbourhood().municipality().account(), MUNICIPAL_PURCHASES);
  }

  private void thankVolunteers(LocalDateTime now) {
    book.neighbourhood().residents().stream()
        .filter(each -> each.volunteers() && book.chance().perMille(750))
        .forEach(each -> grant(
            now,
            book.neighbourhood().volunteering(),
            each,
            Amount.of((long) AN_HOUR * book.chance().between(1, 4))));
  }

  private void rewardSavers(LocalDateTime now) {
    book.neighbourhood().residents().stream()
        .filter(Resident::savesEnergy)
        .forEach(each -> grant(
            now,
            book.neighbourhood().energySaving(),
            each,
            Amount.of(STEP * book.chance().between(3, 5))));
  }

  private void grant(LocalDateTime now, Programme programme, Resident to, Amount amount) {
    if (book.available(programme.account()) >= amount.minorUnits() && book.canReceive(to, amount)) {
      grant(now, programme, to.account(), amount);
    }
  }

  private void fundInitiatives(LocalDateTime now) {
    long share = (book.fundAvailable() - FUND_MARGIN) / (INITIATIVES + 1) / STEP * STEP;
    if (share > 0) {
      Amount each = Amount.of(Math.min(share, LARGEST_INITIATIVE));
      book.chance().shuffled(initiators).subList(0, INITIATIVES).stream()
          .map(Organisation::account)
          .forEach(initiator -> grant(now, book.neighbourhood().fund(), initiator, each));
    }
  }

  private void grant(LocalDateTime now, Programme from, AccountId to, Amount amount) {
    book.grant(now, new Act.Grant(from.account(), to, amount, from.id()));
  }
}
