/**
 * The proof that the journal only ever grows: a Merkle tree over its entries (RFC 6962 §2.1), checkpoints signed by the
 * log, and receipts that anyone can check without asking anyone.
 *
 * <p>All texts and files have the formats of C2SP, byte for byte: signed-note, tlog-checkpoint, tlog-proof and
 * tlog-tiles with tiles of height 8; docs/adr/0004 says why. No IO here: hashes come from a {@link HashReader} and go
 * to a {@link HashWriter}. Everything is immutable and thread-safe but {@link JournalTree}, {@link RecentHashes} and
 * {@link TileReader}, which belong to one thread.
 */
@NullMarked
package org.omloop.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
