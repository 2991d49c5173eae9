package org.omloop.server.demo.neighbourhood;

import java.time.LocalDate;
import java.time.LocalTime;

/** A part of the shopping day, with its own crowd: rolls in the morning, soup at night. */
public enum Daypart {
  MORNING(7 * 60, 11 * 60 + 30),
  NOON(11 * 60 + 30, 14 * 60),
  AFTERNOON(14 * 60, 17 * 60 + 30),
  EVENING(17 * 60 + 30, 22 * 60);

  private final int firstMinute;
  private final int endMinute;

  Daypart(int firstMinute, int endMinute) {
    this.firstMinute = firstMinute;
    this.endMinute = endMinute;
  }

  /** Returns a part of that date, each as often as people are out then. */
  public static Daypart any(Chance chance, LocalDate date) {
    return values()[
        switch (date.getDayOfWeek()) {
          case SATURDAY -> chance.weighted(26, 25, 34, 15);
          case SUNDAY -> chance.weighted(14, 28, 32, 26);
          default -> chance.weighted(22, 25, 28, 25);
        }];
  }

  /** Returns a moment in this part, rather in the middle than at its ends. */
  public LocalTime moment(Chance chance) {
    return LocalTime.ofSecondOfDay(chance.around(firstMinute * 60, endMinute * 60 - 1));
  }
}
