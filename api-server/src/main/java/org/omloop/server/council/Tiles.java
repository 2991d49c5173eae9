package org.omloop.server.council;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omloop.ledger.circulation.period.Cell;
import org.omloop.server.council.ReportTable.Row;

/** The headline's eight figures: each with the periods before it, who is behind it, and what it does not prove. */
final class Tiles {
  /** In the order in which they are read. */
  static final List<String> EIGHT = List.of("C7", "C12", "C14", "C15", "C6", "C24", "C29", "C30");

  /** What stands large where there are three readings. */
  private static final String LARGE = "mixed";

  private static final int ACROSS = 4;
  private static final int PERIODS = 4;
  private static final float GAP = 14;
  private static final float WIDTH = (Paper.WIDTH - GAP * (ACROSS - 1)) / ACROSS;
  private static final float NAME_LINES = 2;
  private static final float BAR = 8;
  private static final float STEP = 11;
  private static final float BARS = 18;
  private static final Type NAME = Type.STRONG.of(7.6f);
  private static final Type UNDER = Type.SMALL.of(5.4f);

  private final Paper paper;
  private final ReportTable table;

  Tiles(Paper paper) {
    this.paper = paper;
    this.table = paper.report().table("headline");
  }

  float draw(float top) {
    float y = paper.heading(paper.say("part.headline"), Paper.LEFT, top, Paper.WIDTH) - 3;
    for (int first = 0; first < EIGHT.size(); first += ACROSS) {
      float lowest = y;
      for (int at = 0; at < ACROSS; at++) {
        float left = Paper.LEFT + at * (WIDTH + GAP);
        lowest = Math.min(lowest, draw(EIGHT.get(first + at), left, y));
      }
      y = lowest - 6;
    }
    if (table.rows().isEmpty() && !table.note().isEmpty()) {
      Paper.Column why = paper.column(Paper.LEFT, y, Paper.WIDTH);
      why.write("P", Notes.own(table.note(), paper), Type.MUTED);
      y = why.y();
    }
    return y;
  }

  /** The lines of this period: one, or one for each reading. */
  private List<Row> now(String indicator) {
    return table.where("indicator", indicator).stream()
        .filter(row -> row.word("period").equals(paper.report().period()))
        .toList();
  }

  private float draw(String id, float left, float top) {
    List<Row> lines = now(id);
    Row line = lines.stream()
        .filter(row -> row.word("rule").equals(LARGE))
        .findFirst()
        .orElse(lines.isEmpty() ? new Row(Map.of()) : lines.get(0));
    paper.decorate(() -> paper.pen().line(left, top, left + WIDTH, top, Ink.ACCENT, 1));
    float y = top - 4;
    Paper.Column name = paper.column(left, y, WIDTH);
    name.write("H3", paper.text().indicatorName(id), NAME);
    y -= NAME.leading() * NAME_LINES + Type.VALUE.height();
    float baseline = y;
    String value = paper.text().shown(line.cell("value"), each -> paper.text().indicator(id, each));
    Type large = fitting(value);
    paper.element("P", () -> paper.pen().say(value, large, left, baseline));
    bars(id, line.word("rule"), left + WIDTH, baseline);
    Paper.Column below = paper.column(left, y - 7, WIDTH);
    band(id, line, below);
    if (lines.stream()
            .filter(each -> !(each.cell("value") instanceof Cell.Absent))
            .count()
        > 1) {
      below.write("P", readings(id, lines), Type.SMALL);
    }
    below.write("P", basis(lines) + behind(line.cell("units")), Type.SMALL);
    below.write("P", paper.say("not-proven." + id), Type.SMALL);
    return below.y();
  }

  /** A figure that leaves no room for the bars is set smaller. */
  private static Type fitting(String value) {
    float room = WIDTH - PERIODS * STEP - 4;
    float width = Pen.width(value, Type.VALUE);
    return width <= room ? Type.VALUE : Type.VALUE.of(Type.VALUE.height() * room / width);
  }

  private void band(String id, Row line, Paper.Column below) {
    if (line.figure("low80").isPresent() && line.figure("high80").isPresent()) {
      below.write(
          "P",
          paper.say(
              "paper.band",
              Map.of(
                  "low", paper.text().indicator(id, line.figure("low80").get()),
                  "high", paper.text().indicator(id, line.figure("high80").get()))),
          Type.SMALL);
    }
  }

  private String basis(List<Row> lines) {
    return lines.isEmpty()
        ? paper.say("paper.nothing")
        : lines.size() > 1 ? "" : FrontPage.capital(paper.say("rule.books")) + ". ";
  }

  private String readings(String id, List<Row> lines) {
    return Sayings.RULES.stream()
        .flatMap(rule -> lines.stream().filter(row -> row.word("rule").equals(rule)))
        .map(row -> paper.say("rule." + row.word("rule")) + "\u00a0"
            + value(id, row).replace(' ', '\u00a0'))
        .collect(Collectors.joining(" · "));
  }

  private String value(String id, Row row) {
    return paper.text().shown(row.cell("value"), each -> paper.text().indicator(id, each));
  }

  private String behind(Cell units) {
    return units instanceof Cell.Known known
        ? paper.say("city.units-behind", Map.of("count", paper.text().count(known.value())))
        : units instanceof Cell.Hidden ? paper.say("city.units-unknown") : "";
  }

  /** Small bars are all on one scale, from nothing; hidden is hatched, what cannot be told is empty. */
  private void bars(String id, String rule, float right, float bottom) {
    List<Row> lines = table.where("indicator", id).stream()
        .filter(row -> row.word("rule").equals(rule))
        .toList();
    if (lines.isEmpty()) {
      return;
    }
    String words = lines.stream()
        .map(row -> paper.text().period(row.word("period")) + " " + value(id, row))
        .collect(Collectors.joining(", "));
    float left = right - PERIODS * STEP;
    paper.figure(
        paper.say("paper.quarters", Map.of("text", words)),
        Paper.box(left, bottom - 7, PERIODS * STEP, BARS + 7),
        () -> {
          BigDecimal largest = lines.stream()
              .flatMap(row -> row.figure("value").stream())
              .reduce(BigDecimal.ZERO, BigDecimal::max);
          for (int at = 0; at < lines.size(); at++) {
            bar(lines.get(at), left + (at + PERIODS - lines.size()) * STEP, bottom, largest);
          }
        });
  }

  private void bar(Row row, float left, float bottom, BigDecimal largest) throws IOException {
    boolean isNow = row.word("period").equals(paper.report().period());
    Cell value = row.cell("value");
    if (value instanceof Cell.Known known) {
      float height = height(known.value(), largest);
      paper.pen().box(left, bottom, BAR, height, isNow ? Ink.ACCENT : Ink.INSIDE);
      if (row.figure("low80").isPresent() && row.figure("high80").isPresent()) {
        float low = height(row.figure("low80").get(), largest);
        float high = height(row.figure("high80").get(), largest);
        float middle = left + BAR / 2;
        paper.pen().line(middle, bottom + low, middle, bottom + high, Ink.MUTED, 0.8f);
      }
    } else if (value instanceof Cell.Hidden) {
      paper.pen().hatched(left, bottom, BAR, BARS / 2);
    } else {
      paper.pen().frame(left, bottom, BAR, BARS / 2, Ink.MUTED, true);
    }
    String under = paper.text().shortPeriod(row.word("period")).split(" ", 2)[0];
    paper.pen().say(under, UNDER, Pen.Side.MIDDLE, left + BAR / 2, bottom - 6);
  }

  private static float height(BigDecimal value, BigDecimal largest) {
    return largest.signum() <= 0
        ? 0.6f
        : Math.max(0.6f, BARS * Math.max(0, value.floatValue()) / largest.floatValue());
  }
}
