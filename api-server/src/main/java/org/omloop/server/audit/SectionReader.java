package org.omloop.server.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.omloop.ledger.checkpoint.EntryBundle;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.checkpoint.Tile;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.journal.LeafDecoder;

/**
 * Reads entry bundles with their hash tiles of level 0. At a journal's cut-off end it takes the narrower files that an
 * earlier export left, so that the first missing entry can be named. Thread-safe.
 *
 * @param size how many entries the journal says to have
 */
record SectionReader(ExportedFiles files, long size) {
  private static final int LENGTH_BYTES = 2;

  /** Returns the section of that number, from 0. */
  Section read(long number) {
    long first = number * Tile.FULL_WIDTH;
    int width = (int) Math.min(Tile.FULL_WIDTH, size - first);
    List<Finding> findings = new ArrayList<>();
    List<byte[]> leaves = leaves(number, first, width, findings);
    byte[] hashes = hashes(number, first, width, findings);
    List<ReadLeaf> read = new ArrayList<>(leaves.size());
    boolean same = true;
    for (int at = 0; at < leaves.size(); at++) {
      ReadLeaf leaf = read(first + at, leaves.get(at));
      read.add(leaf);
      if (same && (at + 1) * Hash.BYTES <= hashes.length && !stands(leaf.hash(), hashes, at)) {
        same = false; // one finding a section: more would say the same
        findings.add(Finding.at(
            first + at,
            Check.TREE,
            "entry " + (first + at) + " is not the one whose hash stands in "
                + new Tile(0, number, width).path() + ": entry or tile has been changed"));
      }
    }
    return new Section(width, read, findings);
  }

  private static boolean stands(Hash hash, byte[] hashes, int at) {
    int offset = at * Hash.BYTES;
    return Arrays.equals(hash.toBytes(), Arrays.copyOfRange(hashes, offset, offset + Hash.BYTES));
  }

  private byte[] hashes(long number, long first, int width, List<Finding> findings) {
    byte[] hashes = widest(width, first, each -> new Tile(0, number, each).path(), findings);
    int whole = hashes.length / Hash.BYTES;
    if (findings.isEmpty() && hashes.length != width * Hash.BYTES) {
      findings.add(Finding.at(
          first + Math.min(whole, width - 1),
          Check.FILES,
          new Tile(0, number, width).path() + " has " + hashes.length + " bytes instead of "
              + width * Hash.BYTES));
    }
    return hashes;
  }

  private List<byte[]> leaves(long number, long first, int width, List<Finding> findings) {
    String path = new EntryBundle(number, width).path();
    ByteBuffer rest = ByteBuffer.wrap(
        widest(width, first, each -> new EntryBundle(number, each).path(), findings));
    List<byte[]> leaves = new ArrayList<>(width);
    while (rest.remaining() >= LENGTH_BYTES && leaves.size() < width) {
      byte[] leaf = new byte[Short.toUnsignedInt(rest.getShort())];
      if (leaf.length > rest.remaining()) {
        break;
      }
      rest.get(leaf);
      leaves.add(leaf);
    }
    long next = first + leaves.size();
    if (leaves.size() < width && findings.isEmpty()) {
      findings.add(Finding.at(next, Check.FILES, path + " ends in or before entry " + next));
    } else if (leaves.size() < width) {
      findings.add(Finding.at(next, Check.FILES, "entries from " + next + " on are missing"));
    } else if (rest.hasRemaining()) {
      findings.add(Finding.at(next - 1, Check.FILES, path + " goes on behind entry " + (next - 1)));
    }
    return leaves;
  }

  /** Returns a file's bytes; when it is missing, those of the widest one that is there. */
  private byte[] widest(int width, long first, IntFunction<String> path, List<Finding> findings) {
    Optional<byte[]> whole = files.read(path.apply(width));
    if (whole.isPresent()) {
      return whole.get();
    }
    for (int narrower = width - 1; narrower > 0; narrower--) {
      Optional<byte[]> part = files.read(path.apply(narrower));
      if (part.isPresent()) {
        findings.add(Finding.at(
            first + narrower,
            Check.FILES,
            path.apply(width) + " is missing; what is there ends with " + path.apply(narrower)));
        return part.get();
      }
    }
    findings.add(Finding.at(first, Check.FILES, path.apply(width) + " is missing"));
    return new byte[0];
  }

  private static ReadLeaf read(long place, byte[] bytes) {
    Hash hash = Hash.leaf(bytes);
    try {
      JournalEntry entry = LeafDecoder.decode(bytes);
      return entry.index() == place
          ? new ReadLeaf(hash, Optional.of(entry), Optional.empty())
          : faulty(hash, place, "is not here: in its place stands entry " + entry.index());
    } catch (RuntimeException e) {
      // Whatever a forged leaf makes the decoder stumble over, it is no leaf.
      return faulty(hash, place, String.valueOf(e.getMessage()));
    }
  }

  private static ReadLeaf faulty(Hash hash, long place, String what) {
    return new ReadLeaf(
        hash,
        Optional.empty(),
        Optional.of(Finding.at(place, Check.LEAVES, "entry " + place + " " + what)));
  }
}
