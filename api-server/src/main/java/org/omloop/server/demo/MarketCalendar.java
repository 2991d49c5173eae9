package org.omloop.server.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * When planned moments really come. A short plan always begins on the same date, so that its figures follow from the
 * seed alone and not from the day it is played on; what is booked lies some whole weeks before or after. A plan in which
 * seasons are seen begins on its real date. Immutable.
 *
 * @param shift what is added to a planned local time
 * @param months what is added to a planned month, so that months keep following each other
 */
public record MarketCalendar(Duration shift, long months) {
  /** The neighbourhood's own time. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /** A Monday after which thirty days hold no holiday, and a first of the month on which demurrage is due. */
  public static final LocalDate PLANNED_START = LocalDate.of(2026, 11, 2);

  /** From so many days on seasons are seen. */
  private static final int SEASONS_FROM_DAYS = 92;

  /** Plays the plan on the dates it is made for. */
  public static final MarketCalendar AS_PLANNED = new MarketCalendar(Duration.ZERO, 0);

  /**
   * Returns the first day that a market of so many days is planned for. A short one is always planned for the same days;
   * a long one for those on which it is played, so that Christmas comes at Christmas: the Monday from which it is over
   * before today.
   */
  public static LocalDate plannedStart(LocalDate today, int days) {
    return days < SEASONS_FROM_DAYS
        ? PLANNED_START
        : today.minusDays(days).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Returns the calendar of a market of so many days, planned from a Monday, that is over before today. */
  public static MarketCalendar before(LocalDate planned, LocalDate today, int days) {
    long weeks = Math.floorDiv(ChronoUnit.DAYS.between(planned, today.minusDays(days)), 7);
    return of(planned.atStartOfDay(), planned.plusWeeks(weeks).atStartOfDay());
  }

  /** Returns the calendar in which one planned moment is that one. */
  public static MarketCalendar of(LocalDateTime planned, LocalDateTime real) {
    return new MarketCalendar(
        Duration.between(planned, real),
        ChronoUnit.MONTHS.between(YearMonth.from(planned), YearMonth.from(real)));
  }

  /** Returns the date that a planned one stands for. */
  public LocalDate date(LocalDate planned) {
    return planned.atStartOfDay().plus(shift).toLocalDate();
  }

  /** Returns the instant that a planned local time stands for. */
  public Instant instant(LocalDateTime planned) {
    return planned.plus(shift).atZone(ZONE).toInstant();
  }

  /** Returns the month that a planned one stands for: its own, or a neighbour of it. */
  public YearMonth month(YearMonth planned) {
    return planned.plusMonths(months);
  }
}
