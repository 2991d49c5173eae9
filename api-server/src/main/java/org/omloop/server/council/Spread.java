package org.omloop.server.council;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Moves labels apart that would stand on each other. */
final class Spread {
  private Spread() {}

  /**
   * Returns where labels stand, in the order given.
   *
   * @param wanted where each would stand, from the top down
   * @param apart how far apart they have to be
   * @param most the lowest place; labels move up before they stand below it
   */
  static List<Float> of(List<Float> wanted, float apart, float most) {
    List<Integer> order = IntStream.range(0, wanted.size())
        .boxed()
        .sorted(Comparator.comparing(wanted::get))
        .toList();
    List<Float> places = new ArrayList<>(wanted);
    float least = Float.NEGATIVE_INFINITY;
    for (int at : order) {
      float place = Math.max(wanted.get(at), least);
      places.set(at, place);
      least = place + apart;
    }
    float lowest = most;
    for (int back = order.size() - 1; back >= 0; back--) {
      int at = order.get(back);
      places.set(at, Math.min(places.get(at), lowest));
      lowest = places.get(at) - apart;
    }
    return places;
  }
}
