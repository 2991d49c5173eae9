package org.omloop.server;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.InclusionProof;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.Tile;
import org.omloop.ledger.order.OrderId;
import org.omloop.server.http.view.JournalView;
import org.omloop.server.http.view.RedemptionState;

/** The books as the API reads them. Thread-safe. */
record BooksView(Bookkeeping books) implements JournalView {
  @Override
  public Future<Optional<byte[]>> leaf(long index) {
    return books.reader().leaf(index);
  }

  @Override
  public Future<List<byte[]>> leaves(long from, int count) {
    return books.reader().leaves(from, count);
  }

  @Override
  public Future<Optional<Long>> indexOf(OrderId order) {
    return books.reader().indexOf(order);
  }

  @Override
  public Future<List<byte[]>> leavesOf(AccountId account, long before, int limit) {
    return books.reader().leavesOf(account, before, limit);
  }

  @Override
  public Future<List<byte[]>> leavesOf(
      AccountId account, long fromMicros, long untilMicros, long size) {
    return books.reader().leavesOf(account, fromMicros, untilMicros, size);
  }

  @Override
  public Future<Long> balanceBefore(AccountId account, long micros, long size) {
    return books.reader().balanceBefore(account, micros, size);
  }

  @Override
  public Future<Map<OrderId, Long>> refunded(AccountId account, List<OrderId> orders, long size) {
    return books.reader().refunded(account, orders, size);
  }

  @Override
  public Future<List<byte[]>> leavesBetween(AccountId account, long from, long until, int limit) {
    return books.reader().leavesBetween(account, from, until, limit);
  }

  /** The last leaf's proof in a tree of that size leads to the tree's root. */
  @Override
  public Future<Hash> rootAt(long size) {
    long last = size - 1;
    return books.reader().leaf(last).compose(leaf -> books
        .tiles()
        .load(InclusionProof.tiles(last, size))
        .map(hashes -> InclusionProof.create(last, size, hashes)
            .root(Hash.leaf(leaf.orElseThrow()))
            .orElseThrow()));
  }

  @Override
  public Future<List<byte[]>> redemptions(RedemptionState state, long size, long from, int limit) {
    return books.reader().redemptions(state.wireName(), size, from, limit);
  }

  @Override
  public Future<List<byte[]>> redemptions(List<OrderId> orders) {
    return books.reader().redemptions(orders);
  }

  @Override
  public Future<List<byte[]>> redemptions(AccountId account, int limit) {
    return books.reader().redemptions(account, limit);
  }

  @Override
  public Future<List<byte[]>> settlements(List<OrderId> redemptions) {
    return books.reader().settlements(redemptions);
  }

  @Override
  public Future<Receipt> receipt(long index) {
    return books.receipts().receipt(index);
  }

  @Override
  public Future<Optional<byte[]>> tile(Tile tile) {
    return books.tiles().read(tile);
  }
}
