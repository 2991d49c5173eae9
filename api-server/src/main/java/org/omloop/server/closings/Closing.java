package org.omloop.server.closings;

import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.signing.KeyId;

/**
 * The end of a shop's day (Z): everything in the journal from one index up to a size, under a number without gaps. It
 * keeps no totals: these are added up from the journal, now and ever after (docs/adr/0021).
 *
 * @param number counts a shop's closings, from 1
 * @param first the index of its first entry, which is the size of the closing before
 * @param size of the journal at its end; its last entry is the one before that
 * @param root over the journal's entries at that size
 * @param signer the key that closed
 * @param jws as it was signed
 * @param closedAt unix seconds
 */
public record Closing(
    AccountId shop,
    long number,
    long first,
    long size,
    Hash root,
    KeyId signer,
    String jws,
    long closedAt) {}
