package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.util.Optional;

/** Some residents leave it at a first try: what they have stays on their account, and what comes in does too. */
final class LostInterest implements Rhythm {
  private final Book book;

  LostInterest(Book book) {
    this.book = book;
  }

  @Override
  public void begin(LocalDate date, int day) {
    book.residents().stream()
        .filter(each -> each.losesInterestOn().equals(Optional.of(day)))
        .forEach(book::loseInterest);
  }
}
