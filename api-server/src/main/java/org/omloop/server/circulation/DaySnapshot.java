package org.omloop.server.circulation;

import java.time.LocalDate;
import java.util.List;

/**
 * Where the journal stood when a day was over, as a later reading must find it again.
 *
 * @param day in UTC; days without an entry have none
 * @param version of all formulas together
 * @param classifications the versions of the codes seen so far, such as {@code SBI2008}, sorted
 */
public record DaySnapshot(LocalDate day, Mark mark, int version, List<String> classifications) {
  /** Copies the list. */
  public DaySnapshot {
    classifications = List.copyOf(classifications);
  }

  /** Tells whether both saw the same entries; a newer program may measure them by other formulas. */
  boolean agreesWith(DaySnapshot other) {
    return day.equals(other.day)
        && mark.equals(other.mark)
        && classifications.equals(other.classifications);
  }
}
