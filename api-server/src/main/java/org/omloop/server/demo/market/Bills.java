package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Resident;
import org.omloop.server.demo.neighbourhood.Trade;

/** Monthly bills that residents pay at a desk's hours: power from the energy cooperative, rent of the housing one. */
final class Bills implements Rhythm {
  private static final int CLIENTS_PER_MILLE = 300;
  private static final int LAST_DAY = 27;
  private static final long STEP = 5;

  private final Book book;
  private final Chance chance;
  private final List<Organisation> creditors;
  private final List<Bill> bills = new ArrayList<>();
  private int asked;

  /** A resident's contract, with the day of the month on which they pay. */
  private record Bill(Resident resident, Organisation creditor, int dayOfMonth) {}

  Bills(Book book) {
    this.book = book;
    this.chance = book.chance();
    this.creditors = book.organisations().stream()
        .filter(each -> each.trade() == Trade.ENERGY || each.trade() == Trade.HOUSING)
        .toList();
  }

  /** Lets those who are new since the last time decide about their contracts. */
  private void askNewResidents() {
    List<Resident> residents = book.residents();
    for (; asked < residents.size(); asked++) {
      for (Organisation creditor : creditors) {
        if (chance.perMille(CLIENTS_PER_MILLE)) {
          bills.add(new Bill(residents.get(asked), creditor, chance.between(1, LAST_DAY)));
        }
      }
    }
  }

  @Override
  public void begin(LocalDate date, int day) {
    askNewResidents();
    for (Bill bill : bills) {
      if (DutchCalendar.isBooked(date, bill.dayOfMonth())) {
        bill.creditor()
            .trade()
            .hours()
            .on(date)
            .ifPresent(desk -> book.wish(
                date.atTime(desk.opens()).plusSeconds(chance.between(0, 8 * 3600)),
                now -> pay(now, bill)));
      }
    }
  }

  private void pay(LocalDateTime now, Bill bill) {
    Amount due = due(bill.creditor().trade(), now.toLocalDate());
    if (book.canPay(bill.resident(), due)) {
      book.plan(now, new Act.Pay(bill.resident().account(), bill.creditor().account(), due));
    }
  }

  private Amount due(Trade trade, LocalDate date) {
    long price = trade.price(chance).minorUnits() * trade.season().percent(date) / 100;
    return Amount.of(price / STEP * STEP);
  }
}
