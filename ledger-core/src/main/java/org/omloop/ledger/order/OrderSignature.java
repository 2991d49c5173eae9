package org.omloop.ledger.order;

import org.omloop.ledger.signing.KeyId;

/**
 * One signature on an order.
 *
 * @param key the id of the key it claims to be by
 * @param signed the bytes it signs, protected header and payload as received (RFC 7515, section 5.1); not to be changed
 * @param signature the signature itself, of whatever length was received; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; copied by nobody on the hot path.
public record OrderSignature(KeyId key, byte[] signed, byte[] signature) {}
