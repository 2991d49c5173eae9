package org.omloop.server.council;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.server.council.Flow.Link;

/**
 * Where the places and bands of a flow stand. What has ended runs on in a lane of its own to the last column, what is
 * inside on top and what has left at the bottom: so each column is all the money, and nothing seems to get lost.
 *
 * <p>Lengths are points from the top left corner.
 */
final class FlowLayout {
  private static final float MOST_GAP = 5;

  /** Where there are many places, the white between them takes this part of the height at most. */
  private static final float MOST_WHITE = 0.3f;

  /** A place in a column; a lane is a place that only passes on. */
  static final class Spot {
    final String word;
    final int column;
    final boolean isLane;
    private double in;
    private double out;
    private float top;
    private float height;
    private float usedIn;
    private float usedOut;

    private Spot(String word, int column, boolean isLane) {
      this.word = word;
      this.column = column;
      this.isLane = isLane;
    }

    private double amount() {
      return Math.max(in, out);
    }

    float top() {
      return top;
    }

    float height() {
      return height;
    }
  }

  /** A band between two places. */
  record Band(int column, String to, float top1, float bottom1, float top2, float bottom2) {}

  private record Piece(Spot from, Spot to, double amount) {}

  private final int last;
  private float gap = MOST_GAP;
  private final List<Map<String, Spot>> columns = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Band> bands = new ArrayList<>();

  FlowLayout(Flow flow, float height) {
    last = flow.last();
    for (int column = 0; column <= last; column++) {
      columns.add(new LinkedHashMap<>());
    }
    addSpots(flow);
    flow.links().forEach(this::addLink);
    joinLanes();
    place(height);
    drawBands();
  }

  private void addSpots(Flow flow) {
    spot(Flow.INSIDE, last);
    for (int column = 0; column <= last; column++) {
      int at = column;
      if (column > 0 && column < last && ended(flow, Flow.INSIDE, at)) {
        spot(Flow.INSIDE, at);
      }
      flow.links().forEach(link -> {
        if (link.step() == at && !Flow.isEnd(link.from())) {
          spot(link.from(), at);
        }
        if (link.step() + 1 == at && !Flow.isEnd(link.to())) {
          spot(link.to(), at);
        }
      });
      if (column > 0) {
        flow.ends().stream()
            .filter(end -> !end.equals(Flow.INSIDE) && ended(flow, end, at))
            .forEach(end -> spot(end, at));
      }
    }
  }

  private static boolean ended(Flow flow, String end, int column) {
    return flow.links().stream()
        .anyMatch(link -> link.to().equals(end) && link.step() + 1 <= column);
  }

  private Spot spot(String word, int column) {
    return columns
        .get(column)
        .computeIfAbsent(word, same -> new Spot(word, column, Flow.isEnd(word) && column < last));
  }

  private void addLink(Link link) {
    add(spot(link.from(), link.step()), spot(link.to(), link.step() + 1), link.amount());
  }

  private void add(Spot from, Spot to, double amount) {
    from.out += amount;
    to.in += amount;
    pieces.add(new Piece(from, to, amount));
  }

  private void joinLanes() {
    for (int column = 1; column < last; column++) {
      for (Spot lane : List.copyOf(columns.get(column).values())) {
        if (lane.isLane) {
          add(lane, spot(lane.word, column + 1), lane.in);
        }
      }
    }
  }

  private void place(float height) {
    int most = columns.stream().mapToInt(Map::size).max().orElse(1);
    gap = Math.min(MOST_GAP, height * MOST_WHITE / Math.max(1, most - 1));
    float scale = Float.MAX_VALUE;
    for (Map<String, Spot> column : columns) {
      double sum = column.values().stream().mapToDouble(Spot::amount).sum();
      if (sum > 0) {
        scale = Math.min(scale, (float) ((height - gaps(column)) / sum));
      }
    }
    for (Map<String, Spot> column : columns) {
      float y = 0;
      Optional<Spot> before = Optional.empty();
      for (Spot spot : column.values()) {
        y += before.map(each -> gap(each, spot)).orElse(0f);
        spot.top = y;
        spot.height = scale == Float.MAX_VALUE ? 0 : (float) (spot.amount() * scale);
        y += spot.height;
        before = Optional.of(spot);
      }
    }
  }

  private float gaps(Map<String, Spot> column) {
    float gaps = 0;
    List<Spot> spots = List.copyOf(column.values());
    for (int at = 1; at < spots.size(); at++) {
      gaps += gap(spots.get(at - 1), spots.get(at));
    }
    return gaps;
  }

  /** Lanes beside each other are one stream until they end. */
  private float gap(Spot one, Spot next) {
    return one.isLane && next.isLane ? 0 : gap;
  }

  private void drawBands() {
    List<Piece> sorted = new ArrayList<>(pieces);
    for (int column = 0; column < last; column++) {
      List<Spot> here = List.copyOf(columns.get(column).values());
      List<Spot> next = List.copyOf(columns.get(column + 1).values());
      for (Spot from : here) {
        for (Spot to : next) {
          sorted.stream()
              .filter(piece -> piece.from() == from && piece.to() == to)
              .forEach(this::draw);
        }
      }
    }
  }

  private void draw(Piece piece) {
    Spot from = piece.from();
    Spot to = piece.to();
    float outHeight =
        from.amount() == 0 ? 0 : (float) (piece.amount() / from.amount()) * from.height;
    float inHeight = to.amount() == 0 ? 0 : (float) (piece.amount() / to.amount()) * to.height;
    float top1 = from.top + from.usedOut;
    float top2 = to.top + to.usedIn;
    bands.add(new Band(from.column, to.word, top1, top1 + outHeight, top2, top2 + inHeight));
    from.usedOut += outHeight;
    to.usedIn += inHeight;
  }

  int last() {
    return last;
  }

  List<Band> bands() {
    return bands;
  }

  List<Spot> spots() {
    return columns.stream().flatMap(column -> column.values().stream()).toList();
  }
}
