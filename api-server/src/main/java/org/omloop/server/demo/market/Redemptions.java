package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Purpose;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Trade;

/**
 * What an organisation cannot spend in the circuit goes back to euros, near the end of the month when rent, taxes and
 * suppliers outside are due; where nobody in the circuit sells what it needs, in the middle of the month too. It keeps a
 * part in hand. Most purposes are dealt from a pack, so that rare ones come up too.
 */
final class Redemptions implements Rhythm {
  private static final long SMALLEST = 20_00;
  private static final long STEP = 5_00;
  /** Of what it holds, where it can buy in the circuit what it sells. */
  private static final int LEAST_PERCENT = 4;

  private static final int MOST_PERCENT = 12;
  /** The same where it cannot. */
  private static final int LEAST_WITHOUT_GOODS_PERCENT = 11;

  private static final int MOST_WITHOUT_GOODS_PERCENT = 24;
  private static final int MOST_CAUTION_PERCENT = 250;
  private static final int CAUTION_LOST_A_DAY = 2;
  private static final long LARGEST = 2500_00;
  private static final int NEAR_THE_END = 24;
  private static final int IN_THE_MIDDLE = 11;
  private static final int DAYS = 5;
  private static final int FOR_GOODS_PER_MILLE = 650;

  private final Book book;
  private final Chance chance;
  private final Payouts payouts;
  private List<Purpose> pack = List.of();

  Redemptions(Book book, Payouts payouts) {
    this.book = book;
    this.chance = book.chance();
    this.payouts = payouts;
  }

  @Override
  public void begin(LocalDate date, int day) {
    int place = 0;
    for (Organisation each : book.organisations()) {
      place++;
      boolean isDue = DutchCalendar.isBooked(date, NEAR_THE_END + place % DAYS)
          || (book.lacksGoods(each) && DutchCalendar.isBooked(date, IN_THE_MIDDLE + place % DAYS));
      if (isDue && each.trade() != Trade.CITY_HALL) {
        book.wish(
            date.atTime(13, 0).plusSeconds(chance.between(0, 5 * 3600)),
            now -> redeem(now, day, each));
      }
    }
  }

  /** Keeps change in hand, and some for the next suppliers and wages, and asks for a round sum. */
  private void redeem(LocalDateTime now, int day, Organisation organisation) {
    long above = book.available(organisation.account()) - chance.between(25_00, 75_00);
    long spare = above * percent(organisation) * caution(day - organisation.joinsOn()) / 10_000;
    if (spare >= SMALLEST) {
      Amount amount = Amount.of(Math.min(spare, LARGEST) / STEP * STEP);
      Purpose purpose = purpose(now.toLocalDate(), organisation);
      payouts.expect(book.plan(
          now,
          new Act.Redeem(organisation.account(), amount, purpose, sector(organisation, purpose))));
    }
  }

  /** Returns in a hundredth how much more of its balance somebody wants to see in euros who is new to it. */
  private static int caution(int daysAMember) {
    return Math.max(100, MOST_CAUTION_PERCENT - CAUTION_LOST_A_DAY * daysAMember);
  }

  private int percent(Organisation organisation) {
    return book.lacksGoods(organisation)
        ? chance.between(LEAST_WITHOUT_GOODS_PERCENT, MOST_WITHOUT_GOODS_PERCENT)
        : chance.between(LEAST_PERCENT, MOST_PERCENT);
  }

  private Purpose purpose(LocalDate date, Organisation organisation) {
    return switch (organisation.trade()) {
      case HOUSING -> Purpose.HOUSING;
      case ENERGY -> Purpose.ENERGY;
      default ->
        book.lacksGoods(organisation) && chance.perMille(FOR_GOODS_PER_MILLE)
            ? Purpose.SUPPLIER
            : otherThanGoods(date, organisation);
    };
  }

  /** Whoever buys its goods in the circuit has less to pay for them outside. */
  private Purpose otherThanGoods(LocalDate date, Organisation organisation) {
    Purpose first = deal(date);
    return first == Purpose.SUPPLIER && !book.lacksGoods(organisation) ? deal(date) : first;
  }

  private static Optional<String> sector(Organisation organisation, Purpose purpose) {
    return purpose == Purpose.SUPPLIER
        ? Optional.of(organisation.trade().suppliesFrom())
        : Optional.empty();
  }

  private Purpose deal(LocalDate date) {
    if (pack.isEmpty()) {
      pack = chance.shuffled(pack(date));
    }
    Purpose top = pack.get(0);
    pack = pack.subList(1, pack.size());
    return top;
  }

  /** Turnover tax is due after each quarter, and rooms are to be kept warm in winter. */
  private static List<Purpose> pack(LocalDate date) {
    int month = date.getMonthValue();
    List<Purpose> pack = new ArrayList<>();
    pack.addAll(Collections.nCopies(3, Purpose.SUPPLIER));
    pack.addAll(Collections.nCopies(3, Purpose.WAGES));
    pack.addAll(Collections.nCopies(3, Purpose.PREMISES));
    pack.addAll(Collections.nCopies(month % 3 == 1 ? 5 : 2, Purpose.TAXES));
    pack.addAll(Collections.nCopies(2, Purpose.PROFIT));
    pack.addAll(Collections.nCopies(month <= 3 || month >= 11 ? 2 : 1, Purpose.ENERGY));
    pack.add(Purpose.FINANCE);
    pack.addAll(List.of(Purpose.HOUSING, Purpose.FEE, Purpose.OTHER));
    return pack;
  }
}
