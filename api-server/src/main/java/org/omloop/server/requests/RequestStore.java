package org.omloop.server.requests;

import io.vertx.core.Future;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.payment.RequestId;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.signing.KeyId;

/**
 * Keeps payment requests. Each change is one step that happens or does not, whoever else is at it. All times are unix
 * seconds. Thread-safe; a future fails when the store cannot be reached.
 */
public interface RequestStore {
  /** How long a wallet may take to confirm, in seconds. */
  long CLAIM_SECONDS = 60;

  /** What became of an attempt. */
  enum Attempt {
    DONE,
    /** Another wallet is confirming it. */
    TAKEN,
    /** It is paid, withdrawn or over; or it is being paid this moment. */
    CLOSED,
    UNKNOWN
  }

  /**
   * Keeps a new request; the same one again changes nothing.
   *
   * @return whether one of that id with these bytes is kept now
   */
  Future<Boolean> add(RequestTerms terms, AccountId payee, KeyId signer, String jws);

  /** Returns a request as it stands. */
  Future<Optional<PaymentRequest>> find(RequestId id);

  /** Keeps a request for one wallet for a while; a wallet that has it gets it anew. */
  Future<Attempt> claim(RequestId id, AccountId wallet, long now);

  /** Gives a claim up. */
  Future<Attempt> release(RequestId id, AccountId wallet, long now);

  /** Takes a request back, unless a payment for it may be on its way to the ledger. */
  Future<Attempt> withdraw(RequestId id, AccountId payee, long now);

  /**
   * Notes that a payment goes to the ledger, so that the request cannot be taken back meanwhile. Closed means withdrawn:
   * whether it is paid or over the ledger decides, as it decides alone where a request is not kept here.
   */
  Future<Attempt> pay(RequestId id, AccountId payer, SignedOrder order, long now);

  /** Takes away all requests of a payee who has left: nobody can pay them. */
  Future<Void> forget(AccountId payee);
}
