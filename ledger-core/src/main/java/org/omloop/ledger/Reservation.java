package org.omloop.ledger;

import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.OrderId;

/** An open hold: money the payer cannot spend, until the payee takes it, lets it go, or its time is over. */
record Reservation(OrderId id, AccountId from, AccountId to, Amount amount, long until) {}
