package org.omloop.server.identity;

import java.util.Optional;
import org.omloop.ledger.account.AccountId;

/**
 * Two persons who are found by the same value. Nobody is told which value.
 *
 * @param person one of them, by id
 * @param field email, kvk or iban
 * @param other the other one, by id
 * @param account the other one's; empty where they ask to join too
 */
public record Same(String person, String field, String other, Optional<AccountId> account) {}
