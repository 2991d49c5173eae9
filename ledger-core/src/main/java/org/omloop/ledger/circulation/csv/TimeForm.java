package org.omloop.ledger.circulation.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The two forms of time in a ledger file; each file keeps to one. Times become milliseconds: since 1970 in UTC, or
 * since day 0.
 */
public enum TimeForm {
  /** RFC 3339 with at most three decimals of a second, such as 2026-03-01T12:00:00+01:00. */
  RFC_3339 {
    @Override
    OptionalLong parse(byte[] bytes, int from, int to) {
      return Rfc3339.parse(bytes, from, to);
    }

    @Override
    public String text(long milliseconds) {
      return Instant.ofEpochMilli(milliseconds).toString();
    }
  },

  /** A plain number of days, at most ten digits and five decimals. */
  DAYS {
    @Override
    OptionalLong parse(byte[] bytes, int from, int to) {
      return PlainDays.parse(bytes, from, to);
    }

    @Override
    public String text(long milliseconds) {
      return BigDecimal.valueOf(milliseconds)
          .divide(BigDecimal.valueOf(MILLISECONDS_PER_DAY))
          .toPlainString();
    }
  };

  /** A day, whatever clocks do. */
  public static final long MILLISECONDS_PER_DAY = 86_400_000;

  /** Returns milliseconds; empty when the text has another form. */
  abstract OptionalLong parse(byte[] bytes, int from, int to);

  /** Returns the text of a time in this form; RFC 3339 in UTC. */
  public abstract String text(long milliseconds);

  /** Returns milliseconds; empty when the text has another form. */
  public OptionalLong parse(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return parse(bytes, 0, bytes.length);
  }
}
