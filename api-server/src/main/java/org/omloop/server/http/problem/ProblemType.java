package org.omloop.server.http.problem;

import java.util.Locale;

/** A kind of problem, other than a refusal. Names are stable API; each has its sentences in {@code problems.json}. */
public enum ProblemType {
  MALFORMED_REQUEST(400),
  MALFORMED_ORDER(400),
  /** Signed by a key that is not enrolled. */
  UNKNOWN_SIGNER(400),
  WRONG_SIGNATURE(400),
  /** A check of the bank's file failed; {@code errors} names it. */
  BANK_FILE_REFUSED(400),
  /** An order of a type that another resource takes. */
  WRONG_RESOURCE(400),
  SESSION_REQUIRED(401),
  SESSION_OVER(401),
  SIGN_IN_FAILED(401),
  RIGHT_MISSING(403),
  /** The key was enrolled by operators and has yet to begin. */
  KEY_WAITS(403),
  /** There is no such thing, or it is not the caller's to see. */
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  /** The body did not come in time. */
  TOO_SLOW(408),
  /** The order's id was used for other bytes. */
  ORDER_CONFLICT(409),
  /** Another request has the same terms. */
  REQUEST_CONFLICT(409),
  /** Another wallet is confirming the payment request. */
  REQUEST_TAKEN(409),
  /** The payee took the payment request back; nothing was booked. */
  REQUEST_WITHDRAWN(409),
  /** Nobody who can be asked has this code. */
  STICKER_UNKNOWN(409),
  STICKER_REPLACED(409),
  /** The code is there to be paid, and is of no person. */
  STICKER_NOT_PERSONAL(409),
  /** The code is of who asks. */
  STICKER_OWN(409),
  /** The payment request has been offered to as many people as it may. */
  OFFERS_EXHAUSTED(409),
  /** Something else was stated of the member at that time or later. */
  MEMBER_CONFLICT(409),
  /** Another sticker has this id, or the payee has too many. */
  STICKER_CONFLICT(409),
  /** The proposal's order id stands for other bytes. */
  PROPOSAL_CONFLICT(409),
  /** As many of its source lie ready as may. */
  PROPOSALS_FULL(409),
  /** The closing is not the one that follows the last: it has been made, or another till was first. */
  CLOSING_CONFLICT(409),
  /** Nobody paid or got back since the last closing. */
  NOTHING_TO_CLOSE(409),
  /** The account has the endpoint already, or too many, or it is active no more. */
  WEBHOOK_CONFLICT(409),
  /** The policy names no bank account to pay to. */
  NO_RESERVE_ACCOUNT(409),
  /** The currency does not count in hundredths, so that its units are no euro cents. */
  NOT_IN_CENTS(409),
  /** Somebody else changed what is known of the member. */
  DOSSIER_CONFLICT(409),
  /** Nothing new is kept of whoever has left. */
  MEMBER_LEFT(409),
  /** Too many bank accounts were told in a day. */
  BANK_ACCOUNTS_EXHAUSTED(409),
  /** Too many codes were mailed in a day. */
  MAIL_CODES_EXHAUSTED(409),
  /** The code is another one, or holds no more. */
  MAIL_CODE_WRONG(409),
  /** Somebody else decided on the application. */
  APPLICATION_CONFLICT(409),
  /** The account is not closed, or euros are under way. */
  ERASURE_TOO_EARLY(409),
  /** One of the redemptions is in another batch, or waits no more. */
  PAYOUT_TAKEN(409),
  /** One of the payees has told no bank account, or a name that no bank can read. */
  PAYEE_UNKNOWN(409),
  /** The circuit has not said which account it pays from. */
  RESERVE_UNKNOWN(409),
  /** The batch's id stands for other words. */
  BATCH_CONFLICT(409),
  /** It was approved or sent back before. */
  BATCH_DECIDED(409),
  /** The file is not the one that was looked at, or one of its redemptions waits no more. */
  BATCH_CHANGED(409),
  BATCH_NOT_APPROVED(409),
  /** The batch's day is over: the bank would refuse it, or pay on another. */
  BATCH_TOO_LATE(409),
  /** A payout of the batch was given back after the file was handed out. */
  BATCH_GIVEN_BACK(409),
  /** The bank lines are not what the decision says of them. */
  LINES_DO_NOT_FIT(409),
  /** A bank line is booked, or another decision is about it. */
  LINE_DECIDED(409),
  /** The decision's id stands for other words. */
  DECISION_CONFLICT(409),
  /** The order is about another amount than the bank line. */
  LINE_HAS_OTHER_AMOUNT(409),
  /** The bank line does not name the account that the order does: another person has to sign too. */
  MATCH_NEEDS_TWO(409),
  /** The bank line does not name the account that the order does, and nobody has said why it is for it. */
  MATCH_NEEDS_REASON(409),
  /** Who drafted it cannot approve it. */
  SECOND_PERSON_NEEDED(409),
  BODY_TOO_LARGE(413),
  ADDRESS_TOO_LONG(414),
  WRONG_CONTENT_TYPE(415),
  EXPECTATION_FAILED(417),
  RATE_LIMITED(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL_ERROR(500),
  /** Nothing was booked. */
  QUEUE_FULL(503),
  /** The order may have been booked or not. */
  OUTCOME_UNKNOWN(503),
  /** The journal cannot be read now. */
  UNAVAILABLE(503),
  /** How money goes round is not known until the journal has been read. */
  READING_JOURNAL(503);

  /** The status of every refusal. */
  public static final int REFUSED = 422;

  private final int status;

  ProblemType(int status) {
    this.status = status;
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the name at the end of the problem's type. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
