package org.omloop.ledger.circulation.disclosure;

import java.util.List;

/**
 * What the public is told when it asks for a cell: the cell itself, or the first it climbs to that is shown (rule 5).
 *
 * @param given the cell that the values are of
 * @param values by edition, earliest first, all of which stay readable; empty for "x", hidden
 */
public record Answer(Cell asked, Cell given, List<Published> values) {
  public Answer {
    values = List.copyOf(values);
  }

  /** Tells whether nothing is shown: "x", which is neither 0 nor blank. */
  public boolean isHidden() {
    return values.isEmpty();
  }

  /** Tells whether a later edition corrected the value ("Herzien"). */
  public boolean isRevised() {
    return values.size() > 1;
  }
}
