package org.omloop.server.http.closing;

import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.closings.Cashiers;
import org.omloop.server.closings.Tally;

/**
 * What a shop took over a stretch of the journal, and what ties it to the journal and to the account's balance.
 *
 * @param stretch which entries
 * @param cashiers names the keys in it
 * @param only the key whose sales alone it is about
 * @param balances of the account, before and after; empty when it is about one key
 */
record Report(
    Stretch stretch,
    Tally tally,
    Cashiers cashiers,
    Optional<KeyId> only,
    Optional<Balances> balances) {
  /**
   * A stretch of the journal that a closing is about, or would be.
   *
   * @param number the closing's
   * @param first index of the first entry
   * @param size of the journal at its end
   * @param root at that size
   */
  record Stretch(AccountId shop, long number, long first, long size, Hash root) {}

  /** A shop's balance before and after a stretch, in minor units. */
  record Balances(long opening, long closing) {
    /** What changed the balance beside sales and refunds: what the shop itself paid, redeemed, was granted. */
    long other(Tally tally) {
      return closing - opening - (tally.all().net() - tally.all().contributions());
    }
  }
}
