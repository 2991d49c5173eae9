package org.omloop.server.postgres;

/**
 * How a derived table differs from what the journal leads to.
 *
 * @param table its name
 * @param missing how many rows ought to stand there and do not
 * @param surplus how many rows stand there and ought not; a changed row is both
 * @param example one of those rows, as text; empty when there are none
 */
public record TableDifference(String table, long missing, long surplus, String example) {
  /** Tells whether table and journal agree. */
  public boolean isNone() {
    return missing == 0 && surplus == 0;
  }
}
