package org.omloop.server.council;

import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.omloop.server.print.PdfTags;

/** The box of what the figures do not say. It is on every paper. */
final class NotSaid {
  private static final List<String> LINES =
      List.of("city", "cause", "basket", "readings", "hidden", "unmeasured");
  private static final Type TEXT = Type.TEXT.of(7.4f);
  private static final float EDGE = 8;
  private static final float INDENT = 8;
  private static final float BETWEEN = 3;

  private final Paper paper;
  private final float left;
  private final float width;

  NotSaid(Paper paper, float left, float width) {
    this.paper = paper;
    this.left = left;
    this.width = width;
  }

  void draw(float top, float height) {
    paper.decorate(() -> paper.pen().box(left, top - height, width, height, Ink.PALE));
    paper.decorate(() -> paper.pen().line(left, top, left, top - height, Ink.ACCENT, 2));
    float y =
        paper.heading(paper.say("not-said.title"), left + EDGE, top - EDGE, width - 2 * EDGE) - 4;
    PDStructureElement list =
        PdfTags.add(StandardStructureTypes.L, paper.pages().all());
    for (String line : LINES) {
      y = draw(list, line, y);
    }
  }

  float height() {
    float room = width - 2 * EDGE - INDENT;
    return 2 * EDGE
        + Type.HEADING.leading()
        + 4
        + LINES.stream()
            .map(line -> Pen.height(words(line), TEXT, room) + BETWEEN)
            .reduce(0f, Float::sum);
  }

  private String words(String line) {
    return paper.say(
        "not-said." + line,
        Map.of(
            "hidden", paper.text().count(paper.report().hidden()),
            "all", paper.text().count(paper.report().figures())));
  }

  private float draw(PDStructureElement list, String line, float top) {
    float room = width - 2 * EDGE - INDENT;
    String words = words(line);
    PDStructureElement item = PdfTags.add(StandardStructureTypes.LI, list);
    paper.decorate(() -> paper.pen().box(left + EDGE, top - 6, 2.4f, 2.4f, Ink.ACCENT));
    paper.pages().marked(PdfTags.add(StandardStructureTypes.L_BODY, item), () -> paper
        .pen()
        .lines(words, TEXT, left + EDGE + INDENT, top, room));
    return top - Pen.height(words, TEXT, room) - BETWEEN;
  }
}
