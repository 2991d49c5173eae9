package org.omloop.server.identity;

import java.util.Optional;
import org.omloop.ledger.account.AccountId;

/**
 * Somebody, readable.
 *
 * @param id random
 * @param account theirs, once it is opened
 * @param version of the dossier; grows by one with each change
 * @param madeAt unix seconds
 * @param changedAt unix seconds
 */
public record Person(
    String id,
    Optional<AccountId> account,
    Dossier dossier,
    int version,
    long madeAt,
    long changedAt) {}
