package org.omloop.server.audit;

import java.util.Optional;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.journal.JournalEntry;

/**
 * A leaf as it was read: its hash, and the entry that it is or why it is none.
 *
 * @param hash of the bytes as they are
 * @param entry empty when there is a fault
 * @param fault why these bytes cannot be the entry of this place
 */
record ReadLeaf(Hash hash, Optional<JournalEntry> entry, Optional<Finding> fault) {}
