package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Daypart;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Resident;

/** Purchases at the counter, as the day, the week and the year have them; some of them are taken back later. */
final class Shopping implements Rhythm {
  /** On an ordinary Wednesday of an ordinary month. */
  private static final int PURCHASES_PER_THOUSAND = 340;

  private static final int TRIES = 12;

  private final Book book;
  private final Refunds refunds;
  /** Every resident as often as their appetite, so that picking one is picking a purchase. */
  private final List<Resident> errands = new ArrayList<>();

  private int knownResidents;

  Shopping(Book book, Refunds refunds) {
    this.book = book;
    this.refunds = refunds;
  }

  @Override
  public void begin(LocalDate date, int day) {
    knowNewResidents();
    Counters counters = Counters.on(date, book.organisations());
    int ordinary = PURCHASES_PER_THOUSAND * book.activeResidents() / 1000;
    int expected = ordinary * DutchCalendar.bustle(date) / 1000;
    int purchases = book.chance().between(expected * 95 / 100, expected * 105 / 100);
    for (int count = 0; count < purchases; count++) {
      Daypart part = Daypart.any(book.chance(), date);
      book.wish(date.atTime(part.moment(book.chance())), now -> goShopping(now, part, counters));
    }
  }

  private void knowNewResidents() {
    List<Resident> residents = book.residents();
    for (; knownResidents < residents.size(); knownResidents++) {
      Resident each = residents.get(knownResidents);
      errands.addAll(Collections.nCopies(each.appetite(), each));
    }
  }

  /** Lets somebody go who has the money: those who have not, stay at home. */
  private void goShopping(LocalDateTime now, Daypart part, Counters counters) {
    boolean bought = false;
    for (int tries = 0; tries < TRIES && !bought; tries++) {
      Resident resident = book.chance().pick(errands);
      bought = counters
          .choose(resident, now.toLocalTime(), part, book.chance())
          .map(shop -> buy(now, resident, shop))
          .orElse(false);
    }
  }

  private boolean buy(LocalDateTime now, Resident resident, Organisation shop) {
    Amount price = shop.trade().price(book.chance());
    if (!book.canSpare(resident, price, now.toLocalDate())) {
      return false;
    }
    Intent purchase = book.plan(now, new Act.Pay(resident.account(), shop.account(), price));
    refunds.consider(purchase, shop);
    return true;
  }
}
