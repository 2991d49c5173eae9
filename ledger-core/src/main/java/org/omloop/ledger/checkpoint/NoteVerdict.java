package org.omloop.ledger.checkpoint;

/** What a key has to do with a note. */
public enum NoteVerdict {
  /** It signed the note. */
  SIGNED,
  /** The note bears no signature in its name. */
  UNSIGNED,
  /** A signature in its name is not its own: the note is to be rejected whole. */
  FORGED
}
