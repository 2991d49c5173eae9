package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.List;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Resident;

/** Residents who pay each other: a shared meal, a borrowed drill, a present on Saint Nicholas's Eve. */
final class Gifts implements Rhythm {
  private static final int ORDINARY_DAY = 20;
  private static final int FEAST_DAY = 75;
  private static final MonthDay SAINT_NICHOLAS = MonthDay.of(12, 5);
  private static final int HALF = 50;
  private static final int FIRST_SECOND = 9 * 3600;
  private static final int LAST_SECOND = 22 * 3600;

  private final Book book;
  private final Chance chance;

  Gifts(Book book) {
    this.book = book;
    this.chance = book.chance();
  }

  @Override
  public void begin(LocalDate date, int day) {
    int most = isFeast(date) ? FEAST_DAY : ORDINARY_DAY;
    int gifts = chance.between(most / 2, most);
    for (int count = 0; count < gifts; count++) {
      book.wish(
          date.atStartOfDay().plusSeconds(chance.around(FIRST_SECOND, LAST_SECOND)), this::give);
    }
  }

  private static boolean isFeast(LocalDate date) {
    return MonthDay.from(date).equals(SAINT_NICHOLAS)
        || date.equals(DutchCalendar.kingsDay(date.getYear()));
  }

  private void give(LocalDateTime now) {
    List<Resident> residents = book.residents();
    Resident giver = chance.pick(residents);
    Resident receiver = chance.pick(residents);
    Amount gift = Amount.of((long) HALF * Math.min(chance.between(2, 50), chance.between(2, 50)));
    if (!giver.account().equals(receiver.account())
        && book.canSpare(giver, gift, now.toLocalDate())
        && book.canReceive(receiver, gift)) {
      book.plan(now, new Act.Pay(giver.account(), receiver.account(), gift));
    }
  }
}
