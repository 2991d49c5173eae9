package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalTime;
import org.omloop.ledger.account.AccountId;

/** New members: the desk opens their account in the morning, and they take part from then on. */
final class Arrivals implements Rhythm {
  private static final LocalTime AT_THE_DESK = LocalTime.of(9, 15);

  private final Book book;

  Arrivals(Book book) {
    this.book = book;
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (day > 0) {
      book.neighbourhood().organisations().stream()
          .filter(each -> each.joinsOn() == day)
          .forEach(each -> join(date, each.account(), () -> book.welcome(each)));
      book.neighbourhood().residents().stream()
          .filter(each -> each.joinsOn() == day)
          .forEach(each -> join(date, each.account(), () -> book.welcome(each)));
    }
  }

  private void join(LocalDate date, AccountId account, Runnable welcome) {
    book.wish(date.atTime(AT_THE_DESK), now -> {
      book.plan(now, new Act.Join(account));
      book.wish(now.plusMinutes(book.chance().between(1, 15)), later -> {
        book.plan(later, new Act.Enrol(account));
        welcome.run();
      });
    });
  }
}
