package org.omloop.ledger.circulation.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Neighbourhoods such as {@code A11}, which lie in {@code A1}, which lies in {@code A}. */
class GatheringTest {
  private static Optional<String> parent(String word) {
    return word.length() > 1 ? Optional.of(word.substring(0, word.length() - 1)) : Optional.empty();
  }

  private static Gathering of(Map<String, Integer> members) {
    return Gathering.of(new TreeMap<>(members), GatheringTest::parent, 10);
  }

  @Test
  void whatHasEnoughMembersStandsByItself() {
    Gathering gathering = of(Map.of("A11", 10, "A12", 40, "B", 12));
    assertEquals(Set.of("A11", "A12", "B"), gathering.labels());
    assertEquals(Map.of("A1", Set.of("A11", "A12")), gathering.wider());
  }

  @Test
  void whatHasFewClimbsWithItsNeighbours() {
    Gathering gathering = of(Map.of("A11", 9, "A12", 4, "A21", 50, "B", 12));
    assertEquals(Set.of("A1", "A21", "B"), gathering.labels());
    assertEquals("A1", gathering.label("A12"));
    assertEquals(Map.of("A", Set.of("A1", "A21")), gathering.wider());
  }

  @Test
  void whatIsLeftOfAnAreaIsItsRest() {
    Gathering gathering = of(Map.of("A11", 9, "A12", 4, "A13", 30, "A1", 2));
    assertEquals(Set.of("A13", "A1-rest"), gathering.labels());
    assertEquals(Set.of("A1", "A11", "A12"), gathering.words("A1-rest"));
    assertEquals(Map.of(), gathering.wider(), "the whole circuit is no line");
  }

  @Test
  void whatIsTooSmallEverywhereTakesTheSmallestAlong() {
    Gathering gathering = of(Map.of("A", 3, "B", 12, "C", 12, "D", 90));
    assertEquals(Set.of("C", "D", Gathering.OTHERS), gathering.labels());
    assertEquals(Set.of("A", "B"), gathering.words(Gathering.OTHERS));
  }

  @Test
  void allOfFewStandTogether() {
    assertEquals(Set.of(Gathering.OTHERS), of(Map.of("A", 3, "B", 2)).labels());
    assertEquals(Set.of(), of(Map.of()).labels());
    assertEquals("E", of(Map.of("A", 3)).label("E"), "what nobody has is itself");
  }

  @Test
  void aYearPutsTogetherWhatAnyQuarterDoes() {
    Gathering spring = of(Map.of("A11", 9, "A12", 4, "A21", 50, "B", 12, "C", 3));
    Gathering summer = of(Map.of("A11", 10, "A12", 14, "A21", 50, "B", 12, "C", 10));
    assertEquals(Set.of("A11", "A12", "A21", "B", "C"), summer.labels());
    Gathering year = Gathering.joined(List.of(spring, summer), GatheringTest::parent);
    assertEquals(Set.of("A1", "A21", Gathering.OTHERS), year.labels());
    assertEquals(Set.of("B", "C"), year.words(Gathering.OTHERS));
    assertEquals(
        year.labels(),
        Gathering.joined(List.of(summer, spring), GatheringTest::parent).labels());
  }

  @Test
  void restsThatMeetUnderOneNameAreOne() {
    Gathering one = of(Map.of("A11", 6, "A12", 6, "A13", 10, "A14", 10, "B", 10));
    Gathering other = of(Map.of("A11", 10, "A12", 10, "A13", 6, "A14", 6, "B", 10));
    Gathering year = Gathering.joined(List.of(one, other), GatheringTest::parent);
    assertEquals(Set.of("A1", "B"), year.labels());
  }
}
