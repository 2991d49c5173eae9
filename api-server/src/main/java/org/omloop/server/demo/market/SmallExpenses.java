package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Trade;

/**
 * What an organisation buys at a counter round the corner, in most weeks: lunch for the crew, flowers for the desk,
 * a ticket for whoever has a birthday.
 */
final class SmallExpenses implements Rhythm {
  private static final int PER_MILLE = 600;
  private static final int NEAR_PER_MILLE = 650;
  /** What it wants to have left for wages and suppliers, in times the price. */
  private static final int IN_HAND = 4;

  private static final Set<Trade> WITHOUT_A_COUNTER = EnumSet.of(
      Trade.CITY_HALL,
      Trade.WHOLESALE,
      Trade.BREWERY,
      Trade.SERVICES,
      Trade.BUILDING,
      Trade.ENERGY,
      Trade.HOUSING,
      Trade.RENTAL,
      Trade.BUS);

  private final Book book;
  private final Chance chance;

  SmallExpenses(Book book) {
    this.book = book;
    this.chance = book.chance();
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (!DutchCalendar.isBankDay(date)) {
      return;
    }
    int place = 0;
    for (Organisation buyer : book.organisations()) {
      place++;
      if ((place + 1) % 5 + 1 == date.getDayOfWeek().getValue() && chance.perMille(PER_MILLE)) {
        Organisation shop = choose(buyer);
        shop.trade()
            .hours()
            .on(date)
            .ifPresent(
                span -> book.wish(date.atTime(span.draw(chance)), now -> buy(now, buyer, shop)));
      }
    }
  }

  private Organisation choose(Organisation buyer) {
    List<Organisation> counters = book.organisations().stream()
        .filter(each -> !WITHOUT_A_COUNTER.contains(each.trade()) && !each.equals(buyer))
        .toList();
    List<Organisation> near = counters.stream()
        .filter(each -> each.isInTheWijkOf(buyer.classification()))
        .toList();
    return chance.pick(near.isEmpty() || !chance.perMille(NEAR_PER_MILLE) ? counters : near);
  }

  private void buy(LocalDateTime now, Organisation buyer, Organisation shop) {
    Amount price = shop.trade().price(chance);
    if (book.available(buyer.account()) >= IN_HAND * price.minorUnits()) {
      book.plan(now, new Act.Pay(buyer.account(), shop.account(), price));
    }
  }
}
