package org.omloop.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omloop.ledger.checkpoint.EntryBundle;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.Tile;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.Order;
import org.omloop.server.audit.ExportedFiles;
import org.omloop.server.publication.Tiles;

/** A kept journal in the form of an export, without one being written. Thread-safe: one file at a time is read. */
final class KeptFiles implements ExportedFiles {
  private final ExportedJournal journal;
  private final Tiles tiles;

  KeptFiles(ExportedJournal journal) {
    this.journal = journal;
    this.tiles = new Tiles(new Source(journal));
  }

  @Override
  public synchronized Optional<byte[]> read(String path) {
    if (path.equals("checkpoint")) {
      return Optional.of(journal.checkpoint().getBytes(UTF_8));
    }
    if (path.equals("log.vkey")) {
      return journal.leaves(0, 1).stream().findFirst().flatMap(KeptFiles::logKey);
    }
    return path.startsWith("tile/entries/")
        ? bundle(EntryBundle.parse(path))
        : Optional.of(path)
            .filter(each -> each.startsWith("tile/"))
            .flatMap(each -> tiles.read(Tile.parse(each)).result());
  }

  private static Optional<byte[]> logKey(byte[] leaf) {
    return LeafDecoder.decode(leaf).order().order() instanceof Order.Genesis genesis
        ? Optional.of((genesis.logKey() + "\n").getBytes(UTF_8))
        : Optional.empty();
  }

  private Optional<byte[]> bundle(EntryBundle bundle) {
    List<byte[]> leaves = journal.leaves(bundle.firstLeaf(), bundle.width());
    return leaves.size() < bundle.width()
        ? Optional.empty()
        : Optional.of(bundle.encode(leaves.stream().map(Leaf::of).toList()));
  }

  /** There is nothing but what is asked for. */
  @Override
  public Stream<String> below(String folder) {
    return Stream.empty();
  }

  /** Reads at once: every future is done. */
  private record Source(ExportedJournal journal) implements Tiles.Source {
    @Override
    public Future<List<byte[]>> leaves(long from, int count) {
      return Future.succeededFuture(journal.leaves(from, count));
    }

    @Override
    public Future<Optional<byte[]>> tile(int level, long tile) {
      return Future.succeededFuture(
          journal.kept().tiles(level, tile, 1).stream().findFirst());
    }

    @Override
    public Future<List<byte[]>> tiles(int level, long from, int count) {
      return Future.succeededFuture(journal.kept().tiles(level, from, count));
    }
  }
}
