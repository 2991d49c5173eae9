package org.omloop.server.council;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.omloop.server.council.Flow.Link;
import org.omloop.server.council.FlowLayout.Spot;

/** Where money's way is drawn. */
class FlowLayoutTest {
  private static final Flow WAY = new Flow(
      List.of(
          new Link(0, "youth", "resident", 60),
          new Link(0, "issue", "resident", 40),
          new Link(1, "resident", "inside", 10),
          new Link(1, "resident", "out-wages", 5),
          new Link(1, "resident", "G", 85),
          new Link(2, "G", "inside", 45),
          new Link(2, "G", "out-other", 40)),
      true);

  @Test
  void eachColumnIsAllTheMoney() {
    FlowLayout layout = new FlowLayout(WAY, 120);
    Map<Integer, Float> heights = new TreeMap<>();
    layout.spots().forEach(spot -> heights.merge(spot.column, spot.height(), Float::sum));
    assertEquals(4, heights.size());
    heights.values().forEach(height -> assertEquals(heights.get(0), height, 0.01f));
    layout.spots().forEach(spot -> assertTrue(spot.top() + spot.height() <= 120.01f, spot.word));
  }

  @Test
  void whatIsInsideRunsOnTopAndWhatLeftBelow() {
    FlowLayout layout = new FlowLayout(WAY, 120);
    List<String> words = layout.spots().stream()
        .filter(spot -> spot.column == 2)
        .map(spot -> spot.word)
        .toList();
    assertEquals(List.of("inside", "G", "out-wages"), words);
    Spot last =
        layout.spots().stream().filter(spot -> spot.column == 3).findFirst().orElseThrow();
    assertEquals("inside", last.word);
    assertEquals(55.0 / 100 * total(layout), last.height(), 0.01);
  }

  private static float total(FlowLayout layout) {
    return layout.spots().stream()
        .filter(spot -> spot.column == 0)
        .map(Spot::height)
        .reduce(0f, Float::sum);
  }

  @Test
  void manyPlacesLeaveRoomForTheMoney() {
    List<Link> links = new ArrayList<>(List.of(new Link(0, "issue", "resident", 40)));
    for (char sector = 'A'; sector <= 'T'; sector++) {
      links.add(new Link(1, "resident", Character.toString(sector), 2));
      links.add(new Link(2, Character.toString(sector), "inside", 2));
    }
    FlowLayout layout = new FlowLayout(new Flow(links, true), 100);
    assertTrue(total(layout) >= 69, "height of the money: " + total(layout));
  }

  @Test
  void labelsMoveApartAndStayWithin() {
    assertEquals(List.of(0f, 10f, 20f), Spread.of(List.of(0f, 1f, 2f), 10, 100));
    assertEquals(List.of(80f, 90f, 100f), Spread.of(List.of(97f, 98f, 99f), 10, 100));
    assertEquals(List.of(50f, 5f), Spread.of(List.of(50f, 5f), 10, 100));
  }
}
