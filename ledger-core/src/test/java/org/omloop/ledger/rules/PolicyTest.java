package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** Two operators change the rules of the currency, from a moment that is not in the past. */
class PolicyTest {
  @Test
  void aChangeWaitsForItsMoment() {
    LedgerScript.run("""
        open   anna  resident
        open   ben   resident
        issue  i1  anna  10.00
        policy giftsBetweenResidents=true effective=2h   posted as policy
        later  7199s
        pay    p1  anna -> ben  1.00  refused policy-forbids
        later  1s
        pay    p2  anna -> ben  1.00  posted
        """);
  }

  @Test
  void laterEntriesWinAtOneMoment() {
    LedgerScript.run("""
        open   anna  resident
        open   ben   resident
        issue  i1  anna  10.00
        policy giftsBetweenResidents=true  effective=1h
        policy giftsBetweenResidents=false effective=1h
        later  1h
        pay    p1  anna -> ben  1.00  refused policy-forbids
        """);
  }

  @Test
  void anEarlierMomentGoesFirstWhateverTheOrderOfEntries() {
    LedgerScript.run("""
        open   anna  resident
        open   ben   resident
        issue  i1  anna  10.00
        policy giftsBetweenResidents=false effective=2h
        policy giftsBetweenResidents=true  effective=1h
        later  1h
        pay    p1  anna -> ben  1.00  posted
        later  1h
        pay    p2  anna -> ben  1.00  refused policy-forbids
        """);
  }

  @Test
  void aChangeDoesNotReachBack() {
    LedgerScript.run("""
        open   anna  resident
        open   ben   resident
        issue  i1  anna  10.00
        policy giftsBetweenResidents=true  effective=-1m
        policy giftsBetweenResidents=false effective=-2m   # booked later, so it holds
        pay    p1  anna -> ben  1.00  refused policy-forbids
        """);
  }

  @Test
  void settingsNotNamedStayAsTheyAre() {
    LedgerScript.run("""
        found  balanceCapResident=20.00
        open   anna  resident
        policy giftsBetweenResidents=true
        issue  i1  anna  20.01  refused balance-cap-exceeded
        policy balanceCapResident=none
        issue  i2  anna  20.01  posted
        """);
  }

  @Test
  void theFundIsAFund() {
    LedgerScript.run("""
        open   pot   fund
        open   anna  resident
        policy fundAccount=anna    refused policy-forbids
        policy fundAccount=nobody  refused policy-forbids
        policy fundAccount=pot     posted
        policy fundAccount=none    posted
        policy                     refused policy-forbids   # it says nothing
        """);
  }

  @Test
  void twoOperatorsSign() {
    LedgerScript.run("""
        open   anna  resident
        policy giftsBetweenResidents=true by chair   refused needs-second-signature
        policy giftsBetweenResidents=true by anna    refused unknown-key
        policy giftsBetweenResidents=true by server  refused key-lacks-right
        """);
  }

  @Test
  void publicTablesMayBeStricterAndNeverLooserThanTheRulesAllow() {
    LedgerScript.run("""
        policy disclosureUnits=20                                posted
        policy disclosureUnits=10                                posted
        policy disclosureUnits=9                                 refused disclosure-too-loose
        policy disclosureLargestPercent=40                       posted
        policy disclosureLargestPercent=51                       refused disclosure-too-loose
        policy disclosureProtectionPercent=9                     refused disclosure-too-loose
        policy disclosureRoomPercent=9                           refused disclosure-too-loose
        policy disclosureAmountStep=999                          refused disclosure-too-loose
        policy disclosureCountStep=4                             refused disclosure-too-loose
        policy disclosureCurveEntries=9                          refused disclosure-too-loose
        policy disclosureCurveUnits=9                            refused disclosure-too-loose
        policy disclosureUnits=12 disclosureCurveUnits=9         refused disclosure-too-loose
        policy disclosureUnits=12 disclosureCurveUnits=12        posted
        """);
  }
}
