package org.omloop.server.demo.neighbourhood;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;

/**
 * Everybody who takes part in the demo's market: an invented neighbourhood, the same for the same seed. Immutable.
 *
 * @param residents at least 200, each with an account
 * @param organisations at least 40, the municipality first, each with an account
 * @param volunteering the municipality's programme that thanks volunteers
 * @param energySaving the municipality's programme that rewards saving energy
 * @param fund the neighbourhood fund, on screens "buurtpot"
 */
public record Neighbourhood(
    List<Resident> residents,
    List<Organisation> organisations,
    Programme volunteering,
    Programme energySaving,
    Programme fund) {
  /** What all area codes begin with: CBS buurten of 2026 in a municipality's invented part. */
  static final String AREAS = "2026:BU0363";

  private static final int ACCOUNT_LENGTH = 16;

  public Neighbourhood {
    residents = List.copyOf(residents);
    organisations = List.copyOf(organisations);
  }

  /** Returns the neighbourhood of a seed. */
  public static Neighbourhood grow(long seed) {
    Chance chance = Chance.of(seed, "neighbourhood");
    List<Organisation> organisations = OrganisationTable.grow(chance);
    Neighbourhood grown = new Neighbourhood(
        new ResidentTable(chance, organisations).grow(),
        organisations,
        new Programme(
            account(chance), "vrijwilligersdank", "Vrijwilligersdank", Amount.of(6000_00)),
        new Programme(account(chance), "energie-besparen", "Energie besparen", Amount.of(2500_00)),
        new Programme(account(chance), "buurtpot", "Buurtpot", Amount.of(750_00)));
    grown.requireDistinctAccounts();
    return grown;
  }

  /** Returns a new account id: random-looking, so that it names nobody. */
  static AccountId account(Chance chance) {
    return new AccountId(chance.text(ACCOUNT_LENGTH));
  }

  /** Returns the municipality's own account, which pays and is paid as any organisation's. */
  public Organisation municipality() {
    return organisations.get(0);
  }

  /** Returns the municipality's two programmes and the fund. */
  public List<Programme> programmes() {
    return List.of(volunteering, energySaving, fund);
  }

  /** Returns all accounts: organisations, residents, programmes, fund; always in the same order. */
  public List<AccountId> accounts() {
    List<AccountId> accounts = new ArrayList<>();
    organisations.forEach(each -> accounts.add(each.account()));
    residents.forEach(each -> accounts.add(each.account()));
    programmes().forEach(each -> accounts.add(each.account()));
    return accounts;
  }

  private void requireDistinctAccounts() {
    List<AccountId> accounts = accounts();
    if (new HashSet<>(accounts).size() != accounts.size()) {
      throw new IllegalStateException("two members share an account");
    }
  }
}
