package org.omloop.server.notices;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When nobody is mailed but for safety, and when the day's one mail goes: at the end of it. Immutable.
 *
 * @param from its first minute
 * @param until the first minute after it; the same as from: there are none, and the day's mail goes then
 * @param zone where these are the time
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {
  /** Nine in the evening till eight in the morning, in the Netherlands. */
  public static final QuietHours DEFAULT =
      new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneId.of("Europe/Amsterdam"));

  /**
   * Reads {@code 21:00-08:00}.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static QuietHours parse(String text, ZoneId zone) {
    if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d")) {
      throw new IllegalArgumentException("must be two times, such as 21:00-08:00");
    }
    int middle = text.indexOf('-');
    return new QuietHours(
        LocalTime.parse(text.substring(0, middle)),
        LocalTime.parse(text.substring(middle + 1)),
        zone);
  }

  /** Returns the first moment, that one or later, at which somebody may be mailed. */
  public Instant after(Instant moment) {
    LocalTime time = moment.atZone(zone).toLocalTime();
    boolean isQuiet = from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : from.isAfter(until) && (!time.isBefore(from) || time.isBefore(until));
    return isQuiet ? nextDaily(moment) : moment;
  }

  /** Returns when the next daily mail goes, after that moment. */
  public Instant nextDaily(Instant moment) {
    ZonedDateTime here = moment.atZone(zone);
    ZonedDateTime today = here.toLocalDate().atTime(until).atZone(zone);
    return (today.toInstant().isAfter(moment)
            ? today
            : here.toLocalDate().plusDays(1).atTime(until).atZone(zone))
        .toInstant();
  }
}
