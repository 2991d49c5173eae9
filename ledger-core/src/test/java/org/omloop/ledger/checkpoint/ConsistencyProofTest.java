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

class ConsistencyProofTest {
  private static final int MOST = 70;
  private static final GrownTree GROWN = GrownTree.ofSize(MOST);

  @Test
  void everyPairOfSizesIsConnected() {
    for (int second = 0; second <= MOST; second++) {
      for (int first = 0; first <= second; first++) {
        assertTrue(
            proof(first, second).connects(GROWN.root(first), GROWN.root(second)),
            first + " to " + second);
      }
    }
  }

  @Test
  void otherRootsAreNotConnected() {
    for (int second = 2; second <= MOST; second++) {
      for (int first = 1; first < second; first++) {
        ConsistencyProof proof = proof(first, second);
        assertFalse(proof.connects(GROWN.root(first - 1), GROWN.root(second)));
        assertFalse(proof.connects(GROWN.root(first), GROWN.root(second - 1)));
      }
    }
  }

  @Test
  void rewrittenHistoryIsNotConnected() {
    GrownTree rewritten = new GrownTree();
    for (int index = 0; index < MOST; index++) {
      rewritten.append(index == 20 ? GrownTree.leaf(2000) : GrownTree.leaf(index));
    }
    ConsistencyProof proof = ConsistencyProof.create(33, MOST, rewritten.hashes);
    assertTrue(proof.connects(rewritten.root(33), rewritten.root(MOST)));
    assertFalse(proof.connects(GROWN.root(33), rewritten.root(MOST)));
  }

  @Property(tries = 300)
  void changedPathIsRefused(
      @ForAll @IntRange(min = 2, max = MOST) int second,
      @ForAll @IntRange(max = MOST) int someFirst,
      @ForAll @IntRange(max = 8) int somePlace) {
    int first = 1 + someFirst % (second - 1);
    List<Hash> path = proof(first, second).path();
    int place = somePlace % path.size();
    List<Hash> changed = new ArrayList<>(path);
    changed.set(place, Hash.EMPTY_ROOT);
    assertRefused(first, second, changed);
    changed.remove(place);
    assertRefused(first, second, changed);
    List<Hash> longer = new ArrayList<>(path);
    longer.add(Hash.EMPTY_ROOT);
    assertRefused(first, second, longer);
  }

  @Test
  void emptyPathProvesNothingBetweenDifferentSizes() {
    assertRefused(3, 7, List.of());
    assertRefused(4, 7, List.of());
  }

  @Test
  void equalSizesNeedNoPath() {
    assertEquals(List.of(), proof(9, 9).path());
    assertFalse(
        new ConsistencyProof(9, 9, List.of(GROWN.root(9))).connects(GROWN.root(9), GROWN.root(9)));
  }

  @Test
  void onlyTheEmptyRootIsTheBeginningOfAll() {
    assertFalse(proof(0, 9).connects(GROWN.root(1), GROWN.root(9)));
  }

  @Test
  void shrinkingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> proof(5, 4));
    assertThrows(IllegalArgumentException.class, () -> proof(-1, 4));
  }

  private static ConsistencyProof proof(int first, int second) {
    return ConsistencyProof.create(first, second, GROWN.hashes);
  }

  private static void assertRefused(int first, int second, List<Hash> path) {
    assertFalse(
        new ConsistencyProof(first, second, path).connects(GROWN.root(first), GROWN.root(second)));
  }
}
