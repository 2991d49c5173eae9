package org.omloop.ledger.circulation.trace;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The cohorts of the keyed state: when money came in, in months or, where times are plain days, in blocks of thirty. */
public enum CohortCalendar {
  /** Calendar months in UTC, such as 2026-03. */
  MONTHS {
    @Override
    String name(long time) {
      return YearMonth.from(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC)).toString();
    }
  },

  /** Thirty days each, named by their first: d0, d30. */
  THIRTY_DAYS {
    @Override
    String name(long time) {
      return "d" + Math.floorDiv(time, DAY * 30) * 30;
    }
  };

  private static final long DAY = 86_400_000;

  /** Returns the name of the cohort of money that came in at a time in milliseconds. */
  abstract String name(long time);
}
