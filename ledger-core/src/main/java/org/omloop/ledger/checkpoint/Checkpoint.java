package org.omloop.ledger.checkpoint;

/**
 * What a log stands for at one moment: its name, how many entries it has, and the hash over all of them (C2SP
 * tlog-checkpoint, without extension lines).
 *
 * @param origin the name of the log, also that of its key: no white space, no plus
 * @param size the number of entries, from 0
 * @param root the hash over these entries
 */
public record Checkpoint(String origin, long size, Hash root) {
  public Checkpoint {
    KeyName.require(origin);
    if (size < 0) {
      throw new IllegalArgumentException("A tree has no negative size");
    }
    if (size == 0 && !root.equals(Hash.EMPTY_ROOT)) {
      throw new IllegalArgumentException("The tree without leaves has one root only");
    }
  }

  /** The checkpoint of a tree as it is now. */
  public static Checkpoint of(String origin, JournalTree tree) {
    return new Checkpoint(origin, tree.size(), tree.root());
  }

  /** Reads the three lines of {@link #text}; throws {@link IllegalArgumentException} for any other text. */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 4 || !lines[3].isEmpty()) {
      throw new IllegalArgumentException("A checkpoint has three lines");
    }
    return new Checkpoint(lines[0], DecimalText.parse(lines[1]), Hash.parse(lines[2]));
  }

  /** What the log signs: origin, size and root in base64, each ended by a newline. */
  public String text() {
    return origin + "\n" + size + "\n" + root + "\n";
  }
}
