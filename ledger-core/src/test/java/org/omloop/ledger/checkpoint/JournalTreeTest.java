package org.omloop.ledger.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTreeTest {
  private static final List<String> LEAVES = List.of(
      "",
      "00",
      "10",
      "2021",
      "3031",
      "40414243",
      "5051525354555657",
      "606162636465666768696a6b6c6d6e6f");
  private static final List<String> ROOTS = List.of(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void firstNineTreesHaveTheKnownRoots() {
    assertRoots(LEAVES, ROOTS);
  }

  @Test
  void outsideVectorsAgree() throws IOException {
    Path file = Path.of("../../shared/vectors/merkle/rfc6962_small_trees.json");
    assumeTrue(Files.exists(file), "SKIPPED: no Merkle vectors at " + file.toAbsolutePath());
    assertRoots(strings(file, "leaves"), strings(file, "roots"));
  }

  @Test
  void rootIsThatOfTheDefinition() {
    GrownTree grown = GrownTree.ofSize(130);
    for (int size = 0; size <= 130; size++) {
      assertEquals(definition(grown.leaves.subList(0, size)), grown.root(size), "size " + size);
    }
  }

  @Test
  void eachCompleteSubtreeIsHandedOverOnce() {
    List<HashPosition> completed = new ArrayList<>();
    JournalTree tree = JournalTree.empty();
    for (int index = 0; index < 8; index++) {
      tree.append(
          GrownTree.leaf(index).hash(),
          (level, place, hash) -> completed.add(new HashPosition(level, place)));
    }
    assertEquals(
        List.of(
            new HashPosition(0, 0),
            new HashPosition(0, 1),
            new HashPosition(1, 0),
            new HashPosition(0, 2),
            new HashPosition(0, 3),
            new HashPosition(1, 1),
            new HashPosition(2, 0),
            new HashPosition(0, 4),
            new HashPosition(0, 5),
            new HashPosition(1, 2),
            new HashPosition(0, 6),
            new HashPosition(0, 7),
            new HashPosition(1, 3),
            new HashPosition(2, 1),
            new HashPosition(3, 0)),
        completed);
  }

  @Test
  void copyStaysWhereItWas() {
    GrownTree grown = GrownTree.ofSize(77);
    JournalTree before = grown.tree.copy();
    GrownTree.ofSize(3).leaves.forEach(grown::append);
    assertEquals(77, before.size());
    assertEquals(grown.root(77), before.root());
    before.append(grown.leafHash(77), (level, index, hash) -> {});
    assertEquals(grown.root(78), before.root());
  }

  @Test
  void loadedTreeGrowsOnAsTheOriginal() {
    GrownTree grown = GrownTree.ofSize(300);
    for (int size : new int[] {0, 1, 2, 3, 127, 128, 255, 256, 257, 299}) {
      JournalTree loaded = JournalTree.load(size, grown.hashes);
      assertEquals(grown.root(size), loaded.root(), "size " + size);
      loaded.append(grown.leafHash(size), (level, index, hash) -> {});
      assertEquals(grown.root(size + 1), loaded.root(), "size " + size + " and one more");
    }
  }

  @Test
  void batchAndFrontierSufficeForTheProofsOfTheBatch() {
    for (int before : new int[] {0, 1, 5, 64, 255, 256, 300}) {
      JournalTree tree = GrownTree.ofSize(before).tree;
      RecentHashes recent = RecentHashes.startingAt(tree);
      for (int index = before; index < before + 70; index++) {
        tree.append(GrownTree.leaf(index).hash(), recent);
      }
      for (int index = before; index < before + 70; index++) {
        InclusionProof proof = InclusionProof.create(index, before + 70, recent);
        assertTrue(proof.leads(GrownTree.leaf(index).hash(), tree.root()), "leaf " + index);
      }
    }
  }

  private static void assertRoots(List<String> leaves, List<String> roots) {
    JournalTree tree = JournalTree.empty();
    assertEquals(roots.get(0), hex(tree.root()));
    for (int index = 0; index < leaves.size(); index++) {
      tree.append(
          Hash.leaf(HexFormat.of().parseHex(leaves.get(index))), (level, place, hash) -> {});
      assertEquals(roots.get(index + 1), hex(tree.root()), "size " + tree.size());
    }
  }

  /** MTH of RFC 6962 §2.1, as it is written there. */
  private static Hash definition(List<Leaf> leaves) {
    if (leaves.isEmpty()) {
      return Hash.EMPTY_ROOT;
    }
    if (leaves.size() == 1) {
      return leaves.get(0).hash();
    }
    int middle = Integer.highestOneBit(leaves.size() - 1);
    return Hash.node(
        definition(leaves.subList(0, middle)), definition(leaves.subList(middle, leaves.size())));
  }

  private static String hex(Hash hash) {
    return HexFormat.of().formatHex(hash.toBytes());
  }

  private static List<String> strings(Path file, String name) throws IOException {
    List<String> strings = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
      while (!name.equals(json.currentName()) || json.currentToken() != JsonToken.START_ARRAY) {
        json.nextToken();
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        strings.add(json.getText());
      }
    }
    return strings;
  }
}
