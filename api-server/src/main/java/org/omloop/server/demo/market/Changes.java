package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalTime;

/** Organisations that move or take up another trade: the desk notes it, and reports tell the time before from after. */
final class Changes implements Rhythm {
  private static final LocalTime AT_THE_DESK = LocalTime.of(8, 45);

  private final Book book;

  Changes(Book book) {
    this.book = book;
  }

  @Override
  public void begin(LocalDate date, int day) {
    book.neighbourhood().changes().stream()
        .filter(each -> each.day() == day)
        .forEach(each -> book.wish(
            date.atTime(AT_THE_DESK),
            now -> book.plan(now, new Act.Classify(each.account(), each.classification()))));
  }
}
