package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.Handout;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Resident;

/** What a programme hands out for something, most people soon spend on that: nothing but their good will makes them. */
final class Vouchers {
  private static final int USED_PER_MILLE = 800;
  private static final int LEAST_PERCENT = 60;
  private static final int MOST_PERCENT = 100;
  private static final int SOONEST_DAYS = 1;
  private static final int LATEST_DAYS = 16;
  private static final int NEAR_HOME_PER_MILLE = 600;
  private static final long STEP = 5;

  private final Book book;
  private final Chance chance;

  Vouchers(Book book) {
    this.book = book;
    this.chance = book.chance();
  }

  /** Lets somebody who was just granted an amount go and spend it on what it is meant for. */
  void use(LocalDateTime now, Handout handout, Resident resident, Amount amount) {
    List<Organisation> shops = book.organisations().stream()
        .filter(each -> handout.meantFor().contains(each.trade()))
        .toList();
    if (!shops.isEmpty() && chance.perMille(USED_PER_MILLE)) {
      Organisation shop = choose(resident, shops);
      LocalDate date = now.toLocalDate().plusDays(chance.between(SOONEST_DAYS, LATEST_DAYS));
      long share = amount.minorUnits() * chance.between(LEAST_PERCENT, MOST_PERCENT) / 100;
      Amount price = Amount.of(Math.max(STEP, share / STEP * STEP));
      shop.trade()
          .hours()
          .on(date)
          .ifPresent(span -> book.wish(
              date.atTime(span.draw(chance)), later -> buy(later, resident, shop, price)));
    }
  }

  private Organisation choose(Resident resident, List<Organisation> shops) {
    List<Organisation> near = shops.stream()
        .filter(each -> each.isInTheWijkOf(resident.classification()))
        .toList();
    return chance.pick(near.isEmpty() || !chance.perMille(NEAR_HOME_PER_MILLE) ? shops : near);
  }

  private void buy(LocalDateTime now, Resident resident, Organisation shop, Amount price) {
    if (book.canPay(resident, price)) {
      book.plan(now, new Act.Pay(resident.account(), shop.account(), price));
    }
  }
}
