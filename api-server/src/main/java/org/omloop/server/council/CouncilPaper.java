package org.omloop.server.council;

import java.io.IOException;
import java.util.Map;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.server.circulation.ReportFile;
import org.omloop.server.print.PdfPages;
import org.omloop.server.print.Typeface;

/**
 * A report as PDF on A4, tagged: one sheet that says it all, its tables, and how to work them out again. Every figure is
 * the report's; the same report, language, source and names of areas give the same bytes. Takes some tenths of a second, so it belongs on a
 * worker.
 */
public final class CouncilPaper {
  private static final float FOOT = 30;
  private static final float HEAD = PdfPages.HEIGHT - 30;
  private static final Type SMALL = Type.SMALL.of(6.6f);
  private static final Type WARNING = new Type(8, Ink.TEXT, true);
  private static final int SHOWN = 16;

  private CouncilPaper() {}

  /** Draws a report that calls areas by their codes. */
  public static byte[] draw(ReportFile file, PaperWords words, Source source) {
    return draw(file, words, source, Map.of());
  }

  /**
   * Draws a report.
   *
   * @param areas what areas are called, by code
   */
  public static byte[] draw(
      ReportFile file, PaperWords words, Source source, Map<String, String> areas) {
    PaperReport report = new PaperReport(file, words.language());
    CellText text = new CellText(words, report.money(), report.isExact(), areas);
    PdfPages pages = new PdfPages(title(report, text, source), words.locale());
    pages.madeAt(report.moment());
    Paper paper = new Paper(pages, new Pen(pages), text, report);
    new FrontPage(paper, source).draw();
    Layout layout = new Layout(paper);
    Tables tables = new Tables(paper);
    layout.halves(tables.small());
    tables.wide().forEach(layout::full);
    layout.halves(tables.fundAndData());
    Annex annex = new Annex(paper);
    layout.full(annex.hidden());
    layout.full(annex.measures());
    layout.full(new CheckIt(paper, source));
    return pages.finish(page -> () -> edges(paper, source, page));
  }

  /** Returns what a file of it is called, such as {@code omloop-2026-Q3-nl.pdf}. */
  public static String fileName(Period period, PaperWords words) {
    return "omloop-" + period + "-" + words.language() + ".pdf";
  }

  private static String title(PaperReport report, CellText text, Source source) {
    return text.words().text("paper.title") + ": " + report.money().circuit() + ", "
        + period(report, text, source);
  }

  /** The period's name, which says so where it is not over. */
  static String period(PaperReport report, CellText text, Source source) {
    String name = text.period(report.period());
    return source.isRunning() ? text.words().text("city.running", "name", name) : name;
  }

  /** What stands at the edges of each sheet: which report it is, which sheet, and that it is confidential where it is. */
  private static void edges(Paper paper, Source source, int page) throws IOException {
    PaperReport report = paper.report();
    String number = paper.say(
        "paper.page",
        Map.of(
            "page", Integer.toString(page),
            "pages", Integer.toString(paper.pages().count())));
    String print = report.file().sha256().substring(0, SHOWN);
    String right = "SHA-256 " + print + "…   " + number;
    float room = Paper.WIDTH - Typeface.width(right) * SMALL.height() - 20;
    paper
        .pen()
        .say(Pen.fitted(title(report, paper.text(), source), SMALL, room), SMALL, Paper.LEFT, FOOT);
    paper.pen().say(right, SMALL, Pen.Side.RIGHT, Paper.RIGHT, FOOT);
    paper.pen().line(Paper.LEFT, FOOT + 12, Paper.RIGHT, FOOT + 12, Ink.RULE, 0.5f);
    if (report.isExact()) {
      String warning = paper.say("paper.confidential");
      float width = Pen.width(warning, WARNING) + 10;
      paper.pen().frame(Paper.RIGHT - width, HEAD - 5, width, 15, Ink.TEXT, false);
      paper.pen().say(warning, WARNING, Paper.RIGHT - width + 5, HEAD);
    }
  }
}
