package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.Neighbourhood;

/**
 * A market day after day, without end, each made when it is asked for. After the planned days have been paid out, the
 * days that follow go on from there: that is the demo's live traffic.
 *
 * <p>Confined to one thread.
 */
public final class MarketWalk implements Iterator<MarketDay> {
  private final LocalDate firstDay;
  private final Book book;
  private final List<Rhythm> rhythms;
  private int days;

  MarketWalk(Neighbourhood neighbourhood, long seed, LocalDate firstDay, int plannedDays) {
    this.firstDay = firstDay;
    this.book = new Book(neighbourhood, Chance.of(seed, "market"), MarketRules.DEMO);
    Payouts payouts = new Payouts(book, plannedDays - 1);
    LostPhones lostPhones = new LostPhones(book);
    this.rhythms = List.of(
        new Arrivals(book),
        new LostInterest(book),
        new Changes(book),
        new Demurrage(book),
        new Handouts(book, new Vouchers(book)),
        new FundVotes(book),
        new TopUps(book),
        new Wages(book),
        new Supplies(book),
        new SmallExpenses(book),
        new Bills(book),
        new Shopping(book, new Refunds(book)),
        new Rentals(book),
        new Gifts(book),
        new Redemptions(book, payouts),
        payouts,
        lostPhones,
        new Moves(book, payouts),
        new Mishaps(book, lostPhones),
        new Statements(book, plannedDays - 1));
  }

  /** A market has always another day. */
  @Override
  public boolean hasNext() {
    return true;
  }

  /** Returns the next day. */
  @Override
  public MarketDay next() {
    LocalDate date = firstDay.plusDays(days);
    book.open();
    rhythms.forEach(each -> each.begin(date, days));
    days++;
    return book.close(date);
  }
}
