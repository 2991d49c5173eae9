package org.omloop.server.demo.neighbourhood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The market's only source of choices gives the same ones on every machine. */
class ChanceTest {
  @Test
  void theStreamIsSplitMix64AsPublished() {
    Chance chance = new Chance(0);
    assertEquals(0xE220_A839_7B1D_CDAFL, chance.next());
    assertEquals(0x6E78_9E6A_A1B9_65F4L, chance.next());
    assertEquals(0x06C4_5D18_8009_454FL, chance.next());
  }

  @Test
  void streamsDifferBySeedAndByPurpose() {
    long one = Chance.of(7, "market").next();
    assertEquals(one, Chance.of(7, "market").next());
    assertNotEquals(one, Chance.of(8, "market").next());
    assertNotEquals(one, Chance.of(7, "neighbourhood").next());
  }

  @Test
  void everyNumberBelowTheBoundComesAboutEquallyOften() {
    Chance chance = new Chance(1);
    int[] counts = new int[7];
    for (int draw = 0; draw < 70_000; draw++) {
      counts[chance.below(7)]++;
    }
    assertTrue(IntStream.of(counts).allMatch(count -> count > 9_600 && count < 10_400));
  }

  @Test
  void weightsDecideHowOftenAPlaceComes() {
    Chance chance = new Chance(2);
    int[] counts = new int[3];
    for (int draw = 0; draw < 40_000; draw++) {
      counts[chance.weighted(1, 0, 3)]++;
    }
    assertEquals(0, counts[1]);
    assertTrue(counts[0] > 9_500 && counts[0] < 10_500);
  }

  @Test
  void shufflingKeepsTheMembers() {
    List<Integer> members = IntStream.range(0, 50).boxed().toList();
    List<Integer> shuffled = new Chance(3).shuffled(members);
    assertNotEquals(members, shuffled);
    assertEquals(members, shuffled.stream().sorted().toList());
  }
}
