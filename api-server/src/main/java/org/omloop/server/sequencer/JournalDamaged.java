package org.omloop.server.sequencer;

import java.io.Serial;
import java.util.Optional;
import org.omloop.ledger.ReplayMismatch;
import org.omloop.ledger.checkpoint.Checkpoint;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.checkpoint.NoteVerdict;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.journal.MalformedLeaf;
import org.omloop.server.journal.Journal;

/**
 * Thrown when the entries in the journal are not those its signed checkpoint covers, or not those that this process has
 * answered for.
 */
public final class JournalDamaged extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  JournalDamaged(String what) {
    super(what + "; restore a backup (docs/operators.md)");
  }

  /**
   * Compares the head with the one that this process knew: a database that does not keep what it has committed may come
   * back with less, and to go on from there would be to tell a second history.
   */
  static void unlessGoesOnFrom(Journal.Head known, Journal.Head kept) {
    if (kept.size() < known.size() || kept.size() == known.size() && !kept.equals(known)) {
      throw new JournalDamaged("the journal was answered for up to entry " + known.size()
          + " and now ends at entry " + kept.size() + ", so its database has lost commits");
    }
  }

  /** An entry that is none, or that its own order does not lead to, stays so however often it is read. */
  static Throwable orAsItIs(Throwable failed) {
    return failed instanceof MalformedLeaf || failed instanceof ReplayMismatch
        ? new JournalDamaged("the journal does not hold: " + failed.getMessage())
        : failed;
  }

  /** Compares what was read with the head that was kept beside it, and returns that; none of an empty journal. */
  static Optional<SignedCheckpoint> unlessLeadsTo(
      Journal.Head kept, JournalTree read, LogPublicKey log) {
    if (kept.size() != read.size()) {
      throw new JournalDamaged(
          "the journal has " + read.size() + " entries and a head over " + kept.size());
    }
    if (kept.equals(Journal.Head.EMPTY)) {
      return Optional.empty();
    }
    SignedCheckpoint checkpoint = SignedCheckpoint.parse(kept.checkpoint());
    if (checkpoint.signedBy(log) != NoteVerdict.SIGNED) {
      throw new JournalDamaged("the journal's checkpoint is not signed by this server's log key");
    }
    if (!checkpoint.checkpoint().equals(Checkpoint.of(log.name(), read))) {
      throw new JournalDamaged(
          "the journal's " + read.size() + " entries do not lead to its signed checkpoint");
    }
    return Optional.of(checkpoint);
  }
}
