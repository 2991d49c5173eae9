package org.omloop.ledger.circulation.period;

import java.util.Optional;
import java.util.function.Function;
import org.omloop.ledger.circulation.disclosure.DecidedTables;
import org.omloop.ledger.circulation.disclosure.Gathering;

/**
 * What a quarter shows, and how it puts sectors and areas together that have few members.
 *
 * @param branches of sectors in their matrix, where a cell is of a part of their members only
 */
record DecidedQuarter(
    DecidedTables tables, Gathering sectors, Gathering branches, Gathering areas) {
  /** A section lies in nothing but the whole. */
  static final Function<String, Optional<String>> SECTORS = section -> Optional.empty();

  static final Function<String, Optional<String>> AREAS = CbsArea::parent;
}
