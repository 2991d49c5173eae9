package org.omloop.server.identity;

import io.vertx.core.buffer.Buffer;

/**
 * A bank account as the store keeps one.
 *
 * @param ibanHash as in the journal
 * @param person whose
 * @param wrappedKey that person's key, encrypted
 * @param sealed IBAN, name and salt, encrypted
 * @param madeAt unix seconds
 */
public record SealedBankAccount(
    String ibanHash, String person, Buffer wrappedKey, Buffer sealed, long madeAt) {}
