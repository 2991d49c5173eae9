package org.omloop.server.demo.neighbourhood;

import java.time.LocalDate;

/** How a trade's custom goes up and down in the year, in a hundredth of an ordinary month's, January first. */
public enum Season {
  ALL_YEAR(100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100),
  ICE(10, 20, 60, 130, 190, 240, 260, 250, 140, 50, 15, 10),
  TERRACE(75, 80, 90, 110, 125, 130, 125, 125, 110, 95, 85, 95),
  CYCLING(60, 70, 110, 140, 150, 140, 130, 120, 115, 90, 70, 50),
  GARDENING(10, 40, 130, 200, 210, 150, 110, 100, 110, 90, 30, 20),
  PRESENTS(70, 75, 85, 90, 95, 95, 75, 75, 95, 100, 150, 210),
  FLOWERS(80, 140, 110, 120, 170, 110, 85, 80, 90, 90, 90, 125),
  STUDY(110, 110, 110, 105, 100, 90, 45, 60, 160, 120, 110, 90),
  CLUB(95, 100, 105, 105, 105, 90, 35, 45, 150, 130, 110, 80),
  INDOORS(125, 120, 105, 90, 80, 70, 65, 70, 95, 120, 130, 135),
  HEATING(185, 175, 140, 100, 65, 45, 40, 40, 60, 100, 140, 175);

  @SuppressWarnings("ImmutableEnumChecker") // written by no one after it is made
  private final int[] months;

  Season(int... months) {
    this.months = months;
  }

  /** Returns the custom in that month: 100 is an ordinary one's. */
  public int percent(LocalDate date) {
    return months[date.getMonthValue() - 1];
  }
}
