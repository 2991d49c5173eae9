package org.omloop.server.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountStatus;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.policy.Policy;
import org.omloop.ledger.policy.Setting;
import org.omloop.server.rules.Effect.Touches;

class ForecastTest {
  private static final Account BAKERY =
      holder("bakery", new Classification(Role.FIRM, "SBI2008:47241", "2026:BU0363AA01"), 30_000);
  private static final Account BANK =
      holder("bank", new Classification(Role.FIRM, "SBI2008:64190", "2026:BU0599AA01"), 500);
  private static final Account ANNA =
      holder("anna", new Classification(Role.RESIDENT, "", ""), 12_345);
  private static final Account FUND = Account.open(
          new AccountId("fund"), AccountType.FUND, new Classification(Role.FUND, "", ""))
      .credited(Amount.of(1_000_000));
  private static final List<Account> ALL = List.of(
      BAKERY,
      BANK,
      ANNA,
      FUND,
      holder("gone", new Classification(Role.FIRM, "", ""), 0).withStatus(AccountStatus.CLOSED));

  private static Account holder(String id, Classification classification, long balance) {
    Account account = Account.open(new AccountId(id), AccountType.HOLDER, classification);
    return balance == 0 ? account : account.credited(Amount.of(balance));
  }

  private static List<Effect> effects(Policy before, Map<Setting, Optional<Object>> changes) {
    return new Forecast(ALL, before, changes, 20_000, 24_000).effects();
  }

  private static void assertTouches(
      Touches touches, long accounts, OptionalLong largest, Effect effect) {
    assertEquals(
        List.of(touches, OptionalLong.of(accounts), largest),
        List.of(effect.touches(), effect.accounts(), effect.largest()));
  }

  /** Two percent of what is above 100.00, rounded down, of accounts of members alone. */
  @Test
  void aLevyIsWorkedOutAsTheLedgerDoes() {
    Policy before = Policy.INITIAL.with(Map.of(
        Setting.FUND_ACCOUNT, Optional.of("fund"),
        Setting.DEMURRAGE_FREE_AMOUNT, Optional.of(10_000L)));
    List<Effect> effects =
        effects(before, Map.of(Setting.DEMURRAGE_BASIS_POINTS, Optional.of(200L)));
    assertEquals(1, effects.size());
    assertTouches(Touches.LEVIED, 2, OptionalLong.of(400), effects.get(0));
    Effect withoutFund = effects(
            Policy.INITIAL, Map.of(Setting.DEMURRAGE_BASIS_POINTS, Optional.of(200L)))
        .get(0);
    assertTouches(Touches.LEVIED, 0, OptionalLong.empty(), withoutFund);
  }

  @Test
  void areasAndSectorsDecideTogether() {
    Policy retail =
        Policy.INITIAL.with(Map.of(Setting.ACCEPTOR_SECTORS, Optional.of(List.of("SBI2008:47"))));
    Effect narrower = effects(
            Policy.INITIAL, Map.of(Setting.ACCEPTOR_AREAS, Optional.of(List.of("2026:BU0363"))))
        .get(0);
    assertTouches(Touches.REFUSED, 1, OptionalLong.of(500), narrower);
    Effect same = effects(
            retail, Map.of(Setting.ACCEPTOR_AREAS, Optional.of(List.of("2026:BU0363"))))
        .get(0);
    assertTouches(Touches.REFUSED, 0, OptionalLong.empty(), same);
    Effect wider = effects(retail, Map.of(Setting.ACCEPTOR_SECTORS, Optional.of(List.of())))
        .get(0);
    assertTouches(Touches.ADMITTED, 1, OptionalLong.of(500), wider);
  }

  @Test
  void whatStaysHasNoEffectAndALimitThatGoesTouchesNobody() {
    assertEquals(
        List.of(),
        effects(Policy.INITIAL, Map.of(Setting.BALANCE_CAP_RESIDENT, Optional.of(15_000L))));
    Effect none = effects(Policy.INITIAL, Map.of(Setting.BALANCE_CAP_RESIDENT, Optional.empty()))
        .get(0);
    assertTouches(Touches.ABOVE_CAP, 0, OptionalLong.of(12_345), none);
  }
}
