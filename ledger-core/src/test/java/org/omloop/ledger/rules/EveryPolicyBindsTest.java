package org.omloop.ledger.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.ledger.script.LedgerScript;

/** Each rule that the office can change decides as before until its moment, and otherwise from then on. */
class EveryPolicyBindsTest {
  private static final String CIRCLE = """
      open   pot     fund
      open   anna    resident
      open   ben     resident
      open   bakery  organisation sector=SBI2008:47241 area=2026:BU0363AA01
      open   grocer  organisation sector=SBI2008:47210 area=2026:BU0363AA01
      policy fundAccount=pot
      issue  i1  anna    100.00
      issue  i2  bakery  100.00
      """;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "balanceCapResident=110.00 | issue X anna 20.00 | posted | refused balance-cap-exceeded",
        "balanceCapOrganisation=110.00 | issue X bakery 20.00 | posted | refused balance-cap-exceeded",
        "topUpPerMonthUnidentified=110.00 | issue X anna 20.00 | posted | refused account-limit-exceeded",
        "paymentPerOrderResident=5.00 | pay X anna -> bakery 6.00 | posted | refused account-limit-exceeded",
        "paymentPerDayResident=5.00 | pay X anna -> bakery 3.00 | posted | refused account-limit-exceeded",
        "paymentPerOrderOrganisation=5.00 | pay X bakery -> grocer 6.00 | posted | refused account-limit-exceeded",
        "paymentPerDayOrganisation=5.00 | pay X bakery -> grocer 3.00 | posted | refused account-limit-exceeded",
        "giftsBetweenResidents=true | pay X anna -> ben 6.00 | refused policy-forbids | posted as gift",
        "redemptionByResidents=on | redeem X anna 5.00 other | refused policy-forbids | posted",
        "redemptionByResidents=off | redeem X anna 5.00 leaving | posted | refused policy-forbids",
        "redemptionByOrganisations=false | redeem X bakery 5.00 supplier | posted | refused policy-forbids",
        "twoSignaturesAbove=5.00 | issue X anna 6.00 | posted | refused needs-second-signature",
        "acceptorAreas=2026:BU0599 | pay X anna -> bakery 1.00 | posted | refused policy-forbids",
        "acceptorSectors=SBI2008:56 | pay X anna -> bakery 1.00 | posted | refused policy-forbids",
        "demurrageBasisPoints=100 | levy X 2026-11 anna | refused policy-forbids | posted as demurrage"
      })
  void anOrderIsDecidedByTheRulesOfItsMoment(
      String policy, String order, String before, String after) {
    LedgerScript.run(CIRCLE + "policy " + policy + " effective=1h\n" + "later 59m\n"
        + order.replace("X", "before") + " " + before + "\n"
        + "later 1m\n"
        + order.replace("X", "after") + " " + after + "\n");
  }

  /** What an identified resident may be issued in a month. */
  @ParameterizedTest
  @CsvSource({"0, posted", "1, refused account-limit-exceeded"})
  void aLimitIsOfItsLevel(int level, String after) {
    LedgerScript.run(CIRCLE + "classify anna resident level=" + level + "\n"
        + "policy topUpPerMonthIdentified=110.00 effective=1h\n"
        + "later 1h\n"
        + "issue after anna 20.00 " + after + "\n");
  }

  /** What a rule takes, by the balance of whoever gets it. */
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "redemptionFeeBasisPoints=1000 | redeem X bakery 10.00 supplier | operator | 1.00",
        "contributionBasisPoints=1000 | pay X anna -> bakery 10.00 | pot | 1.00",
        "demurrageBasisPoints=1000 | levy X 2026-11 anna | pot | 10.00",
        "demurrageBasisPoints=1000 demurrageFreeAmount=90.00 | levy X 2026-11 anna | pot | 1.00"
      })
  void aChargeIsTakenFromItsMoment(String policy, String order, String taker, String taken) {
    String early = order.startsWith("levy") ? "" : order.replace("X", "before") + "\n";
    LedgerScript.run(CIRCLE + "policy " + policy + " effective=1h\n" + early
        + "balance " + taker + " 0.00\n"
        + "later 1h\n"
        + order.replace("X", "after") + "\n"
        + "balance " + taker + " " + taken + "\n");
  }
}
