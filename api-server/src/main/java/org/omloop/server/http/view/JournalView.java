package org.omloop.server.http.view;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.Tile;
import org.omloop.ledger.order.OrderId;

/**
 * What the API reads of the journal, as far as it is committed. A future fails when the journal cannot be reached.
 * Thread-safe.
 */
public interface JournalView {
  /** Returns the leaf of that index; empty when there is none. */
  Future<Optional<byte[]>> leaf(long index);

  /** Returns up to so many leaves from an index on, in order. */
  Future<List<byte[]>> leaves(long from, int count);

  /** Returns the index of the entry that decided an order. */
  Future<Optional<Long>> indexOf(OrderId order);

  /** Returns the leaves that moved an account's money, of entries below an index, latest first. */
  Future<List<byte[]>> leavesOf(AccountId account, long before, int limit);

  /**
   * Returns the leaves that moved an account's money and were booked in a half-open span of unix microseconds, of
   * entries below the size, in order.
   */
  Future<List<byte[]>> leavesOf(AccountId account, long fromMicros, long untilMicros, long size);

  /** Returns an account's balance just before a booking time, by entries below the size, in minor units. */
  Future<Long> balanceBefore(AccountId account, long micros, long size);

  /**
   * Returns how much refunds gave back of each of these orders, by entries below the size, in minor units; orders
   * without a refund are left out.
   *
   * @param account the payer or the payee of all of them
   */
  Future<Map<OrderId, Long>> refunded(AccountId account, List<OrderId> orders, long size);

  /** Returns the leaves that moved an account's money, of a half-open span of indexes, up to so many, in order. */
  Future<List<byte[]>> leavesBetween(AccountId account, long from, long until, int limit);

  /** Returns the root over the first entries, at least one and at most all. */
  Future<Hash> rootAt(long size);

  /** Returns the leaves of redemptions that were in a state when the journal had that size, from an index on, in order. */
  Future<List<byte[]>> redemptions(RedemptionState state, long size, long from, int limit);

  /** Returns the leaves of those redemptions that were posted, in order. */
  Future<List<byte[]>> redemptions(List<OrderId> orders);

  /** Returns the leaves of an account's redemptions, latest first. */
  Future<List<byte[]>> redemptions(AccountId account, int limit);

  /** Returns the leaves that say what became of those redemptions, in order. */
  Future<List<byte[]>> settlements(List<OrderId> redemptions);

  /** Returns an entry's receipt under the latest checkpoint; the entry is known to be there. */
  Future<Receipt> receipt(long index);

  /** Returns a hash tile; empty when the journal does not reach that far. */
  Future<Optional<byte[]>> tile(Tile tile);
}
