package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Daypart;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Resident;

/** Purchases at the counter, as the day, the week and the year have them; some of them are taken back later. */
final class Shopping implements Rhythm {
  private static final int ORDINARY_DAY = 320;
  private static final int TRIES = 6;
  private static final int FAVOURITE_DRAW = 6;

  private final Book book;
  private final Refunds refunds;
  /** Every resident as often as their appetite, so that picking one is picking a purchase. */
  private final List<Resident> errands = new ArrayList<>();

  Shopping(Book book, Refunds refunds) {
    this.book = book;
    this.refunds = refunds;
    book.neighbourhood()
        .residents()
        .forEach(each -> errands.addAll(Collections.nCopies(each.appetite(), each)));
  }

  @Override
  public void begin(LocalDate date, int day) {
    int expected = ORDINARY_DAY * DutchCalendar.bustle(date) / 1000;
    int purchases = book.chance().between(expected * 95 / 100, expected * 105 / 100);
    for (int count = 0; count < purchases; count++) {
      Daypart part = Daypart.any(book.chance(), date);
      book.wish(date.atTime(part.moment(book.chance())), now -> goShopping(now, part));
    }
  }

  /** Lets somebody go who has the money: those who have not, stay at home. */
  private void goShopping(LocalDateTime now, Daypart part) {
    boolean bought = false;
    for (int tries = 0; tries < TRIES && !bought; tries++) {
      Resident resident = book.chance().pick(errands);
      bought =
          chooseShop(now, part, resident).map(shop -> buy(now, resident, shop)).orElse(false);
    }
  }

  private Optional<Organisation> chooseShop(LocalDateTime now, Daypart part, Resident resident) {
    List<Organisation> shops = book.neighbourhood().organisations();
    int[] draws =
        shops.stream().mapToInt(each -> draw(now, part, resident, each)).toArray();
    for (int draw : draws) {
      if (draw > 0) {
        return Optional.of(shops.get(book.chance().weighted(draws)));
      }
    }
    return Optional.empty();
  }

  private static int draw(LocalDateTime now, Daypart part, Resident resident, Organisation shop) {
    int draw = shop.trade().draw(part);
    if (draw == 0 || !shop.trade().hours().isOpen(now.toLocalDate(), now.toLocalTime())) {
      return 0;
    }
    return resident.favourites().contains(shop.account()) ? draw * FAVOURITE_DRAW : draw;
  }

  private boolean buy(LocalDateTime now, Resident resident, Organisation shop) {
    Amount price = shop.trade().price(book.chance());
    if (!book.canPay(resident, price)) {
      return false;
    }
    Intent purchase = book.plan(now, new Act.Pay(resident.account(), shop.account(), price));
    refunds.consider(purchase, shop);
    return true;
  }
}
