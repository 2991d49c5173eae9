package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.Optional;

/** What stands in one place of a table. */
public sealed interface Cell {
  /** A code or a short text, such as a sector. */
  record Code(String text) implements Cell {}

  /** A figure in its column's unit. */
  record Known(BigDecimal value) implements Cell {}

  /** Nothing to say, printed as ".": a zero denominator or an empty period, and never 0. */
  record Absent() implements Cell {}

  /** Withheld to protect those behind it, printed as "x": neither 0 nor blank. */
  record Hidden() implements Cell {}

  /** Returns a code or a short text. */
  static Cell code(String text) {
    return new Code(text);
  }

  /** Returns a whole number, such as an amount in minor units. */
  static Cell of(long value) {
    return new Known(BigDecimal.valueOf(value));
  }

  /** Returns a figure, or "." where there is none. */
  static Cell of(Optional<BigDecimal> value) {
    return value.<Cell>map(Known::new).orElseGet(Absent::new);
  }
}
