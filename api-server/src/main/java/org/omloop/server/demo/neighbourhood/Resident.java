package org.omloop.server.demo.neighbourhood;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.money.Amount;

/**
 * An invented resident and their habits.
 *
 * @param account their account, of type {@code HOLDER}
 * @param screenName first name and initial; for screens, never for the journal
 * @param classification role and area
 * @param appetite how often they buy, 1 … 9
 * @param standingOrder what their bank transfers each month
 * @param standingOrderDay the day of the month on which it does, 1 … 28
 * @param nestEgg what they would rather not spend
 * @param keyLimit the most their key may pay at once: a card's, a phone's has none
 * @param favourites where they like to buy
 * @param employer the organisation that pays a part of their wage in the neighbourhood's money
 * @param circles which programmes' circles they belong to
 * @param joinsOn the day on which they join, from 0 for the market's first
 * @param losesInterestOn the day from which they leave their account alone, whatever comes in
 */
public record Resident(
    AccountId account,
    String screenName,
    Classification classification,
    int appetite,
    Amount standingOrder,
    int standingOrderDay,
    Amount nestEgg,
    Optional<Amount> keyLimit,
    Set<AccountId> favourites,
    Optional<AccountId> employer,
    Set<Circle> circles,
    int joinsOn,
    Optional<Integer> losesInterestOn) {
  private static final int KEPT_IN_DECEMBER_PERCENT = 40;

  public Resident {
    favourites = Set.copyOf(favourites);
    circles = Set.copyOf(circles);
  }

  /** Tells whether their key may pay so much at once. */
  public boolean mayPay(Amount amount) {
    return keyLimit.map(most -> amount.compareTo(most) <= 0).orElse(true);
  }

  /** Returns what they keep on that date: what somebody saves up is for December. */
  public Amount keeps(LocalDate date) {
    return date.getMonth() == Month.DECEMBER
        ? Amount.of(nestEgg.minorUnits() * KEPT_IN_DECEMBER_PERCENT / 100)
        : nestEgg;
  }
}
