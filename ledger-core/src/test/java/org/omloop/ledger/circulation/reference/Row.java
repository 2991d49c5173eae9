package org.omloop.ledger.circulation.reference;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** A row as it stands in the file; time in units of 0.00001 day. */
record Row(String id, long time, String from, String to, int cents, String kind, String refundOf) {
  private static final Set<String> HOPS = Set.of("purchase", "b2b", "wage", "gift", "grant");

  static Row parse(String line) {
    String[] cells = line.split(",", -1);
    return new Row(
        cells[0],
        new BigDecimal(cells[1]).movePointRight(5).longValueExact(),
        cells[2],
        cells[3],
        new BigDecimal(cells[4]).movePointRight(2).intValueExact(),
        cells[5],
        cells[6]);
  }

  boolean isOwn(Map<String, String> units) {
    return !from.isEmpty() && !to.isEmpty() && units.get(from).equals(units.get(to));
  }

  boolean isHop(Map<String, String> units) {
    return HOPS.contains(kind) && !from.isEmpty() && !isOwn(units);
  }
}
