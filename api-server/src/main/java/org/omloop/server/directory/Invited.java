package org.omloop.server.directory;

import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.Invitation;

/**
 * An invitation as it stands.
 *
 * @param account on which it enrols a key
 * @param used whether somebody has
 */
public record Invited(AccountId account, Invitation invitation, boolean used) {}
