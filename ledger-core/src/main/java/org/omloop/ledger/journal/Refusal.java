package org.omloop.ledger.journal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a well-signed order is refused, for ever. In order of precedence: of several reasons the first is given. The
 * names are stable API (protocol.md, "Idempotency and refusals").
 */
public enum Refusal {
  /** It was made for another ledger. */
  WRONG_LEDGER,
  /** Its time is over. */
  EXPIRED,
  /** It was made later than now. */
  NOT_YET_VALID,
  /** A signing key is not one of the account's. */
  UNKNOWN_KEY,
  KEY_REVOKED,
  KEY_LACKS_RIGHT,
  UNKNOWN_ACCOUNT,
  ACCOUNT_CLOSED,
  ACCOUNT_SUSPENDED,
  /** It would pay an account from itself. */
  SAME_ACCOUNT,
  /** It asks for more than the original or the hold was. */
  AMOUNT_OUT_OF_RANGE,
  /** The order it refers to was never booked, is of another kind, or is settled. */
  ORIGINAL_NOT_FOUND,
  /** What is left of the original is less. */
  ALREADY_REFUNDED,
  /** The payment request is paid or over. */
  REQUEST_NOT_OPEN,
  /** The payment request is another payee's, or asks for another amount. */
  REQUEST_MISMATCH,
  /** The bank line has been booked before. */
  BANK_REFERENCE_USED,
  /** Two people must sign. */
  NEEDS_SECOND_SIGNATURE,
  KEY_LIMIT_EXCEEDED,
  ACCOUNT_LIMIT_EXCEEDED,
  BALANCE_CAP_EXCEEDED,
  INSUFFICIENT_FUNDS,
  /** A rule of the currency does not allow it. */
  POLICY_FORBIDS,
  /** Public tables would tell more than the rules of disclosure control allow in any circuit. */
  DISCLOSURE_TOO_LOOSE,
  /** The programme has not begun, or is over. */
  PROGRAMME_CLOSED,
  /** The programme would hand out more than its budget. */
  BUDGET_EXCEEDED,
  /** The account has had what the programme gives to each. */
  ALREADY_GRANTED,
  /** What is left is a programme's, and may not be spent there while it runs. */
  EARMARKED;

  /** Returns the refusal of that name. */
  public static Optional<Refusal> named(String wireName) {
    return Arrays.stream(values())
        .filter(each -> each.wireName().equals(wireName))
        .findFirst();
  }

  /** Returns the name used in entries and in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
