package org.omloop.server.audit;

import java.util.Locale;

/** One of the things that verification establishes, in the order in which they are reported. */
public enum Check {
  LOG_KEY("the log's key is the one that genesis names"),
  CHECKPOINT("the signed checkpoint is over just these entries"),
  FILES("every file of the log is there and whole, and none of another size"),
  TREE("every hash tile is what the entries lead to"),
  LEAVES("every entry has its one form and stands at its index"),
  TIMES("booking times rise strictly"),
  SIGNATURES("every order is signed by keys that were enrolled by then"),
  DECISIONS("every decision, limit, cap and seal comes out the same when decided again"),
  TOTALS("all accounts sum to zero, and issued less paid out is outstanding"),
  RECEIPTS("every receipt is of an entry that stands in this journal"),
  HISTORY("earlier and other signed heads tell the same history");

  private final String claim;

  Check(String claim) {
    this.claim = claim;
  }

  /** Returns what is true when the check passes. */
  public String claim() {
    return claim;
  }

  /** Returns the name used in reports. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
