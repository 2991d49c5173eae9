package org.omloop.server.demo.neighbourhood;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;

/**
 * Everybody who takes part in the demo's market: an invented neighbourhood, the same for the same seed. Immutable.
 *
 * @param residents 400 who are there from the beginning, then those who join later; each with an account
 * @param organisations the same, 90 from the beginning, the municipality first
 * @param handouts what the municipality's programmes do
 * @param fund the neighbourhood fund, on screens "buurtpot"
 * @param changes what happens to organisations meanwhile, by day
 */
public record Neighbourhood(
    List<Resident> residents,
    List<Organisation> organisations,
    List<Handout> handouts,
    Programme fund,
    List<Change> changes) {
  /** What all area codes begin with: CBS buurten of 2026 in a municipality's invented part. */
  static final String AREAS = "2026:BU0363";

  private static final int ACCOUNT_LENGTH = 16;

  public Neighbourhood {
    residents = List.copyOf(residents);
    organisations = List.copyOf(organisations);
    handouts = List.copyOf(handouts);
    changes = List.copyOf(changes);
  }

  /** Returns the neighbourhood of a seed. */
  public static Neighbourhood grow(long seed) {
    Chance chance = Chance.of(seed, "neighbourhood");
    OrganisationTable table = new OrganisationTable(chance);
    Neighbourhood grown = new Neighbourhood(
        new ResidentTable(chance, table.organisations()).grow(),
        table.organisations(),
        ProgrammeTable.grow(chance),
        new Programme(account(chance), "buurtpot", "Buurtpot", Amount.of(1_000_00)),
        table.changes());
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

  /** Returns the municipality's programmes, and the fund last. */
  public List<Programme> programmes() {
    return Stream.concat(handouts.stream().map(Handout::programme), Stream.of(fund))
        .toList();
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
