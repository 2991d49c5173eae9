package org.omloop.server.demo.neighbourhood;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When a door is open, per day of the week; on holidays Sunday's hours hold. Immutable. */
public record OpeningHours(Map<DayOfWeek, Span> week) {
  private static final List<String> DAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");

  /** From when until when; at the closing time itself the door is shut. */
  public record Span(LocalTime opens, LocalTime closes) {
    /** Tells whether a time lies inside. */
    public boolean covers(LocalTime time) {
      return !time.isBefore(opens) && time.isBefore(closes);
    }

    /** Draws a time inside, to the second. */
    public LocalTime draw(Chance chance) {
      return LocalTime.ofSecondOfDay(
          chance.between(opens.toSecondOfDay(), closes.toSecondOfDay() - 1));
    }
  }

  public OpeningHours {
    week = Map.copyOf(week);
  }

  /** Reads hours such as {@code mo 13:00-18:00, tu-fr 09:30-18:00}; a day not named is a day closed. */
  static OpeningHours parse(String text) {
    Map<DayOfWeek, Span> week = new EnumMap<>(DayOfWeek.class);
    for (String part : text.split(", ")) {
      String days = part.substring(0, part.indexOf(' '));
      Span span = span(part.substring(days.length() + 1));
      for (int day = DAYS.indexOf(days.substring(0, 2));
          day <= DAYS.indexOf(days.substring(days.length() - 2));
          day++) {
        week.put(DayOfWeek.of(day + 1), span);
      }
    }
    return new OpeningHours(week);
  }

  private static Span span(String text) {
    int dash = text.indexOf('-');
    return new Span(
        LocalTime.parse(text.substring(0, dash)), LocalTime.parse(text.substring(dash + 1)));
  }

  /** Returns the hours of a date; empty when the door stays shut. */
  public Optional<Span> on(LocalDate date) {
    if (DutchCalendar.isQuiet(date)) {
      return Optional.empty();
    }
    DayOfWeek day = DutchCalendar.isHoliday(date) ? DayOfWeek.SUNDAY : date.getDayOfWeek();
    return Optional.ofNullable(week.get(day));
  }

  /** Tells whether the door is open then. */
  public boolean isOpen(LocalDate date, LocalTime time) {
    return on(date).map(span -> span.covers(time)).orElse(false);
  }
}
