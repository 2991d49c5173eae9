package org.omloop.ledger;

import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;

/**
 * What an account has of a programme whose money is spent in some places only, for as long as the programme binds it. Immutable.
 *
 * @param terms say where, and until when
 * @param amount what is left, at least one minor unit
 */
public record Earmarked(Order.Programme terms, Amount amount) {}
