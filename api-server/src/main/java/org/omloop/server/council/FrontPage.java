package org.omloop.server.council;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** The first sheet, which says all that a council has to know, and what it must not conclude from it. */
final class FrontPage {
  private static final float BETWEEN = 13;
  private static final float FOOT_OF_PICTURES = 168;
  private static final float BOX = 192;

  private final Paper paper;
  private final Source source;

  FrontPage(Paper paper, Source source) {
    this.paper = paper;
    this.source = source;
  }

  void draw() {
    float y = title() - BETWEEN;
    y = new ClosingLine(paper).draw(y) - BETWEEN;
    y = oneEuro(y) - BETWEEN;
    y = new Tiles(paper).draw(y) - 8;
    NotSaid box = new NotSaid(paper, Paper.RIGHT - BOX, BOX);
    float bottom = Paper.BOTTOM + Math.max(FOOT_OF_PICTURES, box.height() + BETWEEN);
    new FlowPicture(paper).draw(y, y - bottom);
    float pictures = bottom - BETWEEN;
    float height = pictures - Paper.BOTTOM;
    float width = Paper.WIDTH - BOX - Paper.GAP;
    new RetentionPicture(paper, Paper.LEFT, width).draw(pictures, height);
    box.draw(pictures, height);
  }

  private float title() {
    Paper.Column column = paper.column(Paper.LEFT, Paper.TOP, Paper.WIDTH);
    PaperReport report = paper.report();
    String name = report.money().circuit();
    column.write(
        "P",
        paper.say("paper.title") + " · "
            + capital(CouncilPaper.period(report, paper.text(), source)),
        new Type(9, Ink.ACCENT, true));
    column.skip(3);
    String title = paper.say("city.title", Map.of("name", name));
    column.write("H1", title, fitting(title));
    column.skip(1);
    column.write(
        "P",
        capital(paper.say(report.isExact() ? "header.audit" : "header.public")) + ". "
            + (report.isExact() ? "" : paper.say("paper.sign-hidden") + " ")
            + paper.say("paper.sign-absent"),
        Type.MUTED);
    if (source.isRunning()) {
      LocalDate last = LocalDate.ofInstant(report.moment(), ZoneOffset.UTC);
      column.write(
          "P", paper.say("paper.running", Map.of("day", paper.text().day(last))), Type.STRONG);
    }
    paper.rule(Paper.LEFT, column.y() - 3, Paper.WIDTH);
    return column.y();
  }

  /** A title takes two lines at most. */
  private static Type fitting(String title) {
    Type type = Type.TITLE;
    while (Pen.lines(title, type, Paper.WIDTH).size() > 2) {
      type = type.of(type.height() - 1);
    }
    return type.height() < Type.TITLE.height()
            || Pen.lines(title, type, Paper.WIDTH).size() == 1
        ? type
        : type.of(16);
  }

  static String capital(String words) {
    int first = words.offsetByCodePoints(0, 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
  }

  private float oneEuro(float top) {
    ReportTable table = paper.report().table("one-euro");
    float y = paper.heading(paper.say("part.one-euro"), Paper.LEFT, top, Paper.WIDTH) - 2;
    String sentence = new Sayings(paper.text()).of(table);
    Paper.Column column = paper.column(Paper.LEFT, y, Paper.WIDTH);
    column.write("P", sentence.isEmpty() ? paper.say("paper.nothing") : sentence, Type.LEAD);
    String note = Notes.own(table.note(), paper);
    if (sentence.isEmpty() && !note.isEmpty()) {
      column.write("P", note, Type.MUTED);
    }
    return column.y();
  }
}
