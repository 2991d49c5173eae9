package org.omloop.ledger.journal;

import java.io.Serial;

/** Thrown for bytes that are not the leaf of any entry. */
public final class MalformedLeaf extends IllegalArgumentException {
  @Serial
  private static final long serialVersionUID = 1L;

  public MalformedLeaf(String what) {
    super(what);
  }

  public MalformedLeaf(String what, Throwable cause) {
    super(what, cause);
  }
}
