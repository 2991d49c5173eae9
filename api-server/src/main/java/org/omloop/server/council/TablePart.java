package org.omloop.server.council;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.omloop.server.council.ReportTable.Row;
import org.omloop.server.print.PdfTags;

/** A table with its heading, what it says in a sentence, and its note. */
final class TablePart implements Part {
  private static final Type CELL = Type.TEXT.of(7.6f);
  private static final Type HEAD = Type.SMALL;
  private static final float PADDING = 1.9f;
  private static final float GAP = 5;
  private static final float BAR = 5.5f;
  /** Between a figure and the bar beside it. */
  private static final float BESIDE = 8;

  private static final int LEAST_ROWS = 4;

  private final Paper paper;
  private final String heading;
  private final String summary;
  private final String note;
  private final Grid grid;

  TablePart(Paper paper, String heading, String summary, String note, Grid grid) {
    this.paper = paper;
    this.heading = heading;
    this.summary = summary;
    this.note = note;
    this.grid = grid;
  }

  /** Makes a part of a table of the report: by its own title, with its own note. */
  static TablePart of(Paper paper, ReportTable table, Grid grid) {
    return new TablePart(
        paper,
        table.title(),
        new Sayings(paper.text()).of(table),
        Notes.own(table.note(), paper),
        grid);
  }

  @Override
  public float height(float width) {
    return opening(width)
        + (float) grid.rows().stream().mapToDouble(row -> height(row, width)).sum()
        + under(width);
  }

  @Override
  public float least(float width) {
    double rows = grid.rows().stream()
        .limit(LEAST_ROWS)
        .mapToDouble(row -> height(row, width))
        .sum();
    return opening(width) + (float) rows + (grid.rows().size() <= LEAST_ROWS ? under(width) : 0);
  }

  private float opening(float width) {
    return Pen.height(heading, Type.HEADING, width)
        + (summary.isEmpty() ? 0 : Pen.height(summary, Type.TEXT, width))
        + 3
        + (grid.rows().isEmpty() ? 0 : headHeight(width));
  }

  private float under(float width) {
    return GAP + (under().isEmpty() ? 0 : Pen.height(under(), Type.SMALL, width));
  }

  private String under() {
    return (grid.more() + " " + note).strip();
  }

  private float part(float width) {
    return width / grid.parts();
  }

  private float headHeight(float width) {
    return grid.columns().stream()
            .map(column -> {
              float room = column.width() * part(width) - GAP;
              return Pen.lines(column.title(), head(column, room), room).size() * HEAD.leading();
            })
            .reduce(0f, Math::max)
        + PADDING;
  }

  private float height(Row row, float width) {
    return grid.columns().stream()
            .filter(column -> !column.isNumber())
            .map(column ->
                Pen.height(column.text().apply(row), CELL, column.width() * part(width) - GAP))
            .reduce(CELL.leading(), Math::max)
        + 2 * PADDING;
  }

  @Override
  public float draw(float left, float top, float width, Turn turn) {
    float y = paper.heading(heading, left, top, width) - 1;
    if (!summary.isEmpty()) {
      Paper.Column words = paper.column(left, y, width);
      words.write("P", summary, Type.TEXT);
      y = words.y();
    }
    y = rows(left, y - 2, width, turn);
    if (!under().isEmpty()) {
      Paper.Column words = paper.column(left, y - GAP, width);
      words.write("P", under(), Type.SMALL);
      y = words.y();
    }
    return y;
  }

  private float rows(float left, float top, float width, Turn turn) {
    if (grid.rows().isEmpty()) {
      return top;
    }
    PDStructureElement table =
        PdfTags.add(StandardStructureTypes.TABLE, paper.pages().all());
    float y = head(table, left, top, width);
    for (Row row : grid.rows()) {
      float height = height(row, width);
      if (y - height < Paper.BOTTOM) {
        float again = turn.turn();
        paper.decorate(() -> titles(left, again, width));
        y = again - headHeight(width);
        paper.rule(left, y, width);
      }
      row(row, table, left, y, width);
      y -= height;
      paper.rule(left, y, width);
    }
    return y;
  }

  private float head(PDStructureElement table, float left, float top, float width) {
    PDStructureElement row = PdfTags.add(StandardStructureTypes.TR, table);
    float bottom = top - headHeight(width);
    float x = left;
    for (Grid.Column column : grid.columns()) {
      float place = x;
      float room = column.width() * part(width);
      if (column.bar().isPresent()) {
        paper.decorate(() -> title(column, place, bottom, room));
      } else {
        paper.pages().marked(PdfTags.heading(row, true), () -> title(column, place, bottom, room));
      }
      x += room;
    }
    paper.decorate(() -> paper.pen().line(left, bottom, left + width, bottom, Ink.MUTED, 0.7f));
    return bottom;
  }

  private void titles(float left, float top, float width) throws IOException {
    float x = left;
    for (Grid.Column column : grid.columns()) {
      title(column, x, top - headHeight(width), column.width() * part(width));
      x += column.width() * part(width);
    }
  }

  /** A title whose longest word is too wide is set smaller. */
  private static Type head(Grid.Column column, float room) {
    float longest = Stream.of(column.title().split(" ", -1))
        .map(word -> Pen.width(word, HEAD))
        .reduce(1f, Math::max);
    return longest <= room ? HEAD : HEAD.of(HEAD.height() * room / longest);
  }

  private void title(Grid.Column column, float left, float bottom, float width) throws IOException {
    Type head = head(column, width - GAP);
    List<String> lines = Pen.lines(column.title(), head, width - GAP);
    float y = bottom + PADDING + (lines.size() - 1) * HEAD.leading() + 1;
    for (String line : lines) {
      if (column.isNumber()) {
        paper.pen().say(line, head, Pen.Side.RIGHT, left + width, y);
      } else {
        paper.pen().say(line, head, left + (column.bar().isPresent() ? BESIDE : 0), y);
      }
      y -= HEAD.leading();
    }
  }

  private void row(Row row, PDStructureElement table, float left, float top, float width) {
    PDStructureElement line = PdfTags.add(StandardStructureTypes.TR, table);
    float x = left;
    boolean isFirst = true;
    for (Grid.Column column : grid.columns()) {
      float place = x;
      float room = column.width() * part(width);
      if (column.bar().isPresent()) {
        float share = column.bar().get().apply(row);
        paper.decorate(() -> bar(share, place + BESIDE, top, room - GAP - BESIDE));
      } else {
        PDStructureElement cell =
            isFirst ? PdfTags.heading(line, false) : PdfTags.add(StandardStructureTypes.TD, line);
        paper.pages().marked(cell, () -> cell(column, row, place, top - PADDING, room));
        isFirst = false;
      }
      x += room;
    }
  }

  private void cell(Grid.Column column, Row row, float left, float top, float width)
      throws IOException {
    String words = column.text().apply(row);
    if (column.isNumber()) {
      float fitting = Math.min(1, (width - 1) / Math.max(1, Pen.width(words, CELL)));
      Type type = CELL.of(CELL.height() * fitting);
      paper.pen().say(words, type, Pen.Side.RIGHT, left + width, top - CELL.height());
    } else {
      paper.pen().lines(words, CELL, left, top, width - GAP);
    }
  }

  private void bar(float share, float left, float top, float width) throws IOException {
    float bottom = top - PADDING - CELL.leading() / 2 - BAR / 2;
    if (share == Grid.HIDDEN) {
      paper.pen().hatched(left, bottom, width * 0.25f, BAR);
    } else if (share > 0) {
      paper.pen().box(left, bottom, Math.max(0.5f, width * Math.min(1, share)), BAR, Ink.ACCENT);
    } else {
      paper.pen().line(left, bottom, left, bottom + BAR, Ink.MUTED, 0.5f);
    }
  }

  /** Returns a heading of an amount, such as "Bedrag (€)". */
  static String amountIn(Paper paper, String name) {
    return paper.say(
        "paper.amount-in", Map.of("name", name, "symbol", paper.text().money().symbol()));
  }
}
