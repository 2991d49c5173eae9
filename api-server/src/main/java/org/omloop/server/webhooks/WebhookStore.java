package org.omloop.server.webhooks;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.ledger.account.AccountId;

/**
 * Keeps endpoints and what they are to be told. All times are unix seconds. Thread-safe; a future fails when the store
 * cannot be reached.
 */
public interface WebhookStore {
  /** How many endpoints an account may have that are not removed. */
  int MOST = 5;

  /** Keeps a new endpoint; false where the account has too many. */
  Future<Boolean> add(Endpoint endpoint);

  /** Finds an endpoint of the account, also one that was removed. */
  Future<Optional<Endpoint>> find(AccountId account, String id);

  /** Returns the account's endpoints, the newest first; at most 200. */
  Future<List<Endpoint>> of(AccountId account);

  /** Gives an endpoint the next keys; false where it is not active. */
  Future<Boolean> rotate(String id, long now);

  /** Ends an endpoint and what it was still to be told; a second time changes nothing. */
  Future<Void> remove(String id, long now);

  /** Takes away all endpoints of an account, and what they were told. */
  Future<Void> forget(AccountId account);

  /** Returns what an endpoint was told or is to be, the newest first; at most 200. */
  Future<List<Delivery>> deliveries(String id);

  /** Has something told again from the first try on; empty where the endpoint is not active or was never to be told. */
  Future<Optional<Delivery>> redeliver(String id, long entry, long now);

  /**
   * Looks at the next entries and notes what is to be told of them, in one statement that happens or does not.
   *
   * @return how many entries were looked at
   */
  Future<Long> advance(long now);

  /** Returns deliveries whose time has come, the oldest first, a few of each endpoint. */
  Future<List<Due>> due(long now);

  /**
   * Notes what became of a try.
   *
   * @param nextAt when to try again; empty: no more
   */
  Future<Void> note(Due due, Answer answer, OptionalLong nextAt, long now);
}
