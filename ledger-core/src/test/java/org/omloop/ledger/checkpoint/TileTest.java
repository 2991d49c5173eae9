package org.omloop.ledger.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
  /** Enough for two levels of tiles and a hash on the third. */
  private static final int MOST = 66_000;

  private static final GrownTree GROWN = GrownTree.ofSize(MOST);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 0, 1, tile/0/000.p/1",
    "0, 999, 256, tile/0/999",
    "1, 1000, 255, tile/1/x001/000.p/255",
    "4, 1234067, 256, tile/4/x001/x234/067",
    "4, 1234067, 8, tile/4/x001/x234/067.p/8",
    "63, 5, 256, tile/63/005"
  })
  void pathsAreThoseOfTheSpecification(int level, long index, int width, String path) {
    Tile tile = new Tile(level, index, width);
    assertEquals(path, tile.path());
    assertEquals(tile, Tile.parse(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/+1/000",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/0/x000/001",
        "tile/0/001/000",
        "tile/0/x001000",
        "tile/0/x1/000",
        "tile/0/-01",
        "tile/0/000/",
        "/tile/0/000",
        "tile/data/000",
        "tile/entries/000",
        "tile/0/x009/x223/x372/x036/x854/x775/808"
      })
  void otherPathsAreRefused(String path) {
    assertThrows(IllegalArgumentException.class, () -> Tile.parse(path));
  }

  @Property(tries = 200)
  void pathsReadBack(
      @ForAll @IntRange(max = 63) int level,
      @ForAll @LongRange(min = 0) long index,
      @ForAll @IntRange(min = 1, max = 256) int width) {
    Tile tile = new Tile(level, index, width);
    assertEquals(tile, Tile.parse(tile.path()));
  }

  @Test
  void allTilesAreThoseOfTheSpecification() {
    List<String> paths = Tile.all(70_000).stream().map(Tile::path).toList();
    assertEquals(273 + 1 + 1 + 1 + 1, paths.size());
    assertTrue(paths.containsAll(List.of(
        "tile/0/000",
        "tile/0/272",
        "tile/0/273.p/112",
        "tile/1/000",
        "tile/1/001.p/17",
        "tile/2/000.p/1")));
    assertEquals(
        List.of("tile/0/000", "tile/1/000.p/1"),
        Tile.all(256).stream().map(Tile::path).toList());
    assertEquals(List.of(), Tile.all(0));
  }

  @Property(tries = 300)
  void grownTilesAreTheDifference(
      @ForAll @IntRange(max = MOST) int one, @ForAll @IntRange(max = MOST) int other) {
    int first = Math.min(one, other);
    int second = Math.max(one, other);
    Set<Tile> expected = new HashSet<>(Tile.all(second));
    expected.removeAll(Set.copyOf(Tile.all(first)));
    List<Tile> grown = Tile.grown(first, second);
    assertEquals(expected, Set.copyOf(grown));
    assertEquals(expected.size(), grown.size());
  }

  @Property(tries = 60)
  void tilesHoldEveryHashOfTheTree(@ForAll @IntRange(min = 1, max = 1_200) int size) {
    TileReader tiles = loaded(Tile.all(size));
    for (int level = 0; size >> level > 0; level++) {
      for (long index = 0; index < size >> level; index++) {
        assertEquals(GROWN.hashes.read(level, index), tiles.read(level, index));
      }
    }
  }

  @Property(tries = 200)
  void theTilesNamedSufficeForInclusion(
      @ForAll @IntRange(min = 1, max = MOST) int size,
      @ForAll @IntRange(max = MOST) int someIndex) {
    int index = someIndex % size;
    Set<Tile> needed = InclusionProof.tiles(index, size);
    assertTrue(Set.copyOf(Tile.all(size)).containsAll(needed));
    InclusionProof proof = InclusionProof.create(index, size, loaded(needed));
    assertEquals(InclusionProof.create(index, size, GROWN.hashes), proof);
    assertTrue(proof.leads(GROWN.leafHash(index), GROWN.root(size)));
  }

  @Property(tries = 200)
  void theTilesNamedSufficeForConsistency(
      @ForAll @IntRange(max = MOST) int one, @ForAll @IntRange(max = MOST) int other) {
    int first = Math.min(one, other);
    int second = Math.max(one, other);
    Set<Tile> needed = ConsistencyProof.tiles(first, second);
    assertTrue(Set.copyOf(Tile.all(second)).containsAll(needed));
    ConsistencyProof proof = ConsistencyProof.create(first, second, loaded(needed));
    assertTrue(proof.connects(GROWN.root(first), GROWN.root(second)));
  }

  @Property(tries = 200)
  void theTilesNamedSufficeToLoadATree(@ForAll @IntRange(max = MOST) int size) {
    assertEquals(
        GROWN.root(size),
        JournalTree.load(size, loaded(JournalTree.tiles(size))).root());
  }

  @Test
  void hashesOutsideTheLoadedTilesAreMissing() {
    TileReader tiles = loaded(List.of(new Tile(0, 1, 10)));
    assertEquals(GROWN.leafHash(265), tiles.read(0, 265));
    assertEquals(GROWN.hashes.read(1, 132), tiles.read(1, 132));
    assertEquals(GROWN.hashes.read(3, 32), tiles.read(3, 32));
    assertThrows(NoSuchElementException.class, () -> tiles.read(0, 266));
    assertThrows(NoSuchElementException.class, () -> tiles.read(2, 66));
    assertThrows(NoSuchElementException.class, () -> tiles.read(0, 255));
    assertThrows(NoSuchElementException.class, () -> tiles.read(8, 1));
  }

  @Test
  void widerTilesReplaceNarrowerOnes() {
    Tile narrow = new Tile(0, 0, 3);
    Tile wide = new Tile(0, 0, 5);
    for (List<Tile> order : List.of(List.of(narrow, wide), List.of(wide, narrow))) {
      assertEquals(GROWN.leafHash(4), loaded(order).read(0, 4));
    }
  }

  @Test
  void dataOfAnotherLengthIsRefused() {
    TileReader tiles = new TileReader();
    assertThrows(IllegalArgumentException.class, () -> tiles.add(new Tile(0, 0, 2), new byte[63]));
    assertThrows(IllegalArgumentException.class, () -> tiles.add(new Tile(0, 0, 2), new byte[96]));
  }

  @Test
  void entryBundlesHoldTheLeavesInOrder() {
    List<Leaf> read = new ArrayList<>();
    for (EntryBundle bundle : EntryBundle.all(600)) {
      int first = (int) bundle.firstLeaf();
      byte[] data = bundle.encode(GROWN.leaves.subList(first, first + bundle.width()));
      read.addAll(bundle.decode(data));
    }
    assertEquals(GROWN.leaves.subList(0, 600), read);
    assertEquals(
        List.of("tile/entries/000", "tile/entries/001", "tile/entries/002.p/88"),
        EntryBundle.all(600).stream().map(EntryBundle::path).toList());
    for (EntryBundle bundle : EntryBundle.all(600)) {
      assertEquals(bundle, EntryBundle.parse(bundle.path()));
    }
  }

  @Test
  void entryBundlesPutTheLengthBeforeEachLeaf() {
    EntryBundle bundle = new EntryBundle(0, 3);
    byte[] data = bundle.encode(List.of(leaf("a"), leaf(""), leaf("b".repeat(258))));
    assertArrayEquals(new byte[] {0, 1, 'a', 0, 0, 1, 2, 'b'}, Arrays.copyOf(data, 8));
    assertEquals(2 + 1 + 2 + 2 + 258, data.length);
  }

  @Test
  void longestLeafFitsABundle() {
    EntryBundle bundle = new EntryBundle(0, 1);
    Leaf longest = Leaf.of(new byte[65_535]);
    assertEquals(List.of(longest), bundle.decode(bundle.encode(List.of(longest))));
    assertThrows(IllegalArgumentException.class, () -> Leaf.of(new byte[65_536]));
  }

  @Test
  void damagedBundlesAreRefused() {
    EntryBundle bundle = new EntryBundle(0, 2);
    byte[] data = bundle.encode(List.of(leaf("ab"), leaf("cd")));
    for (int length = 0; length < data.length; length++) {
      byte[] cut = Arrays.copyOf(data, length);
      assertThrows(IllegalArgumentException.class, () -> bundle.decode(cut), "length " + length);
    }
    byte[] longer = Arrays.copyOf(data, data.length + 2);
    assertThrows(IllegalArgumentException.class, () -> bundle.decode(longer));
  }

  private static Leaf leaf(String text) {
    return Leaf.of(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static TileReader loaded(Collection<Tile> tiles) {
    TileReader reader = new TileReader();
    tiles.forEach(tile -> reader.add(tile, tile.read(GROWN.hashes)));
    return reader;
  }
}
