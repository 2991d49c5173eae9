package org.omloop.server.stickers;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.payment.StickerId;

/** Keeps printed codes. Thread-safe. */
public interface StickerStore {
  /** How many codes an account may have that count: more than a shop has counters and prices. */
  int MOST = 200;

  /**
   * Keeps a new code.
   *
   * @param jws as the payee signed it
   * @return whether it is kept: false where another has its id, or the payee has too many
   */
  Future<Boolean> add(Sticker sticker, String jws);

  /** Finds a code, also one that was replaced. */
  Future<Optional<Sticker>> find(StickerId id);

  /** Returns an account's codes, the newest first. */
  Future<List<Sticker>> of(AccountId payee);

  /** Ends a code of the payee's; a second time changes nothing. */
  Future<Void> replace(StickerId id, AccountId payee, long now);

  /** Ends all codes of a payee's, also those that were replaced, without a trace. */
  Future<Void> forget(AccountId payee);
}
