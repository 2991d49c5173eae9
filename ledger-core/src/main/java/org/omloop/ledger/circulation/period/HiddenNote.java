package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omloop.ledger.circulation.catalogue.Text;

/**
 * What a public table says of what it hides: how many of its cells, and which share of its amount as everybody can work
 * it out from what is shown (rule 10).
 *
 * @param share empty where the total is hidden as well, or there is none
 */
record HiddenNote(List<List<Cell>> rows, Optional<Cell> share, boolean isMonth) {
  private static final Text NOT_BY_MONTH = new Text(
      "Per maand tonen we alleen cijfers van de hele kring; de rest staat bij kwartaal en jaar.",
      "By month only figures of the whole circuit are shown; see the quarter and the year.");
  private static final Text NO_LINES = new Text(
      "Wat hier niet staat, is nul of verborgen.", "What is not listed is zero or hidden.");
  private static final Text ROUNDED = new Text(
      "Elk cijfer is apart afgerond, behalve die van de hele kring: een som kan iets afwijken.",
      "Each figure but those of the whole circuit is rounded by itself: sums may differ a little.");

  /** Returns the note after what the table has to say itself, and what stands together in it. */
  Text after(List<Text> own, List<Text> together) {
    Text note = Stream.of(own, together, List.of(counted()))
        .flatMap(List::stream)
        .reduce(HiddenNote::join)
        .orElseThrow();
    note = rows.isEmpty() ? join(note, NO_LINES) : note;
    if (count(Cell.Hidden.class) > 0 || rows.isEmpty()) {
      note = isMonth ? join(note, NOT_BY_MONTH) : note;
    }
    return join(note, ROUNDED);
  }

  private Text counted() {
    long hidden = count(Cell.Hidden.class);
    long all = hidden + count(Cell.Known.class);
    return new Text(
        "Verborgen: " + hidden + " van " + all + " vakjes" + percent(", samen ", "% van het bedrag")
            + ".",
        "Hidden: " + hidden + " of " + all + " cells" + percent(", together ", "% of the amount")
            + ".");
  }

  private String percent(String before, String after) {
    return share
        .filter(Cell.Known.class::isInstance)
        .map(cell -> before + ((Cell.Known) cell).value().movePointRight(2).toBigInteger() + after)
        .orElse("");
  }

  private long count(Class<? extends Cell> kind) {
    return rows.stream().flatMap(List::stream).filter(kind::isInstance).count();
  }

  private static Text join(Text first, Text second) {
    return new Text(first.nl() + " " + second.nl(), first.en() + " " + second.en());
  }
}
