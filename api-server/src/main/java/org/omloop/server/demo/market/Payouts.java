package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.order.Purpose;
import org.omloop.server.demo.neighbourhood.DutchCalendar;

/**
 * The operator's payout file: every bank day, what was redeemed before that day is paid out. Now and then the bank
 * sends a payout back some days later. On the plan's last evening
 * all the rest is, so that issued less redeemed is outstanding to the cent.
 */
final class Payouts implements Rhythm {
  private static final LocalTime BANK_FILE = LocalTime.of(10, 15);
  private static final LocalTime RETURNS = LocalTime.of(9, 5);
  private static final int RETURNED_PER_MILLE = 7;
  private static final LocalTime LAST_FILE = LocalTime.of(23, 30);

  private final Book book;
  private final int lastDay;
  private List<Intent> open = new ArrayList<>();

  Payouts(Book book, int lastDay) {
    this.book = book;
    this.lastDay = lastDay;
  }

  /** Takes in a redemption just planned. */
  void expect(Intent redemption) {
    open.add(redemption);
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (DutchCalendar.isBankDay(date)) {
      book.wish(date.atTime(BANK_FILE), this::payOut);
    }
    if (day == lastDay) {
      book.wish(date.atTime(LAST_FILE), this::payOut);
    }
  }

  private void payOut(LocalDateTime now) {
    open.forEach(each -> payOut(now, each, (Act.Redeem) each.act()));
    open = new ArrayList<>();
  }

  private void payOut(LocalDateTime now, Intent intent, Act.Redeem redemption) {
    book.plan(
        now,
        new Act.PaidOut(
            intent.number(),
            redemption.from(),
            redemption.amount(),
            book.bankReference(now.toLocalDate())));
    if (redemption.purpose() != Purpose.LEAVING && book.chance().perMille(RETURNED_PER_MILLE)) {
      LocalDate back = DutchCalendar.bankDayFrom(now.toLocalDate().plusDays(2));
      book.wish(back.atTime(RETURNS), later -> sendBack(later, intent.number(), redemption));
    }
  }

  /** The shop has another bank account by now, say; it asks again when its turn comes. */
  private void sendBack(LocalDateTime now, long number, Act.Redeem redemption) {
    book.plan(
        now,
        new Act.Returned(
            number,
            redemption.from(),
            redemption.amount(),
            redemption.purpose(),
            book.bankReference(now.toLocalDate())));
  }
}
