package org.omloop.server.sequencer;

import java.io.Serial;
import java.util.Optional;
import org.omloop.ledger.checkpoint.Checkpoint;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.checkpoint.NoteVerdict;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.server.journal.Journal;

/** Thrown when the entries in the journal are not those its signed checkpoint covers. */
public final class JournalDamaged extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  JournalDamaged(String what) {
    super(what + "; restore a backup (docs/operators.md)");
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
