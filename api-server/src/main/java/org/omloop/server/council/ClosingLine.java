package org.omloop.server.council;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.omloop.ledger.circulation.catalogue.Catalogue;
import org.omloop.ledger.circulation.period.ClosingItems;

/** "Does it close?": what was inside, what came, what left and what is inside, as one sum; and what covers it. */
final class ClosingLine {
  private static final float LABEL = 9;
  private static final float AMOUNT = 24;

  private final Paper paper;
  private final ReportTable table;

  ClosingLine(Paper paper) {
    this.paper = paper;
    this.table = paper.report().table("closing");
  }

  /** A part of the sum. */
  private record Term(String item, String sign, BigDecimal amount) {}

  float draw(float top) {
    float y = paper.heading(paper.say("part.closing"), Paper.LEFT, top, Paper.WIDTH) - 4;
    BigDecimal opening = sum(ClosingItems.OPENING::equals);
    BigDecimal entered = sum(ClosingItems::isInflow);
    BigDecimal left = sum(ClosingItems::isExit);
    BigDecimal closing = sum(ClosingItems.CLOSING::equals);
    boolean closes = opening.add(entered).add(left).compareTo(closing) == 0;
    float place = Paper.LEFT;
    for (Term term : List.of(
        new Term("opening", "", opening),
        new Term("in", "+", entered),
        new Term("out", "−", left.negate()),
        new Term("closing", "=", closing))) {
      place = draw(term, place, y);
    }
    drawCover(place, y);
    Paper.Column below = paper.column(Paper.LEFT, y - AMOUNT - 8, Paper.WIDTH);
    below.write(
        "P",
        paper.say(closes ? "city.closes" : "city.does-not-close"),
        closes ? Type.MUTED : Type.STRONG);
    below.write("P", FrontPage.capital(paper.say("city.cover")) + ": " + reserve(), Type.SMALL);
    if (!table.note().isEmpty()) {
      below.write("P", Notes.own(table.note(), paper), Type.SMALL);
    }
    return below.y();
  }

  /** What a reader has to know of the cover; the catalogue says it everywhere. */
  private String reserve() {
    return paper.text().inLanguage(Catalogue.find("C2").orElseThrow().pitfall());
  }

  private BigDecimal sum(Predicate<String> belongs) {
    return table.rows().stream()
        .filter(row -> belongs.test(row.word("item")))
        .flatMap(row -> row.figure("amount").stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private float draw(Term term, float place, float top) {
    String amount = table.rows().isEmpty() ? "." : paper.text().amount(term.amount());
    String sum = term.sign().isEmpty() ? amount : term.sign() + " " + amount;
    draw(paper.say("item." + term.item()), sum, place, top);
    return place + Math.max(84, Pen.width(sum, Type.SUM) + 16);
  }

  private void drawCover(float place, float top) {
    String cover = table.where("item", "reserve").stream()
        .findFirst()
        .map(row -> paper.text().shown(row.cell("share"), paper.text()::share))
        .orElse(".");
    draw(paper.say("city.cover"), cover, place, top);
  }

  private void draw(String name, String figure, float place, float top) {
    paper.element("P", () -> {
      paper.pen().say(name, Type.MUTED, place, top - LABEL);
      paper.pen().say(figure, Type.SUM, place, top - AMOUNT);
    });
  }
}
