package org.omloop.server.requests;

import io.vertx.core.Future;
import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.payment.RequestId;

/**
 * Keeps which payment requests wait on whose phone (docs/adr/0031). An offer is of use as long as its request can be paid.
 * All times are unix seconds. Thread-safe; a future fails when the store cannot be reached.
 */
public interface OfferStore {
  /** To how many people a request may be offered: one pays, another paid for the first, and somebody made a mistake. */
  int MOST_PEOPLE = 3;

  /** How often to one person: an offer that was put aside comes back, and not for ever. */
  int MOST_TIMES = 3;

  /** How long an offer is shown, in seconds, where its request lives longer. */
  long LONGEST_SECONDS = 900;

  /** How many a person is shown. */
  int MOST_SHOWN = 3;

  /** What became of an offer. */
  enum Outcome {
    DONE,
    /** Another wallet is confirming the request. */
    TAKEN,
    /** It has been offered to as many people as it may, or as often. */
    EXHAUSTED,
    /** It is paid, withdrawn or over. */
    CLOSED,
    UNKNOWN
  }

  /** Offers a request to an account's holder; once more only says that it was offered now. */
  Future<Outcome> offer(RequestId id, AccountId account, long now);

  /** Returns what an account's holder may still pay, the latest first. */
  Future<List<Offer>> openFor(AccountId account, long now);

  /** Returns to whom a request was offered. */
  Future<List<AccountId>> offeredTo(RequestId id);
}
