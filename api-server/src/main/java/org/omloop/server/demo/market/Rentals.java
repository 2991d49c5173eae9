package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.OpeningHours;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Resident;
import org.omloop.server.demo.neighbourhood.Trade;

/** Bicycles for a day: a deposit is held, and when the bicycle is back the rent is taken from it, or nothing is. */
final class Rentals implements Rhythm {
  private static final Amount DEPOSIT = Amount.of(30_00);
  private static final int RENTED_PER_MILLE = 880;
  private static final int MOST_PER_DAY = 4;

  private final Book book;
  private final Chance chance;
  private final Organisation rental;

  Rentals(Book book) {
    this.book = book;
    this.chance = book.chance();
    this.rental = book.organisations().stream()
        .filter(each -> each.trade() == Trade.RENTAL)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void begin(LocalDate date, int day) {
    rental.trade().hours().on(date).ifPresent(span -> begin(date, span));
  }

  private void begin(LocalDate date, OpeningHours.Span span) {
    int rentals = chance.between(0, MOST_PER_DAY);
    for (int count = 0; count < rentals; count++) {
      LocalDateTime out = date.atTime(span.opens()).plusSeconds(chance.between(60, 2 * 3600));
      LocalDateTime back = date.atTime(span.closes()).minusSeconds(chance.between(60, 3 * 3600));
      book.wish(out, now -> rent(now, back));
    }
  }

  private void rent(LocalDateTime now, LocalDateTime back) {
    Resident resident = chance.pick(book.residents());
    if (book.canPay(resident, DEPOSIT)) {
      Intent hold = book.plan(
          now, new Act.Hold(resident.account(), rental.account(), DEPOSIT, now.plusDays(1)));
      book.wish(back, later -> end(later, hold.number(), (Act.Hold) hold.act()));
    }
  }

  /** The same day: accounts are suspended before the rental opens, so this one is not. */
  private void end(LocalDateTime now, long number, Act.Hold hold) {
    if (chance.perMille(RENTED_PER_MILLE)) {
      Amount rent = rental.trade().price(chance);
      book.plan(now, new Act.Capture(number, hold.from(), hold.to(), hold.amount(), rent));
    } else {
      book.plan(now, new Act.Release(number, hold.from(), hold.to(), hold.amount()));
    }
  }
}
