package org.omloop.ledger.circulation.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.omloop.ledger.journal.EntryKind;

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

  /**
   * Returns the rule for rows of a kind: demurrage takes the same share of each lot under every rule, as it is charged
   * on the balance; and credit that is retired, of what has just come in, which is then all there is.
   */
  Rule forKind(EntryKind kind) {
    return kind == EntryKind.DEMURRAGE || kind == EntryKind.CREDIT ? MIXED : this;
  }

  /** Returns the name used on the command line and in reports. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
