package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.demo.neighbourhood.Organisation;

/**
 * A small charge on what organisations leave lying, on the first of each month for the month before, once the market is
 * a month old. Residents hold less than the free amount and pay nothing.
 */
final class Demurrage implements Rhythm {
  private static final int GRACE_DAYS = 28;

  private final Book book;

  Demurrage(Book book) {
    this.book = book;
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (date.getDayOfMonth() == 1 && day >= GRACE_DAYS) {
      YearMonth before = YearMonth.from(date).minusMonths(1);
      book.wish(date.atTime(0, 30), now -> payers()
          .forEach(payer -> book.plan(
              now, new Act.Levy(before, payer, book.neighbourhood().fund().account()))));
    }
  }

  private List<AccountId> payers() {
    return book.organisations().stream().map(Organisation::account).sorted().toList();
  }
}
