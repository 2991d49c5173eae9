package org.omloop.server.council;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omloop.server.council.FlowLayout.Band;
import org.omloop.server.council.FlowLayout.Spot;

/** Money's way through the circuit. The band of what is still inside is always there, else all money would seem to leave. */
final class FlowPicture {
  private static final float NODE = 7;
  private static final float LABELS = 132;
  private static final float LEAST_LABELLED = 5;
  private static final float APART = 8.4f;

  /** A lane reaches so far into its bands: edges that only touch show as a thin white line. */
  private static final float SEAM = 0.8f;

  private final Paper paper;
  private final ReportTable table;
  private final Flow flow;
  private final float step;

  FlowPicture(Paper paper) {
    this.paper = paper;
    this.table = paper.report().table("flow");
    this.flow = Flow.of(paper.report());
    this.step = (Paper.WIDTH - LABELS - NODE) / flow.last();
  }

  float draw(float top, float height) {
    float y = paper.heading(paper.say("part.flow"), Paper.LEFT, top, Paper.WIDTH) - 1;
    Paper.Column words = paper.column(Paper.LEFT, y, Paper.WIDTH);
    words.write("P", said(), Type.SMALL);
    float picture = words.y() - 4;
    float room = height - (top - picture);
    FlowLayout layout = new FlowLayout(flow, room);
    paper.figure(
        alternative(),
        Paper.box(Paper.LEFT, picture - room, Paper.WIDTH, room),
        () -> draw(layout, picture));
    return picture - room;
  }

  private String said() {
    String summary = new Sayings(paper.text()).of(table);
    String note =
        flow.isFollowed() ? Notes.own(table.note(), paper) : paper.say("paper.flow-simple");
    return (summary + " " + note).strip();
  }

  private String alternative() {
    String ends = flow.ends().stream().map(this::labelOfEnd).collect(Collectors.joining(", "));
    return paper.say("paper.picture", Map.of("title", paper.say("part.flow"), "text", ends));
  }

  private String labelOfEnd(String end) {
    return name(end) + " " + share(flow.given(end));
  }

  private String share(double amount) {
    double all = flow.ends().stream().mapToDouble(flow::given).sum();
    return all > 0 ? paper.text().share(BigDecimal.valueOf(amount / all)) : ".";
  }

  private String name(String word) {
    return switch (word) {
      case Flow.CIRCUIT -> paper.say("paper.circuit");
      case Flow.UNSPLIT -> paper.say("paper.unsplit");
      default ->
        flow.isFollowed() || Flow.isEnd(word)
            ? paper.text().word("flow", "to", word)
            : paper.text().words().known("item." + word, word);
    };
  }

  private void draw(FlowLayout layout, float top) throws IOException {
    for (Band band : layout.bands()) {
      Ink ink = band.to().equals(Flow.INSIDE)
          ? Ink.INSIDE
          : Flow.isEnd(band.to()) ? Ink.OUTSIDE : Ink.PASSING;
      float x1 = Paper.LEFT + band.column() * step + NODE;
      paper
          .pen()
          .band(
              x1,
              top - band.top1(),
              top - band.bottom1(),
              x1 + step - NODE,
              top - band.top2(),
              top - band.bottom2(),
              ink);
    }
    for (Spot spot : layout.spots()) {
      draw(spot, top);
    }
    for (Spot spot : layout.spots()) {
      label(spot, layout, top);
    }
    labelEnds(layout, top);
  }

  private float left(Spot spot) {
    return Paper.LEFT + spot.column * step;
  }

  private void draw(Spot spot, float top) throws IOException {
    float bottom = top - spot.top() - spot.height();
    if (spot.isLane) {
      Ink ink = spot.word.equals(Flow.INSIDE) ? Ink.INSIDE : Ink.OUTSIDE;
      paper.pen().box(left(spot) - SEAM, bottom, NODE + 2 * SEAM, spot.height(), ink);
    } else if (spot.word.startsWith(Flow.OUT)) {
      paper.pen().hatched(left(spot), bottom, NODE, spot.height());
    } else {
      paper.pen().box(left(spot), bottom, NODE, Math.max(0.4f, spot.height()), Ink.ACCENT);
    }
  }

  private void label(Spot spot, FlowLayout layout, float top) throws IOException {
    if (spot.isLane || spot.column == layout.last() || spot.height() < LEAST_LABELLED) {
      return;
    }
    float middle = top - spot.top() - spot.height() / 2;
    String words = Pen.fitted(name(spot.word), Type.LABEL, step - NODE - 8);
    paper.pen().say(words, Type.LABEL, left(spot) + NODE + 3, middle - 2.3f);
  }

  private void labelEnds(FlowLayout layout, float top) throws IOException {
    List<Spot> ends =
        layout.spots().stream().filter(spot -> spot.column == layout.last()).toList();
    List<Float> wanted = new ArrayList<>();
    for (Spot end : ends) {
      wanted.add(end.top() + end.height() / 2);
    }
    float lowest = ends.isEmpty()
        ? 0
        : ends.get(ends.size() - 1).top() + ends.get(ends.size() - 1).height();
    List<Float> places = Spread.of(wanted, APART, Math.max(lowest, APART * ends.size()));
    float left = Paper.RIGHT - LABELS;
    for (int at = 0; at < ends.size(); at++) {
      Spot end = ends.get(at);
      float y = top - places.get(at);
      if (Math.abs(places.get(at) - wanted.get(at)) > 1.5f) {
        paper.pen().line(Paper.RIGHT - LABELS, top - wanted.get(at), left + 6, y, Ink.RULE, 0.5f);
      }
      Type type = end.word.equals(Flow.INSIDE) ? Type.LABEL.of(8) : Type.LABEL;
      String share = share(flow.given(end.word));
      paper.pen().say(share, type, Pen.Side.RIGHT, left + 31, y - 2.3f);
      paper.pen().say(Pen.fitted(name(end.word), type, LABELS - 40), type, left + 35, y - 2.3f);
    }
  }
}
