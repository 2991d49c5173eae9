package org.omloop.server.demo.neighbourhood;

import java.util.List;
import java.util.Optional;
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
 * @param keyLimit the most their key may pay at once: a card's, a phone's has none
 * @param favourites where they like to buy
 * @param employer the organisation that pays a part of their wage in the neighbourhood's money
 * @param volunteers whether the programme thanks them for volunteering
 * @param savesEnergy whether the programme rewards them for saving energy
 */
public record Resident(
    AccountId account,
    String screenName,
    Classification classification,
    int appetite,
    Amount standingOrder,
    int standingOrderDay,
    Optional<Amount> keyLimit,
    List<AccountId> favourites,
    Optional<AccountId> employer,
    boolean volunteers,
    boolean savesEnergy) {
  public Resident {
    favourites = List.copyOf(favourites);
  }

  /** Tells whether their key may pay so much at once. */
  public boolean mayPay(Amount amount) {
    return keyLimit.map(most -> amount.compareTo(most) <= 0).orElse(true);
  }
}
