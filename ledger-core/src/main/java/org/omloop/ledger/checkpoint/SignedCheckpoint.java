package org.omloop.ledger.checkpoint;

/**
 * A checkpoint with the signatures of its log and of others (C2SP tlog-checkpoint). It is to be believed only after
 * {@link #signedBy}.
 *
 * @param checkpoint what is said
 * @param note the same as signed text
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note) {
  public SignedCheckpoint {
    if (!checkpoint.text().equals(note.text())) {
      throw new IllegalArgumentException("The note says something else");
    }
  }

  static SignedCheckpoint of(SignedNote note) {
    return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
  }

  /** Reads a checkpoint as it is published; throws {@link IllegalArgumentException} for any other text. */
  public static SignedCheckpoint parse(String text) {
    return of(SignedNote.parse(text));
  }

  /** What a log's key has to do with this checkpoint. */
  public NoteVerdict signedBy(LogPublicKey key) {
    return note.signedBy(key);
  }

  /** The checkpoint as it is published. */
  public String encoded() {
    return note.encoded();
  }
}
