package org.omloop.server.closings;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;

/** Keeps closings, which never change. Thread-safe; a future fails when the store cannot be reached. */
public interface ClosingStore {
  /**
   * Keeps a closing if it is the next: one above the last, beginning where that ended.
   *
   * @return whether it is kept; of two at once, one is
   */
  Future<Boolean> add(Closing closing);

  /** Returns a shop's closing of that number. */
  Future<Optional<Closing>> find(AccountId shop, long number);

  /** Returns a shop's closings below a number, latest first. */
  Future<List<Closing>> list(AccountId shop, long before, int limit);

  /** Returns a shop's last closing. */
  default Future<Optional<Closing>> last(AccountId shop) {
    return list(shop, Long.MAX_VALUE, 1).map(list -> list.stream().findFirst());
  }
}
