package org.omloop.ledger.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;

/**
 * Whatever comes, in whatever order: core and reference decide alike, balances add up to zero, nobody spends what is
 * not there, and the journal leads to the same state again.
 */
class RandomWalkTest {
  private static final int STEPS = 120;

  @Test
  void coreAndReferenceAgreeAtEveryStep() {
    long first = Effort.seed(RandomWalkTest.class);
    WalkTally tally = new WalkTally();
    for (long seed = first; seed < first + Effort.of(40, 2_000); seed++) {
      walk(seed, tally);
    }

    assertEquals(Set.of(), tally.missing(), () -> "never came in " + tally);
    assertTrue(
        tally.posted() * 3 > tally.refused() && tally.refused() * 3 > tally.posted(),
        () -> "neither the good nor the bad are a handful: " + tally);
    assertTrue(tally.replayed() > 0 && tally.conflicting() > 0, tally::toString);
  }

  private static void walk(long seed, WalkTally tally) {
    try {
      new RandomWalk(seed, tally).run(STEPS);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("the walk of seed " + seed + ": " + e.getMessage(), e);
    }
  }
}
