package org.omloop.server.stickers;

import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.payment.StickerId;

/**
 * A printed code as it stands.
 *
 * @param payee who is paid
 * @param amount the price; empty: the payer fills it in
 * @param text what it is for, up to 35 characters
 * @param madeAt unix seconds
 * @param replaced whether it counts no more
 */
public record Sticker(
    StickerId id,
    AccountId payee,
    Optional<Amount> amount,
    Optional<String> text,
    long madeAt,
    boolean replaced) {}
