package org.omloop.server.bank;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * The statement after which the next one comes.
 *
 * @param number in the journal's count
 * @param electronicNumber in the bank's count, where it counts
 * @param closingDate its last day
 * @param closing its closing balance, euro cents
 */
public record ChainEnd(
    long number, OptionalLong electronicNumber, LocalDate closingDate, long closing) {
  /** I7. */
  boolean isOpenedBy(BankStatement next) {
    return next.opening() == closing;
  }

  /** I8: one more than the last; banks begin anew with each year. */
  boolean isCountedOnBy(BankStatement next) {
    if (electronicNumber.isEmpty() || next.electronicNumber().isEmpty()) {
      return true;
    }
    long counted = next.electronicNumber().getAsLong();
    boolean isNewYear = next.closingDate().getYear() > closingDate.getYear();
    return counted == electronicNumber.getAsLong() + 1 || counted == 1 && isNewYear;
  }

  /** Returns the end once that statement is taken in. The journal's numbers only rise, also where the bank's begin anew. */
  ChainEnd after(BankStatement next) {
    long counted = next.electronicNumber().orElse(0);
    return new ChainEnd(
        counted > number ? counted : number + 1,
        next.electronicNumber(),
        next.closingDate(),
        next.closing());
  }

  static ChainEnd first(BankStatement statement) {
    return new ChainEnd(
        Math.max(1, statement.electronicNumber().orElse(1)),
        statement.electronicNumber(),
        statement.closingDate(),
        statement.closing());
  }
}
