package org.omloop.server.demo.market;

import org.omloop.ledger.money.Amount;

/**
 * The currency's own rules that the plan reckons with; a ledger that plays the plan has to set them. Beyond these:
 * residents may give to each other, redeem on leaving only, and may top up without a monthly cap; organisations may
 * redeem without a fee; nothing else is limited.
 *
 * @param residentCap the most a resident may hold
 * @param contributionBasisPoints the share of a purchase that the payee gives to the fund
 * @param demurrageBasisPoints the share of a balance above the free amount that a month's levy takes
 * @param demurrageFree what a levy leaves alone; at least the cap, so that residents are never charged
 * @param twoSignaturesAbove the amount above which two operators sign an issue
 */
public record MarketRules(
    Amount residentCap,
    int contributionBasisPoints,
    int demurrageBasisPoints,
    Amount demurrageFree,
    Amount twoSignaturesAbove) {
  /** The demo's rules. */
  public static final MarketRules DEMO =
      new MarketRules(Amount.of(250_00), 100, 50, Amount.of(250_00), Amount.of(500_00));

  public MarketRules {
    if (demurrageFree.compareTo(residentCap) < 0) {
      throw new IllegalArgumentException("residents would be charged demurrage");
    }
  }
}
