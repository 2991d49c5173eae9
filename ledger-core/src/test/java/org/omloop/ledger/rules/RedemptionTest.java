package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** Members turn units into euros where policy lets them; the units wait for the bank. */
class RedemptionTest {
  @Test
  void organisationsRedeem() {
    LedgerScript.run("""
        open     bakery  organisation
        issue    i1  bakery  100.00
        redeem   e1  bakery   60.00 supplier sector=SBI2008:10710  posted as redeem
        balance  bakery    40.00
        balance  transit   60.00
        balance  issuance -100.00
        paid-out b1  e1                                            posted as paid-out
        balance  transit    0.00
        balance  issuance -40.00
        redeem   e2  bakery   40.01 wages                          refused insufficient-funds
        policy   redemptionByOrganisations=false
        redeem   e3  bakery   40.00 wages                          refused policy-forbids
        """);
  }

  @Test
  void residentsRedeemOnLeaving() {
    LedgerScript.run("""
        open   anna  resident
        issue  i1  anna  50.00
        redeem e1  anna  10.00 housing  refused policy-forbids
        redeem e2  anna  10.00 leaving  posted
        policy redemptionByResidents=on
        redeem e3  anna  10.00 housing  posted
        policy redemptionByResidents=off
        redeem e4  anna  10.00 leaving  refused policy-forbids
        """);
  }

  @Test
  void programmesAndTheFundDoNot() {
    LedgerScript.run("""
        open   city  treasury
        key    city-1 on city rights=redeem by chair+treasurer
        open   pot   fund
        key    pot-1  on pot  rights=redeem by chair+treasurer
        issue  i1  city  50.00
        issue  i2  pot   50.00
        redeem e1  city  10.00 supplier by city-1  refused policy-forbids
        redeem e2  pot   10.00 supplier by pot-1   refused policy-forbids
        """);
  }

  @Test
  void theKeyMustHaveTheRight() {
    LedgerScript.run("""
        open   bakery  organisation
        key    desk on bakery rights=pay by bakery
        issue  i1  bakery  50.00
        redeem e1  bakery  10.00 supplier by desk   refused key-lacks-right
        redeem e2  bakery  10.00 supplier by chair  refused unknown-key
        """);
  }
}
