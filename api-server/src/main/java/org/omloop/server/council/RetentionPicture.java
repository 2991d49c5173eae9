package org.omloop.server.council;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omloop.ledger.circulation.period.Cell;
import org.omloop.server.council.ReportTable.Row;

/** What stays inside by the money's age, as steps, in three readings; and how much money came to each age. */
final class RetentionPicture {
  private static final List<Integer> AGES = List.of(0, 30, 90, 180, 270, 365);
  private static final int LAST_AGE = 365;
  private static final int HALF_A_YEAR = 180;
  private static final float AXIS = 24;
  private static final float LABELS = 84;
  private static final Map<String, float[]> DASHES =
      Map.of("fifo", new float[] {4, 2}, "lifo", new float[] {1.2f, 1.6f}, "mixed", new float[0]);

  private final Paper paper;
  private final ReportTable table;
  private final float left;
  private final float width;

  RetentionPicture(Paper paper, float left, float width) {
    this.paper = paper;
    this.table = paper.report().table("retention");
    this.left = left;
    this.width = width;
  }

  float draw(float top, float height) {
    float y = paper.heading(paper.say("part.stays"), left, top, width) - 1;
    Paper.Column words = paper.column(left, y, width);
    String summary = new Sayings(paper.text()).of(table);
    words.write("P", (summary + " " + Notes.own(table.note(), paper)).strip(), Type.SMALL);
    float lines = atRisk().isEmpty() ? 0 : 2 * Type.SMALL.leading();
    float bottom = top - height + lines + 16;
    float picture = words.y() - 7;
    paper.figure(
        paper.say("paper.picture", Map.of("title", paper.say("part.stays"), "text", alternative())),
        Paper.box(left, bottom - 12, width, picture - bottom + 12),
        () -> {
          frame(bottom, picture - bottom);
          curves(bottom, picture - bottom);
        });
    if (!atRisk().isEmpty()) {
      paper.column(left, bottom - 15, width).write("P", atRisk(), Type.SMALL);
    }
    return top - height;
  }

  private float x(double age) {
    return left + AXIS + (float) (age / LAST_AGE) * (width - AXIS - LABELS);
  }

  private String alternative() {
    String summary = new Sayings(paper.text()).of(table);
    return summary.isEmpty() ? paper.say("paper.nothing") : summary;
  }

  private void frame(float bottom, float height) throws IOException {
    for (int percent = 0; percent <= 100; percent += 25) {
      float y = bottom + height * percent / 100;
      paper.pen().line(x(0), y, x(LAST_AGE), y, Ink.RULE, percent == 0 ? 0.8f : 0.4f);
      if (percent % 50 == 0) {
        String label = paper.text().number(BigDecimal.valueOf(percent), 0) + "%";
        paper.pen().say(label, Type.SMALL, Pen.Side.RIGHT, x(0) - 4, y - 2.3f);
      }
    }
    for (int age : AGES) {
      paper.pen().say(Integer.toString(age), Type.SMALL, Pen.Side.MIDDLE, x(age), bottom - 9);
    }
    paper
        .pen()
        .say(
            paper.say("city.value-days", Map.of("value", "")).strip(),
            Type.SMALL,
            x(LAST_AGE) + 12,
            bottom - 9);
    paper.pen().dashes(1, 2);
    paper.pen().line(x(HALF_A_YEAR), bottom, x(HALF_A_YEAR), bottom + height, Ink.MUTED, 0.6f);
    paper.pen().dashes();
  }

  private List<Row> curve(String rule) {
    return Cohorts.shown(table).stream()
        .filter(row -> row.word("rule").equals(rule))
        .filter(row -> row.figure("age").isPresent() && row.figure("inside").isPresent())
        .toList();
  }

  private void curves(float bottom, float height) throws IOException {
    List<Row> ends = new ArrayList<>();
    band(curve("mixed"), bottom, height);
    for (String rule : Sayings.RULES) {
      List<Row> curve = curve(rule);
      if (curve.isEmpty()) {
        continue;
      }
      paper
          .pen()
          .strokeWith(
              rule.equals("mixed") ? Ink.ACCENT : Ink.TEXT, rule.equals("mixed") ? 1.8f : 0.9f);
      paper.pen().dashes(DASHES.getOrDefault(rule, new float[0]));
      paper.pen().path(steps(curve, "inside", bottom, height));
      paper.pen().strokePath();
      paper.pen().dashes();
      ends.add(curve.get(curve.size() - 1));
    }
    label(ends, bottom, height);
    if (ends.isEmpty()) {
      paper.pen().say(".", Type.VALUE, x(HALF_A_YEAR) + 6, bottom + height / 2);
    }
  }

  private List<float[]> steps(List<Row> curve, String column, float bottom, float height) {
    List<float[]> points = new ArrayList<>();
    float y = bottom + height;
    for (Row row : curve) {
      Optional<BigDecimal> share = row.figure(column);
      if (share.isPresent()) {
        float x = x(row.figure("age").orElseThrow().doubleValue());
        points.add(new float[] {x, y});
        y = bottom + height * Math.max(0, Math.min(1, share.get().floatValue()));
        points.add(new float[] {x, y});
      }
    }
    return points;
  }

  /** The 80% band of the reading that mixes, where it is told. */
  private void band(List<Row> curve, float bottom, float height) throws IOException {
    List<Row> told = curve.stream()
        .filter(row -> row.figure("low80").isPresent() && row.figure("high80").isPresent())
        .toList();
    if (told.size() < 2) {
      return;
    }
    List<float[]> points = steps(told, "high80", bottom, height);
    List<float[]> under = steps(told, "low80", bottom, height);
    for (int at = under.size() - 1; at >= 0; at--) {
      points.add(under.get(at));
    }
    paper.pen().fillWith(Ink.PASSING);
    paper.pen().path(points);
    paper.pen().fillPath();
  }

  private void label(List<Row> ends, float bottom, float height) throws IOException {
    List<Float> wanted = new ArrayList<>();
    for (Row end : ends) {
      wanted.add(height * (1 - end.figure("inside").orElseThrow().floatValue()));
    }
    List<Float> places = Spread.of(wanted, 8.6f, height);
    for (int at = 0; at < ends.size(); at++) {
      Row end = ends.get(at);
      float from = x(end.figure("age").orElseThrow().doubleValue());
      float y = bottom + height - places.get(at);
      boolean isMixed = end.word("rule").equals("mixed");
      paper.pen().line(from + 1, bottom + height - wanted.get(at), from + 7, y, Ink.RULE, 0.5f);
      String words = paper.text().shown(end.cell("inside"), paper.text()::share) + " "
          + paper.say("rule." + end.word("rule"));
      Type type = isMixed ? Type.LABEL.in(Ink.ACCENT) : Type.LABEL;
      paper.pen().box(from + 8, y - 3.5f, Pen.width(words, type) + 2, 7.6f, Ink.PAPER);
      paper.pen().say(words, type, from + 9, y - 2.3f);
    }
  }

  private String atRisk() {
    List<Row> lines = Cohorts.shown(table).stream()
        .filter(row -> row.word("rule").equals("mixed"))
        .filter(row ->
            row.figure("age").filter(age -> AGES.contains(age.intValue())).isPresent())
        .toList();
    if (lines.isEmpty()) {
      return "";
    }
    boolean isHidden = lines.stream().allMatch(row -> row.cell("at_risk") instanceof Cell.Hidden);
    return table.name("at_risk") + ": " + (isHidden ? paper.say("city.hidden") : amounts(lines));
  }

  private String amounts(List<Row> lines) {
    return lines.stream()
        .map(row -> row.figure("age").orElseThrow().intValue() + "\u00a0d\u00a0"
            + paper.text().shown(row.cell("at_risk"), paper.text()::roundAmount))
        .collect(Collectors.joining(" · "));
  }
}
