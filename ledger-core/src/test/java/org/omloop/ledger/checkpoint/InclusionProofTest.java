package org.omloop.ledger.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InclusionProofTest {
  private static final int MOST = 300;
  private static final GrownTree GROWN = GrownTree.ofSize(MOST);

  @Test
  void everyLeafOfEverySizeIsProven() {
    for (int size = 1; size <= MOST; size++) {
      for (int index = 0; index < size; index++) {
        assertTrue(
            proof(index, size).leads(GROWN.leafHash(index), GROWN.root(size)),
            index + " of " + size);
      }
    }
  }

  @Property(tries = 300)
  void anotherPlaceIsRefused(
      @ForAll @IntRange(min = 2, max = MOST) int size,
      @ForAll @IntRange(max = MOST) int someIndex,
      @ForAll @IntRange(max = MOST) int someOther) {
    int index = someIndex % size;
    int other = someOther % size;
    List<Hash> path = proof(index, size).path();
    assertEquals(
        index == other,
        new InclusionProof(other, size, path).leads(GROWN.leafHash(index), GROWN.root(size)));
    assertEquals(index == other, proof(index, size).leads(GROWN.leafHash(other), GROWN.root(size)));
  }

  @Property(tries = 300)
  void anotherRootIsRefused(
      @ForAll @IntRange(min = 1, max = MOST) int size,
      @ForAll @IntRange(max = MOST) int otherSize,
      @ForAll @IntRange(max = MOST) int someIndex) {
    int index = someIndex % size;
    assertEquals(
        size == otherSize, proof(index, size).leads(GROWN.leafHash(index), GROWN.root(otherSize)));
  }

  @Property(tries = 300)
  void changedPathIsRefused(
      @ForAll @IntRange(min = 2, max = MOST) int size,
      @ForAll @IntRange(max = MOST) int someIndex,
      @ForAll @IntRange(max = 8) int somePlace) {
    int index = someIndex % size;
    List<Hash> path = proof(index, size).path();
    int place = somePlace % path.size();
    List<Hash> changed = new ArrayList<>(path);
    changed.set(place, Hash.EMPTY_ROOT);
    assertRefused(index, size, changed);
    changed.remove(place);
    assertRefused(index, size, changed);
    List<Hash> longer = new ArrayList<>(path);
    longer.add(place, path.get(place));
    assertRefused(index, size, longer);
    longer = new ArrayList<>(path);
    longer.add(Hash.EMPTY_ROOT);
    assertRefused(index, size, longer);
  }

  @Test
  void onlyLeafIsItsOwnRoot() {
    InclusionProof proof = proof(0, 1);
    assertEquals(List.of(), proof.path());
    assertTrue(proof.leads(GROWN.leafHash(0), GROWN.leafHash(0)));
  }

  @Test
  void nodeCannotPoseAsLeaf() {
    // A tree of two, shown as a tree of one whose leaf is the node.
    Hash node = GROWN.root(2);
    byte[] halves = new byte[64];
    System.arraycopy(GROWN.leafHash(0).toBytes(), 0, halves, 0, 32);
    System.arraycopy(GROWN.leafHash(1).toBytes(), 0, halves, 32, 32);
    assertFalse(proof(0, 1).leads(Leaf.of(halves).hash(), node));
  }

  @Test
  void placesOutsideTheTreeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> proof(0, 0));
    assertThrows(IllegalArgumentException.class, () -> proof(5, 5));
    assertThrows(IllegalArgumentException.class, () -> proof(-1, 5));
  }

  @Test
  void hugeIndexNeitherHangsNorOverflows() {
    InclusionProof proof =
        new InclusionProof(Long.MAX_VALUE - 1, Long.MAX_VALUE, List.of(Hash.EMPTY_ROOT));
    assertFalse(proof.leads(Hash.EMPTY_ROOT, Hash.EMPTY_ROOT));
  }

  private static InclusionProof proof(int index, int size) {
    return InclusionProof.create(index, size, GROWN.hashes);
  }

  private static void assertRefused(int index, int size, List<Hash> path) {
    assertFalse(
        new InclusionProof(index, size, path).leads(GROWN.leafHash(index), GROWN.root(size)));
  }
}
