package org.omloop.server.identity;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;

/**
 * A mailbox as the store keeps one.
 *
 * @param person whose
 * @param account of that person
 * @param wrappedKey that person's key, encrypted
 * @param address confirmed, encrypted
 * @param pending waits for its code, encrypted
 * @param nonce the code follows from it; empty where none waits
 * @param askedAt when the code was asked for, unix seconds; 0 where none waits
 * @param wrong how often another code was given
 * @param language nl or en
 * @param events none, at-once or daily
 * @param statement none, pdf, csv, camt or mt940
 * @param stopToken random
 * @param former the address before, encrypted; the store writes it
 * @param formerUntil until when warnings go there too, unix seconds
 */
public record SealedMailbox(
    String person,
    AccountId account,
    Buffer wrappedKey,
    Optional<Buffer> address,
    Optional<Buffer> pending,
    String nonce,
    long askedAt,
    int wrong,
    String language,
    String events,
    String statement,
    String stopToken,
    Optional<Buffer> former,
    long formerUntil) {}
