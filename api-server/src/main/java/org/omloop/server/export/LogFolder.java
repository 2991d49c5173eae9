package org.omloop.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.checkpoint.EntryBundle;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.JournalTree;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.Tile;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;

/**
 * The journal as a log in files, for {@code omloop verify} and for any program that reads C2SP tlog-tiles: hash tiles,
 * entry bundles, the signed checkpoint and the log's key. Hashes are worked out from the entries and not copied.
 */
public final class LogFolder implements ExportForm {
  private static final String README = """
      The journal of a local currency, for whoever checks it.

        log.vkey       the log's public key: compare it with the one you were given earlier
        checkpoint     the signed head over all entries (C2SP tlog-checkpoint)
        tile/          hash tiles and, in tile/entries, the entries themselves (C2SP tlog-tiles)

      Check it, on a computer of your own and without any network:

        ./omloop verify DIR

      The entries show which account paid which. Accounts have no names here, but treat the
      folder as confidential all the same.
      """;

  private final Path folder;
  private final Set<Path> made = new HashSet<>();
  private final JournalTree tree = JournalTree.empty();
  private final Map<Integer, ByteArrayOutputStream> unfinished = new HashMap<>();
  private final List<Leaf> bundle = new ArrayList<>(Tile.FULL_WIDTH);
  private final List<Tile> full = new ArrayList<>();

  /** Writes into a folder, which is made when it is not there. */
  public LogFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public void take(JournalEntry entry, byte[] leaf, Ledger after) throws IOException {
    tree.append(Hash.leaf(leaf), this::keep);
    bundle.add(Leaf.of(leaf));
    if (bundle.size() == Tile.FULL_WIDTH) {
      writeBundle(entry.index() / Tile.FULL_WIDTH);
    }
    for (Tile tile : full) {
      writeTile(tile);
    }
    full.clear();
  }

  /** Only hashes of every eighth level of the tree stand in tiles. */
  private void keep(int level, long index, Hash hash) {
    if (level % Tile.HEIGHT != 0) {
      return;
    }
    int row = level / Tile.HEIGHT;
    unfinished.computeIfAbsent(row, each -> new ByteArrayOutputStream()).writeBytes(hash.toBytes());
    if ((index + 1) % Tile.FULL_WIDTH == 0) {
      full.add(new Tile(row, index / Tile.FULL_WIDTH, Tile.FULL_WIDTH));
    }
  }

  private void writeTile(Tile tile) throws IOException {
    ByteArrayOutputStream hashes =
        unfinished.getOrDefault(tile.level(), new ByteArrayOutputStream());
    write(tile.path(), hashes.toByteArray());
    hashes.reset();
  }

  private void writeBundle(long index) throws IOException {
    EntryBundle written = new EntryBundle(index, bundle.size());
    write(written.path(), written.encode(bundle));
    bundle.clear();
  }

  @Override
  public void finish(String checkpoint, Ledger end) throws IOException {
    if (!bundle.isEmpty()) {
      writeBundle(tree.size() / Tile.FULL_WIDTH);
    }
    for (Tile tile : Tile.all(tree.size())) {
      if (!tile.isFull()) {
        writeTile(tile);
      }
    }
    String key = end.genesis().map(Order.Genesis::logKey).orElseThrow();
    write("log.vkey", (key + "\n").getBytes(UTF_8));
    write("checkpoint", checkpoint.getBytes(UTF_8));
    write("README.txt", README.getBytes(UTF_8));
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Path parent = file.getParent();
    if (parent != null && made.add(parent)) {
      Files.createDirectories(parent);
    }
    Files.write(file, bytes);
  }

  @Override
  public void close() {}
}
