package org.omloop.ledger.circulation.period;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;

/** What tables say beside their figures. */
final class Notes {
  /** Said where nothing was passed on. */
  static final Text NOTHING_SPENT = new Text(
      "In deze periode is in de kring niets betaald.",
      "Nothing was paid inside the circuit in this period.");

  private Notes() {}

  /** Returns why a table is empty, where it is. */
  static Optional<Text> whereEmpty(List<List<Cell>> lines, Text why) {
    return lines.isEmpty() ? Optional.of(why) : Optional.empty();
  }
}
