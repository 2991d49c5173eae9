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

/**
 * Weekly invoices between organisations: each pays its suppliers inside the circuit a share of what it took since it
 * last paid. The municipality, which takes little, pays fixed sums.
 */
final class Supplies implements Rhythm {
  private static final int LEAST_PERCENT = 9;
  private static final int MOST_PERCENT = 24;
  private static final int MUNICIPAL_LEAST = 35_00;
  private static final int MUNICIPAL_MOST = 110_00;
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
    for (AccountId supplier : book.suppliers(buyer)) {
      long invoice = isMunicipality
          ? chance.between(MUNICIPAL_LEAST, MUNICIPAL_MOST)
          : since * chance.between(LEAST_PERCENT, MOST_PERCENT) / 100;
      if (invoice >= SMALLEST_INVOICE && book.available(buyer.account()) >= invoice) {
        book.plan(now, new Act.Pay(buyer.account(), supplier, Amount.of(invoice)));
      }
    }
  }
}
