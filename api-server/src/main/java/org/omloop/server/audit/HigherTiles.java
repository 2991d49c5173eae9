package org.omloop.server.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.HashPosition;
import org.omloop.ledger.checkpoint.HashWriter;
import org.omloop.ledger.checkpoint.Tile;

/**
 * Compares every hash that the growing tree completes above level 0 with the tile it stands in. Holds one tile a level.
 * Confined to the verifying thread.
 */
final class HigherTiles implements HashWriter {
  private record Loaded(Tile tile, Optional<byte[]> hashes) {}

  private final ExportedFiles files;
  private final long size;
  private final Findings findings;
  private final Map<Integer, Loaded> current = new HashMap<>();

  HigherTiles(ExportedFiles files, long size, Findings findings) {
    this.files = files;
    this.size = size;
    this.findings = findings;
  }

  @Override
  public void write(int level, long index, Hash hash) {
    if (level == 0 || level % Tile.HEIGHT != 0) {
      return;
    }
    Tile tile = Tile.holding(new HashPosition(level, index), size);
    Loaded loaded = current.get(level);
    if (loaded == null || !loaded.tile().equals(tile)) {
      loaded = load(tile);
      current.put(level, loaded);
    }
    int offset = (int) (index % Tile.FULL_WIDTH) * Hash.BYTES;
    boolean same = loaded
        .hashes()
        .map(hashes ->
            Arrays.equals(hashes, offset, offset + Hash.BYTES, hash.toBytes(), 0, Hash.BYTES))
        .orElse(true); // that it is missing has been said
    if (!same) {
      differs(tile, index << level, (index + 1) << level);
    }
  }

  /** Where one of those entries is known to be bad, it is the reason. */
  private void differs(Tile tile, long from, long until) {
    findings.add(Finding.at(
        findings.firstWithin(from, until).orElse(from),
        Check.TREE,
        tile.path() + " is not what the entries from " + from + " to " + (until - 1) + " lead to"));
  }

  /** A tile that is missing leaves no entry unproven: all hashes are worked out from the entries. */
  private Loaded load(Tile tile) {
    int bytes = tile.width() * Hash.BYTES;
    Optional<byte[]> hashes = files.read(tile.path());
    if (hashes.isEmpty()) {
      findings.add(Finding.ofNone(Check.FILES, tile.path() + " is missing"));
    } else if (hashes.get().length != bytes) {
      findings.add(Finding.ofNone(
          Check.FILES, tile.path() + " has " + hashes.get().length + " bytes instead of " + bytes));
    }
    return new Loaded(tile, hashes.filter(each -> each.length == bytes));
  }
}
