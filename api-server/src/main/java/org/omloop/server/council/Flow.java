package org.omloop.server.council;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.omloop.ledger.circulation.period.ClosingItems;
import org.omloop.server.council.ReportTable.Row;

/**
 * Money's way from where it came in to where it is now or where it left to.
 *
 * @param links in order; amounts above zero
 * @param isFollowed whether coins were followed; else it is the sum of the books, through the circuit as a whole
 */
record Flow(List<Link> links, boolean isFollowed) {
  static final String INSIDE = "inside";
  static final String OUT = "out-";
  /** Stands in the middle where nothing was followed. */
  static final String CIRCUIT = "circuit";
  /** What left, of which it is not told what for. */
  static final String UNSPLIT = "out-?";

  /**
   * An amount that goes from one place to another.
   *
   * @param step how often it had been passed on
   */
  record Link(int step, String from, String to, double amount) {}

  Flow {
    links = List.copyOf(links);
  }

  static boolean isEnd(String place) {
    return place.equals(INSIDE) || place.startsWith(OUT);
  }

  /** Returns the way of the coins that were followed; else what the books say of the circuit as a whole. */
  static Flow of(PaperReport report) {
    List<Link> links = report.table("flow").rows().stream()
        .filter(
            row -> row.figure("amount").filter(amount -> amount.signum() > 0).isPresent())
        .map(row -> new Link(
            row.figure("step").orElse(BigDecimal.ZERO).intValue(),
            row.word("from"),
            row.word("to"),
            value(row, "amount")))
        .toList();
    return links.isEmpty() ? ofBooks(report) : new Flow(links, true);
  }

  private static double value(Row row, String column) {
    return row.figure(column).map(BigDecimal::doubleValue).orElse(0.0);
  }

  /** What is told of the way out is shown apart; the rest of what left, which the books tell, is one band. */
  private static Flow ofBooks(PaperReport report) {
    List<Link> links = new ArrayList<>();
    double left = 0;
    for (Row row : report.table("closing").rows()) {
      String item = row.word("item");
      double amount = value(row, "amount");
      if ((item.equals(ClosingItems.OPENING) || ClosingItems.isInflow(item)) && amount > 0) {
        links.add(new Link(0, item, CIRCUIT, amount));
      } else if (ClosingItems.isExit(item)) {
        left -= amount;
      } else if (item.equals(ClosingItems.CLOSING) && amount > 0) {
        links.add(new Link(1, CIRCUIT, INSIDE, amount));
      }
    }
    for (Row row : report.table("exits").rows()) {
      double amount = Math.min(left, value(row, "amount"));
      if (amount > 0) {
        links.add(new Link(1, CIRCUIT, OUT + row.word("purpose"), amount));
        left -= amount;
      }
    }
    if (left > 0) {
      links.add(new Link(1, CIRCUIT, UNSPLIT, left));
    }
    return new Flow(links, false);
  }

  /** Returns the column of what has ended. */
  int last() {
    return links.stream().mapToInt(Link::step).max().orElse(0) + 1;
  }

  /** Returns the ends, inside first, each once, in order. */
  List<String> ends() {
    List<String> ends =
        links.stream().map(Link::to).filter(Flow::isEnd).distinct().toList();
    List<String> sorted = new ArrayList<>(ends);
    sorted.remove(INSIDE);
    sorted.add(0, INSIDE);
    return sorted;
  }

  /** Returns what a place is given. */
  double given(String end) {
    return links.stream()
        .filter(link -> link.to().equals(end))
        .mapToDouble(Link::amount)
        .sum();
  }
}
