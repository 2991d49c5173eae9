package org.omloop.server.identity;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;

/**
 * A person as the store keeps one.
 *
 * @param id random
 * @param account theirs, once it is opened
 * @param wrappedKey the person's key, encrypted
 * @param dossier what is known of them, encrypted
 * @param version grows by one with each change
 * @param madeAt unix seconds
 * @param changedAt unix seconds
 */
public record KeptPerson(
    String id,
    Optional<AccountId> account,
    Buffer wrappedKey,
    Buffer dossier,
    int version,
    long madeAt,
    long changedAt) {}
