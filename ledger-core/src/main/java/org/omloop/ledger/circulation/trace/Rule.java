package org.omloop.ledger.circulation.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of the units on an account are taken to be paid with: an assumption, and never a finding. */
public enum Rule {
  /** Those that came first. */
  FIFO,
  /** Those that came last. */
  LIFO,
  /** The same share of each lot. */
  MIXED;

  /** Returns the rule of that name. */
  public static Optional<Rule> named(String wireName) {
    return Arrays.stream(values())
        .filter(each -> each.wireName().equals(wireName))
        .findFirst();
  }

  /** Returns the name used on the command line and in reports. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
