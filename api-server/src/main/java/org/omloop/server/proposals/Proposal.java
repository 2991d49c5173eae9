package org.omloop.server.proposals;

import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.KeyId;

/**
 * An order that one operator has signed, and that counts for nothing before another has too.
 *
 * @param order the order's own name
 * @param source the account that a grant takes from, or the operator's of any other order: whose keys see it
 * @param signed the order as its maker signed it: a compact JWS
 * @param by the key of its maker
 * @param madeAt unix seconds, as is the next
 * @param expiresAt the last moment at which it can be booked
 */
public record Proposal(
    OrderId order, AccountId source, String signed, KeyId by, long madeAt, long expiresAt) {}
