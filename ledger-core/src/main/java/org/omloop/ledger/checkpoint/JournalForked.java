package org.omloop.ledger.checkpoint;

/**
 * The journal's head is no longer the one this writer knew: another writer was first. There is no going on from here
 * but from the journal itself.
 */
public final class JournalForked extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Checkpoint expected;

  /** Says which head was expected. */
  public JournalForked(Checkpoint expected) {
    super("The journal's head is no longer at " + expected.size() + " entries, root "
        + expected.root());
    this.expected = expected;
  }

  public Checkpoint expected() {
    return expected;
  }
}
