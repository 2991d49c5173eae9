package org.omloop.server.bank;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people decide about bank lines that no order books by itself (docs/adr/0054). */
public enum DecisionKind {
  /** A credit is for the member whom the {@code issue} order of the same id names. */
  MATCH,
  /** Money that came in went back to where it came from. */
  RETURN,
  /** The bank took back a line of its own. */
  REVERSAL,
  /** Money is gone that nobody's units stood for; the operator still has to make it up. */
  COSTS,
  /** The operator's own money came in, such as what makes up for costs. */
  OWN_MONEY;

  /** Returns the name in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the kind of that name in the API. */
  public static Optional<DecisionKind> named(String name) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(name)).findFirst();
  }

  /** Tells whether lines are closed by it, once a second person agrees; a match is closed by its order. */
  public boolean closesLines() {
    return this != MATCH;
  }

  /**
   * Tells whether lines fit: what goes back or is taken back comes to nought, to the cent, in two lines of which the second is no
   * older; and money goes back to the account that it came from, as the bank names it.
   */
  public boolean fits(List<BankLine> lines) {
    long sum = lines.stream()
        .mapToLong(each -> each.isCredit() ? each.cents() : -each.cents())
        .reduce(0, Math::addExact);
    return switch (this) {
      case MATCH -> lines.size() == 1 && lines.get(0).isCredit();
      case RETURN -> sum == 0 && lines.size() == 2 && wentBack(lines.get(0), lines.get(1));
      case REVERSAL -> sum == 0 && lines.size() == 2 && tookBack(lines.get(0), lines.get(1));
      case COSTS -> lines.stream().noneMatch(BankLine::isCredit);
      case OWN_MONEY -> lines.stream().allMatch(BankLine::isCredit);
    };
  }

  private static boolean wentBack(BankLine one, BankLine other) {
    BankLine in = one.isCredit() ? one : other;
    BankLine out = one.isCredit() ? other : one;
    return !in.isReversal()
        && !out.isReversal()
        && !out.booked().isBefore(in.booked())
        && in.otherIban().equals(out.otherIban());
  }

  private static boolean tookBack(BankLine one, BankLine other) {
    BankLine second = one.isReversal() ? one : other;
    BankLine first = one.isReversal() ? other : one;
    return second.isReversal() && !first.isReversal() && !second.booked().isBefore(first.booked());
  }
}
