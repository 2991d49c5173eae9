package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.Organisation;

/**
 * Money back at the counter for about one purchase in a hundred, whole or in part, the same day or when the shop opens
 * next. Now and then a cashier gives back the same purchase twice; the second time is refused.
 */
final class Refunds {
  private static final int PER_MILLE = 11;
  private static final int WHOLE_PER_MILLE = 600;
  private static final int TWICE_PER_MILLE = 160;
  private static final int LAST_DAYS = 7;
  private static final long STEP = 5;

  private final Book book;
  private final Chance chance;

  Refunds(Book book) {
    this.book = book;
    this.chance = book.chance();
  }

  /** Decides whether a purchase just made will be taken back, and when. */
  void consider(Intent purchase, Organisation shop) {
    if (chance.perMille(PER_MILLE)) {
      moment(purchase.at(), shop)
          .ifPresent(at -> book.wish(at, now -> refund(now, purchase, (Act.Pay) purchase.act())));
    }
  }

  private Optional<LocalDateTime> moment(LocalDateTime bought, Organisation shop) {
    LocalDateTime soon = bought.plusMinutes(chance.between(3, 90));
    if (chance.perMille(800) && isOpen(shop, soon)) {
      return Optional.of(soon);
    }
    for (int days = 1; days <= LAST_DAYS; days++) {
      LocalDate date = bought.toLocalDate().plusDays(days);
      Optional<LocalDateTime> opened =
          shop.trade().hours().on(date).map(span -> date.atTime(span.opens()));
      if (opened.isPresent()) {
        return opened.map(at -> at.plusMinutes(chance.between(2, 120)));
      }
    }
    return Optional.empty();
  }

  private static boolean isOpen(Organisation shop, LocalDateTime at) {
    return shop.trade().hours().isOpen(at.toLocalDate(), at.toLocalTime());
  }

  private void refund(LocalDateTime now, Intent purchase, Act.Pay pay) {
    boolean whole = chance.perMille(WHOLE_PER_MILLE);
    Amount amount = whole ? pay.amount() : part(pay.amount());
    if (!book.isActive(pay.from())
        || book.room(pay.from()) < amount.minorUnits()
        || book.available(pay.to()) < amount.minorUnits()) {
      return;
    }
    Act.Refund refund = new Act.Refund(purchase.number(), pay.to(), pay.from(), amount);
    book.plan(now, refund);
    if (whole && chance.perMille(TWICE_PER_MILLE)) {
      book.wish(now.plusMinutes(1), later -> again(later, refund));
    }
  }

  private void again(LocalDateTime now, Act.Refund refund) {
    if (book.isActive(refund.to())) {
      book.planRefused(now, refund, Refusal.ALREADY_REFUNDED);
    }
  }

  private Amount part(Amount whole) {
    long steps = whole.minorUnits() / STEP;
    return Amount.of(STEP * Math.max(1, steps * chance.between(20, 70) / 100));
  }
}
