package org.omloop.server.circulation;

import io.vertx.core.Future;
import org.omloop.ledger.signing.KeyId;

/** Keeps who looked at what of the exact reports. Thread-safe. */
public interface Looks {
  /**
   * Keeps a look; an answer waits for it.
   *
   * @param key who looked
   * @param at unix seconds
   * @param what the address that was asked for
   */
  Future<Void> add(KeyId key, long at, String what);
}
