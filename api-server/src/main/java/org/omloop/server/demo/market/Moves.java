package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Purpose;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.Resident;

/** Now and then a resident moves away, and takes their whole balance along in euros. */
final class Moves implements Rhythm {
  private static final LocalTime EVENING = LocalTime.of(19, 30);
  private static final int EVERY_DAYS = 11;
  private static final int FIRST_DAY = 8;

  private final Book book;
  private final Chance chance;
  private final Payouts payouts;

  Moves(Book book, Payouts payouts) {
    this.book = book;
    this.chance = book.chance();
    this.payouts = payouts;
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (day % EVERY_DAYS == FIRST_DAY) {
      book.wish(date.atTime(EVENING), this::move);
    }
  }

  /**
   * Takes somebody who can sign for the whole balance at once: a card's limit may stand in the way, and what is held
   * for a bicycle still on hire would be left behind. Nobody found: another try a minute later.
   */
  private void move(LocalDateTime now) {
    Resident resident = chance.pick(book.residents());
    long balance = book.available(resident.account());
    if (balance > 0
        && !book.hasHold(resident.account())
        && book.canPay(resident, Amount.of(balance))) {
      leave(now, resident, Amount.of(balance));
    } else {
      book.wish(now.plusMinutes(1), this::move);
    }
  }

  private void leave(LocalDateTime now, Resident resident, Amount balance) {
    payouts.expect(book.plan(
        now, new Act.Redeem(resident.account(), balance, Purpose.LEAVING, Optional.empty())));
    book.leaveOut(resident.account());
  }
}
