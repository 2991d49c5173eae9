package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Trade;

/**
 * Weekly invoices between organisations: each pays its suppliers inside the circuit a share of what it took since it
 * last paid. The municipality, which takes little, pays fixed sums.
 */
final class Supplies implements Rhythm {
  /** Of goods from whoever it buys most from, the first of its suppliers. */
  private static final int LEAST_GOODS_PERCENT = 28;

  private static final int MOST_GOODS_PERCENT = 46;
  private static final int LEAST_PRODUCE_PERCENT = 10;
  private static final int MOST_PRODUCE_PERCENT = 17;
  private static final int LEAST_OTHER_PERCENT = 2;
  private static final int MOST_OTHER_PERCENT = 5;
  private static final int MUNICIPAL_LEAST = 60_00;
  private static final int MUNICIPAL_MOST = 180_00;
  private static final long SMALLEST_INVOICE = 4_00;

  private final Book book;
  private final Chance chance;
  /** Looked up in, never walked through. */
  private final Map<AccountId, Long> takingsPaidFor = new HashMap<>();

  Supplies(Book book) {
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
      if (!book.suppliers(buyer).isEmpty()
          && place % 5 + 1 == date.getDayOfWeek().getValue()) {
        book.wish(
            date.atTime(8, 30).plusSeconds(chance.between(0, 3 * 3600)), now -> settle(now, buyer));
      }
    }
  }

  private void settle(LocalDateTime now, Organisation buyer) {
    long takings = book.takings(buyer.account());
    long since = takings - takingsPaidFor.getOrDefault(buyer.account(), 0L);
    takingsPaidFor.put(buyer.account(), takings);
    boolean isMunicipality = buyer.equals(book.neighbourhood().municipality());
    for (Organisation supplier : book.suppliers(buyer)) {
      long invoice = isMunicipality
          ? chance.between(MUNICIPAL_LEAST, MUNICIPAL_MOST)
          : since * percent(buyer, supplier) / 100;
      if (invoice >= SMALLEST_INVOICE && book.available(buyer.account()) >= invoice) {
        book.plan(now, new Act.Pay(buyer.account(), supplier.account(), Amount.of(invoice)));
      }
    }
  }

  /** Of what it took since it last paid. A wholesaler buys from all who make what it sells, others mostly from one. */
  private int percent(Organisation buyer, Organisation supplier) {
    boolean isMain = supplier.account().equals(buyer.suppliers().get(0));
    if (supplier.trade().isOfGoods() && buyer.trade() == Trade.WHOLESALE) {
      return chance.between(LEAST_PRODUCE_PERCENT, MOST_PRODUCE_PERCENT);
    }
    return isMain && supplier.trade().isOfGoods()
        ? chance.between(LEAST_GOODS_PERCENT, MOST_GOODS_PERCENT)
        : chance.between(LEAST_OTHER_PERCENT, MOST_OTHER_PERCENT);
  }
}
