package org.omloop.server.sequencer;

import java.io.Serial;

/** Thrown when so many orders wait that taking one more would only make all of them late. Nothing has happened. */
public final class SequencerFull extends RuntimeException {
  @Serial
  private static final long serialVersionUID = 1L;

  SequencerFull(int waiting) {
    super(
        waiting + " orders are waiting; send the same order again in a moment", null, false, false);
  }
}
