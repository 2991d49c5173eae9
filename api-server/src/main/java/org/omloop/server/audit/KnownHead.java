package org.omloop.server.audit;

import org.omloop.ledger.checkpoint.SignedCheckpoint;

/**
 * A signed head from elsewhere that this journal must agree with.
 *
 * @param name what it is called in the report: a file's name
 * @param kind whose it is
 * @param head what it says
 */
public record KnownHead(String name, Kind kind, SignedCheckpoint head) {
  /** Where a head comes from, and so what a larger one means. */
  public enum Kind {
    /** The auditor kept it: a journal never becomes smaller than that. */
    EARLIER,
    /** Somebody else was shown it: it may be ahead of this journal. */
    OTHER,
    /** It came with a receipt of the export. */
    RECEIPT
  }

  long size() {
    return head.checkpoint().size();
  }
}
