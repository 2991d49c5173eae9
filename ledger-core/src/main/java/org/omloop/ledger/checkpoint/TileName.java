package org.omloop.ledger.checkpoint;

import java.util.Locale;

/**
 * Index and width as they stand in paths of tiles and entry bundles (C2SP tlog-tiles): the index in groups of three
 * digits, all but the last with an {@code x} before it, and {@code .p/WIDTH} for what is partial.
 */
record TileName(long index, int width) {
  private static final int GROUP = 1000;
  private static final String PARTIAL = ".p/";

  /** Reads a name; throws {@link IllegalArgumentException} unless it is the one {@link #text} of an index and width. */
  static TileName parse(String text) {
    int partial = text.indexOf(PARTIAL);
    String groups = partial < 0 ? text : text.substring(0, partial);
    int width = partial < 0
        ? Tile.FULL_WIDTH
        : Integer.parseInt(text.substring(partial + PARTIAL.length()));
    TileName name = new TileName(Long.parseLong(groups.replace("x", "").replace("/", "")), width);
    if (!name.text().equals(text)) {
      throw new IllegalArgumentException("Not the name of a tile");
    }
    return name;
  }

  String text() {
    StringBuilder text = new StringBuilder(digits(index));
    for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
      text.insert(0, "x" + digits(rest) + "/");
    }
    return width == Tile.FULL_WIDTH ? text.toString() : text + PARTIAL + width;
  }

  private static String digits(long number) {
    return String.format(Locale.ROOT, "%03d", number % GROUP);
  }
}
