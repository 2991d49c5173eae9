package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.Refusal;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Purpose;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.DutchCalendar;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Resident;
import org.omloop.server.demo.neighbourhood.Trade;

/**
 * What goes wrong on an ordinary day, and is refused: about two payments in a hundred. Each case is refused for its one
 * reason whatever the balances are, as long as they obey the rules.
 */
final class Mishaps implements Rhythm {
  private static final int MOST_ON_AN_ORDINARY_DAY = 7;
  private static final int FIRST_SECOND = 10 * 3600;
  private static final int LAST_SECOND = 18 * 3600 - 1;
  private static final int TYPED_WITHOUT_COMMA = 100;
  private static final Amount SMALL = Amount.of(10_00);

  private final Book book;
  private final Chance chance;
  private final LostPhones lostPhones;
  private final Organisation superette;

  Mishaps(Book book, LostPhones lostPhones) {
    this.book = book;
    this.chance = book.chance();
    this.lostPhones = lostPhones;
    this.superette = book.organisations().stream()
        .filter(each -> each.trade() == Trade.SUPERMARKET)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void begin(LocalDate date, int day) {
    int most = MOST_ON_AN_ORDINARY_DAY * DutchCalendar.bustle(date) / 1000;
    int mishaps = chance.between(1, 1 + most);
    for (int count = 0; count < mishaps; count++) {
      book.wish(
          date.atStartOfDay().plusSeconds(chance.between(FIRST_SECOND, LAST_SECOND)), this::happen);
    }
  }

  private void happen(LocalDateTime now) {
    if (superette.trade().hours().isOpen(now.toLocalDate(), now.toLocalTime())) {
      switch (chance.weighted(48, 20, 6, 12, 8, 4, 4)) {
        case 0 -> typedWithoutComma(now);
        case 1 -> aboveTheCardsLimit(now);
        case 2 -> aboveTheCap(now);
        case 3 -> withALostPhone(now);
        case 4 -> redemptionByAResident(now);
        case 5 -> ownCode(now);
        default -> bankLineTwice(now);
      }
    }
  }

  /** € 12,50 becomes € 1.250, which no resident can hold. */
  private void typedWithoutComma(LocalDateTime now) {
    Amount meant = superette.trade().price(chance);
    Amount typed = Amount.of(meant.minorUnits() * TYPED_WITHOUT_COMMA);
    refuse(now, withPhone(), typed, Refusal.INSUFFICIENT_FUNDS);
  }

  private void aboveTheCardsLimit(LocalDateTime now) {
    Resident resident = withCard();
    long limit = resident.keyLimit().orElseThrow().minorUnits();
    Amount above = Amount.of(limit + 5L * chance.between(1, 500));
    refuse(now, resident, above, Refusal.KEY_LIMIT_EXCEEDED);
  }

  private void refuse(LocalDateTime now, Resident resident, Amount amount, Refusal refusal) {
    if (book.isActive(resident.account())) {
      book.planRefused(now, new Act.Pay(resident.account(), superette.account(), amount), refusal);
    }
  }

  private void aboveTheCap(LocalDateTime now) {
    AccountId to = withPhone().account();
    if (book.isActive(to)) {
      book.planRefused(
          now,
          new Act.TopUp(
              to,
              Amount.of(25_00L * chance.between(11, 14)),
              book.bankReference(now.toLocalDate())),
          Refusal.BALANCE_CAP_EXCEEDED);
    }
  }

  private void withALostPhone(LocalDateTime now) {
    List<Resident> lost = lostPhones.lost();
    if (!lost.isEmpty()) {
      AccountId from = chance.pick(lost).account();
      Amount price = superette.trade().price(chance);
      book.planRefused(
          now, new Act.Pay(from, superette.account(), price), Refusal.ACCOUNT_SUSPENDED);
    }
  }

  private void redemptionByAResident(LocalDateTime now) {
    Resident resident = withPhone();
    if (book.canPay(resident, SMALL)) {
      book.planRefused(
          now,
          new Act.Redeem(resident.account(), SMALL, Purpose.OTHER, Optional.empty()),
          Refusal.POLICY_FORBIDS);
    }
  }

  private void ownCode(LocalDateTime now) {
    Resident resident = withPhone();
    if (book.canPay(resident, SMALL)) {
      book.planRefused(
          now, new Act.Pay(resident.account(), resident.account(), SMALL), Refusal.SAME_ACCOUNT);
    }
  }

  /** The operator books a line of the bank's statement, and then books it again. */
  private void bankLineTwice(LocalDateTime now) {
    Resident resident = withPhone();
    if (DutchCalendar.isBankDay(now.toLocalDate()) && book.canReceive(resident, SMALL)) {
      Act act = book.topUp(now, resident.account(), SMALL).act();
      book.planRefused(now, act, Refusal.BANK_REFERENCE_USED);
    }
  }

  private Resident withPhone() {
    return chance.pick(
        book.residents().stream().filter(each -> each.keyLimit().isEmpty()).toList());
  }

  private Resident withCard() {
    return chance.pick(
        book.residents().stream().filter(each -> each.keyLimit().isPresent()).toList());
  }
}
