package org.omloop.server.payouts;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.Map;

/** Finds whom to pay by the hash that a redemption has in the journal. Thread-safe. */
public interface Payees {
  /** Returns the payees of those hashes; those that nobody has told, or whose holder was erased, are left out. */
  Future<Map<String, Payee>> find(Collection<String> ibanHashes);
}
