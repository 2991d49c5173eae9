package org.omloop.server.circulation;

import java.util.List;
import org.omloop.ledger.circulation.disclosure.Period;

/**
 * A period that there are reports of.
 *
 * @param isOver whether its reports are editions, which never change
 * @param editions the public ones that have been made, in order
 */
public record KnownPeriod(Period period, boolean isOver, List<Edition> editions) {
  /** Copies the list. */
  public KnownPeriod {
    editions = List.copyOf(editions);
  }
}
