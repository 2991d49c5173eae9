package org.omloop.ledger.circulation.period;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * Which money a table tells apart by how it came in: by the calendar quarter, for the last four quarters, and by the
 * programme that granted it. Cohorts of curves are numbered: the quarters from 0, then all money, then all money as seen
 * within the period alone, then the programmes.
 */
final class EntryCohorts {
  /** Stands for money of no such quarter, or of no programme. */
  static final int NONE = -1;

  /** How many quarters are told apart. */
  static final int QUARTERS = 4;

  /** The cohort of all money. */
  static final int ALL = QUARTERS;

  /** The cohort of all money within the period: what came in before joins at the age that it had when that began. */
  static final int PERIOD = QUARTERS + 1;

  private static final int FIRST_PROGRAMME = QUARTERS + 2;

  private final List<Period> quarters = new ArrayList<>();
  private final List<String> programmes = new ArrayList<>();
  private final int[] quarterOf;
  private final int[] programmeOf;

  /**
   * Reads the inflows up to a period's end.
   *
   * @param until milliseconds; its quarter, or the one that ends there, is the last
   */
  EntryCohorts(Scope scope, long until) {
    Period last = quarter(until - 1);
    for (int back = QUARTERS - 1; back >= 0; back--) {
      quarters.add(last.plus(-back));
    }
    Rows rows = scope.rows();
    quarterOf = new int[scope.endRow()];
    programmeOf = new int[scope.endRow()];
    Arrays.fill(quarterOf, NONE);
    Arrays.fill(programmeOf, NONE);
    for (int row = 0; row < quarterOf.length; row++) {
      if (rows.movement(row) == Movement.INFLOW) {
        quarterOf[row] = number(rows.time(row));
        programmeOf[row] = scope.journal().programmeOf(row).map(this::number).orElse(NONE);
      }
    }
  }

  /** Returns the quarter of a moment in milliseconds. */
  static Period quarter(long time) {
    YearMonth month = YearMonth.from(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC));
    return Period.quarter(month.getYear(), (month.getMonthValue() + 2) / 3);
  }

  private int number(long time) {
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      Period each = quarters.get(quarter);
      if (each.start() <= time && time < each.end()) {
        return quarter;
      }
    }
    return NONE;
  }

  private int number(String programme) {
    int known = programmes.indexOf(programme);
    if (known >= 0) {
      return known;
    }
    programmes.add(programme);
    return programmes.size() - 1;
  }

  /** Returns the quarters, the oldest first. */
  List<Period> quarters() {
    return List.copyOf(quarters);
  }

  /** Returns the programmes that granted money from outside, in the order in which they first did. */
  List<String> programmes() {
    return List.copyOf(programmes);
  }

  /** Returns how many cohorts curves are made of. */
  int count() {
    return FIRST_PROGRAMME + programmes.size();
  }

  /** Returns the cohort of the programme whose money came in by a row, or {@link #NONE}. */
  int programmeCohortOf(int row) {
    return programmeOf[row] == NONE ? NONE : cohortOf(programmeOf[row]);
  }

  /** Returns the cohort of a programme, by the programme's number. */
  int cohortOf(int programme) {
    return FIRST_PROGRAMME + programme;
  }

  /** Tells whether money that came in by a row is of a cohort. */
  boolean isOf(int cohort, int row) {
    return cohort == ALL
        || cohort == PERIOD
        || cohort == quarterOf[row]
        || cohort == programmeCohortOf(row);
  }

  /** Returns the number of the quarter in which money came in by a row, or {@link #NONE}. */
  int quarterOf(int row) {
    return quarterOf[row];
  }

  /** Returns the number of the programme whose money came in by a row, or {@link #NONE}. */
  int programmeOf(int row) {
    return programmeOf[row];
  }
}
