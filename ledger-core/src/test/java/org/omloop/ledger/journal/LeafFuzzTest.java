package org.omloop.ledger.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.RandomGenerator;
import org.omloop.ledger.Effort;
import org.omloop.ledger.order.Mutation;

/** Whatever the bytes: a leaf is read only if it would be written just so, and otherwise is malformed. */
class LeafFuzzTest {
  private static final int LEAVES = 100;

  @Example
  void damagedLeavesAreMalformedOrStillCanonical() {
    long seed = Effort.seed(LeafFuzzTest.class);
    List<byte[]> leaves = leaves(new Random(seed));
    int inputs = Effort.of(10_000, 10_000_000);
    int accepted = 0;
    for (int input = 0; input < inputs; input++) {
      Random random = new Random(seed * 31 + input);
      byte[] leaf = Mutation.of(leaves.get(random.nextInt(LEAVES)), random);
      accepted += isAccepted(leaf, input) ? 1 : 0;
    }
    assertTrue(accepted > inputs / 1000, "too few still leaves to tell: " + accepted);
    assertTrue(accepted < inputs / 2, "too few malformed to tell: " + (inputs - accepted));
  }

  private static boolean isAccepted(byte[] leaf, int input) {
    try {
      assertArrayEquals(leaf, LeafDecoder.decode(leaf).leaf(), () -> "input " + input);
      return true;
    } catch (MalformedLeaf malformed) {
      return false;
    } catch (RuntimeException other) {
      throw new AssertionError("input " + input + " throws: " + LeafDecoder.text(leaf), other);
    }
  }

  private static List<byte[]> leaves(Random random) {
    RandomGenerator<JournalEntry> entries = AnyEntry.entry().generator(1000);
    List<byte[]> leaves = new ArrayList<>();
    while (leaves.size() < LEAVES) {
      leaves.add(entries.next(random).value().leaf());
    }
    return leaves;
  }
}
