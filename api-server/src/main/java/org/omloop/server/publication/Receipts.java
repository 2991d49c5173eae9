package org.omloop.server.publication;

import io.vertx.core.Future;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.omloop.ledger.checkpoint.InclusionProof;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.SignedCheckpoint;

/**
 * Receipts for entries that are in the journal, made against the checkpoint of the moment.
 *
 * <p>Thread-safe.
 */
public final class Receipts {
  private final LongFunction<Future<Optional<byte[]>>> leaf;
  private final Tiles tiles;
  private final Supplier<Optional<SignedCheckpoint>> head;

  public Receipts(
      LongFunction<Future<Optional<byte[]>>> leaf,
      Tiles tiles,
      Supplier<Optional<SignedCheckpoint>> head) {
    this.leaf = leaf;
    this.tiles = tiles;
    this.head = head;
  }

  /** Returns an entry's receipt; fails with {@link NoSuchElementException} when the head does not cover the index. */
  public Future<Receipt> receipt(long index) {
    Optional<SignedCheckpoint> covering =
        head.get().filter(each -> index >= 0 && index < each.checkpoint().size());
    if (covering.isEmpty()) {
      return Future.failedFuture(new NoSuchElementException("no entry " + index));
    }
    long size = covering.get().checkpoint().size();
    return leaf.apply(index).compose(bytes -> tiles
        .load(InclusionProof.tiles(index, size))
        .map(hashes -> new Receipt(
            Leaf.of(bytes.orElseThrow()),
            InclusionProof.create(index, size, hashes),
            covering.get())));
  }
}
