package org.omloop.ledger.circulation.disclosure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table of two rows and two columns: 0 1 over 2 3. */
class RoomTest {
  private static final BitSet TOP = set(0, 1);
  private static final BitSet BOTTOM = set(2, 3);
  private static final BitSet LEFT = set(0, 2);
  private static final BitSet RIGHT = set(1, 3);
  private static final long[] EVEN = {1000, 1000, 1000, 1000};

  private static BitSet set(int... groups) {
    BitSet set = new BitSet();
    Arrays.stream(groups).forEach(set::set);
    return set;
  }

  @Test
  void aCellIsFixedWhenItsNeighbourIsShown() {
    assertFalse(new Room(List.of(TOP, set(1)), EVEN).isWiderThan(1, set(0)));
  }

  @Test
  void fourHiddenCellsMoveBetweenAllTotals() {
    Room room = new Room(List.of(TOP, BOTTOM, LEFT, RIGHT), EVEN);
    assertTrue(room.isWiderThan(1500, set(0)), "from 0 to 2,000");
    assertFalse(room.isWiderThan(2001, set(0)), "beyond 0 to 2,000");
    assertFalse(room.isWiderThan(1, TOP), "a published total");
    assertFalse(room.isWiderThan(1, set(0, 1, 2, 3)), "a sum of published totals");
  }

  @Test
  void aSmallNeighbourGivesLittleRoom() {
    long[] amounts = {100_000, 100, 100, 100_000};
    Room room = new Room(List.of(TOP, BOTTOM, LEFT, RIGHT), amounts);
    assertFalse(room.isWiderThan(100_101, set(0)), "from 0 to 100,100");
    Room known = new Room(List.of(TOP, BOTTOM, LEFT, RIGHT, set(3)), amounts);
    assertFalse(known.isWiderThan(1, set(0)), "one shown cell tells all four");
  }

  @Test
  void nothingPublishedIsEndlessRoom() {
    assertTrue(new Room(List.of(), EVEN).isWiderThan(1e12, set(0)));
  }

  @Test
  void cellsBelowOneTotalShareItsRoom() {
    Room room = new Room(List.of(TOP), new long[] {1000, 10, 1, 1});
    assertFalse(room.isWiderThan(1011, set(0)), "beyond 0 to 1,010");
    assertTrue(room.isWiderThan(200, set(0)));
  }
}
