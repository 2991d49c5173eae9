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
 * What piles up at an organisation goes back to euros: weekly where no supplier takes the neighbourhood's money, every
 * other week elsewhere. Purposes are dealt from a pack, so that rare ones come up too.
 */
final class Redemptions implements Rhythm {
  private static final long SMALLEST = 60_00;
  private static final long STEP = 5_00;
  private static final int LEAST_PERCENT = 40;
  private static final int MOST_PERCENT = 75;
  private static final long LARGEST = 2500_00;

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
    if (!DutchCalendar.isBankDay(date)) {
      return;
    }
    int place = 0;
    for (Organisation each : book.organisations()) {
      place++;
      boolean isWeekday = (place + 2) % 5 + 1 == date.getDayOfWeek().getValue();
      boolean isWeek = book.suppliers(each).isEmpty() || (day / 7 + place) % 2 == 1;
      if (isWeekday && isWeek && each.trade() != Trade.CITY_HALL) {
        book.wish(
            date.atTime(13, 0).plusSeconds(chance.between(0, 5 * 3600)), now -> redeem(now, each));
      }
    }
  }

  /** Keeps change in hand, and some for the next suppliers and wages, and asks for a round sum. */
  private void redeem(LocalDateTime now, Organisation organisation) {
    long above = book.available(organisation.account()) - chance.between(100_00, 400_00);
    long spare = above * chance.between(LEAST_PERCENT, MOST_PERCENT) / 100;
    if (spare >= SMALLEST) {
      Amount amount = Amount.of(Math.min(spare, LARGEST) / STEP * STEP);
      Purpose purpose = purpose(organisation);
      payouts.expect(book.plan(
          now,
          new Act.Redeem(organisation.account(), amount, purpose, sector(organisation, purpose))));
    }
  }

  private Purpose purpose(Organisation organisation) {
    return switch (organisation.trade()) {
      case HOUSING -> Purpose.HOUSING;
      case ENERGY -> Purpose.ENERGY;
      default -> deal();
    };
  }

  private static Optional<String> sector(Organisation organisation, Purpose purpose) {
    return purpose == Purpose.SUPPLIER
        ? Optional.of(organisation.trade().suppliesFrom())
        : Optional.empty();
  }

  private Purpose deal() {
    if (pack.isEmpty()) {
      pack = chance.shuffled(pack());
    }
    Purpose top = pack.get(0);
    pack = pack.subList(1, pack.size());
    return top;
  }

  private static List<Purpose> pack() {
    List<Purpose> pack = new ArrayList<>();
    pack.addAll(Collections.nCopies(11, Purpose.SUPPLIER));
    pack.addAll(Collections.nCopies(5, Purpose.WAGES));
    pack.addAll(Collections.nCopies(4, Purpose.PREMISES));
    pack.addAll(Collections.nCopies(4, Purpose.TAXES));
    pack.addAll(Collections.nCopies(3, Purpose.PROFIT));
    pack.addAll(Collections.nCopies(2, Purpose.ENERGY));
    pack.addAll(Collections.nCopies(2, Purpose.FINANCE));
    pack.addAll(List.of(Purpose.HOUSING, Purpose.FEE, Purpose.OTHER));
    return pack;
  }
}
