package org.omloop.ledger.script;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments as scripts write them: {@code 2026-11-01T10:00} in UTC, or {@code 90s}, {@code -1h}, {@code 2d} from now. */
final class MomentText {
  private static final Pattern RELATIVE = Pattern.compile("(-?\\d{1,6})([smhd])");

  private MomentText() {}

  static Instant read(String text, Instant now) {
    Matcher relative = RELATIVE.matcher(text);
    return relative.matches() ? now.plus(duration(relative)) : readAbsolute(text);
  }

  private static Duration duration(Matcher relative) {
    long count = Long.parseLong(relative.group(1));
    return switch (relative.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static Instant readAbsolute(String text) {
    try {
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(
          "a moment is written like 2026-11-01T10:00 or 2h, not " + text, e);
    }
  }
}
