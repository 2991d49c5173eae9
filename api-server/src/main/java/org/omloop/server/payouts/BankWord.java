package org.omloop.server.payouts;

import java.util.Locale;
import java.util.Optional;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.bank.BankLine;
import org.omloop.server.bank.Iban;

/**
 * What a line of the bank's statement says of a payout. It books nothing: an operator signs the order that does, with the
 * line's key as its reference.
 *
 * @param fault what somebody has to look at first
 */
public record BankWord(OrderId redemption, Kind kind, BankLine line, Optional<Fault> fault) {
  /** What happened to the euros. */
  public enum Kind {
    /** They went out. */
    PAID,
    /** They came back. */
    BACK;

    /** Returns the name used in the API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why a line that names a payout is not booked on sight. */
  public enum Fault {
    OTHER_AMOUNT,
    /** The bank names another account than the one to pay, or none. */
    OTHER_ACCOUNT,
    /** The bank takes the line back, or its details do not add up to it. */
    ODD_LINE;

    /** Returns the name used in the API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Returns which payout a line names; empty where it names none. */
  public static Optional<OrderId> redemption(BankLine line) {
    return EndToEndId.redemption(line.endToEndId());
  }

  /**
   * Reads a line that names a payout.
   *
   * @param cents what the bank was to pay
   * @param payee whom; empty where that is not known any more
   */
  public static BankWord of(OrderId redemption, long cents, Optional<Payee> payee, BankLine line) {
    return new BankWord(
        redemption, line.isCredit() ? Kind.BACK : Kind.PAID, line, fault(cents, payee, line));
  }

  private static Optional<Fault> fault(long cents, Optional<Payee> payee, BankLine line) {
    if (line.isReversal() || !line.addsUp()) {
      return Optional.of(Fault.ODD_LINE);
    }
    if (line.cents() != cents) {
      return Optional.of(Fault.OTHER_AMOUNT);
    }
    // Money that comes back does not always say whose account it was.
    boolean isToPayee = line.isCredit()
        || (payee.isPresent() && line.otherIban().map(Iban::text).equals(payee.map(Payee::iban)));
    return isToPayee ? Optional.empty() : Optional.of(Fault.OTHER_ACCOUNT);
  }
}
