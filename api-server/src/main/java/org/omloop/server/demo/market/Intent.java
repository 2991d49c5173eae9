package org.omloop.server.demo.market;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.Refusal;

/**
 * One act of the plan with its moment and its planned outcome. Immutable.
 *
 * <p><b>Dependency rule.</b> An intent may start as soon as every intent with a lower number that touches one of its
 * accounts has been decided, and every intent of earlier days has been decided. Intents that share no account may be
 * played in any order and at the same time: each has the outcome planned here under every such interleaving, because
 *
 * <ul>
 *   <li>an outcome depends on the state of the accounts touched alone, and all earlier intents on those have been
 *       decided in the order of the plan; an intent that refers to an earlier one touches the accounts of that one;
 *   <li>the fund is touched by grants out of it and by levies, not by the contributions that policy takes from
 *       purchases: these only add to it, save what a refund takes back, and a grant out of the fund is never more than
 *       the fund held when the day began, less a margin that exceeds any day's refunds;
 *   <li>a bank statement touches everybody whose euros it lists, and there is one a day at most;
 *   <li>the balances the plan reckons with are at most the real ones where an account has no cap, and the real ones
 *       where it has one.
 * </ul>
 *
 * @param number its place in the plan, from 1, without gaps; moments never decrease with it
 * @param at when, in the neighbourhood's own time (Europe/Amsterdam)
 * @param act what
 * @param refusal why it will be refused; empty when it will be carried out
 */
public record Intent(long number, LocalDateTime at, Act act, Optional<Refusal> refusal) {
  /** Returns the accounts that order this intent among others. */
  public List<AccountId> touches() {
    return act.touches();
  }
}
