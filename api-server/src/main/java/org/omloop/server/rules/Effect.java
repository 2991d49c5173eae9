package org.omloop.server.rules;

import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.ledger.policy.Setting;

/**
 * What changing one setting would do, by the accounts as they stand.
 *
 * @param before its value when the change would begin; empty stands for none
 * @param after its value then
 * @param touches what is counted
 * @param accounts how many accounts it touches; empty where it is about no account
 * @param largest the largest amount among what is counted, minor units; empty where there is none
 */
public record Effect(
    Setting setting,
    Optional<Object> before,
    Optional<Object> after,
    Touches touches,
    OptionalLong accounts,
    OptionalLong largest) {

  /** What an effect counts. */
  public enum Touches {
    /** Accounts that hold more than the cap: they are paid nothing before they are below it. */
    ABOVE_CAP,
    /** Accounts that were issued more this month: nothing more is issued to them in it. */
    TOPPED_UP_MORE,
    /** Accounts that have more at hand than one order may pay. */
    COULD_PAY_MORE,
    /** Accounts that paid more today: they pay nothing more today. */
    PAID_MORE_TODAY,
    /** Accounts that may do something from then on, or no more. */
    ALLOWED,
    /** Organisations that were paid so far, and would be refused. */
    REFUSED,
    /** Organisations that were refused so far, and would be paid. */
    ADMITTED,
    /** Accounts that a fee or a contribution is asked of. */
    CHARGED,
    /** Accounts from which a levy would take something this month; the largest is the largest charge. */
    LEVIED,
    /** No account. */
    NOBODY
  }
}
