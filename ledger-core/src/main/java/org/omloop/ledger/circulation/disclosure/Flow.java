package org.omloop.ledger.circulation.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kinds by which public tables are cut, each with the kind it is a part of (circulation.md, section 2). Amounts
 * are gross: refunds are a kind of their own, so that no amount is negative.
 */
public enum Flow {
  /** All money passed on between units, V_H. */
  SPENT(null, true),
  /** Purchases, trade between businesses and wages, V_C. */
  ECONOMIC(SPENT, true),
  PURCHASE(ECONOMIC, true),
  B2B(ECONOMIC, true),
  WAGE(ECONOMIC, true),
  GIFT(SPENT, true),
  GRANT(SPENT, true),
  /** Money given back, booked in its own period. */
  REFUNDED(null, true),
  /** All money that left the circuit; one-sided, as are the purposes under it. */
  EXITED(null, false),
  SUPPLIER(EXITED, false),
  WAGES(EXITED, false),
  PREMISES(EXITED, false),
  HOUSING(EXITED, false),
  ENERGY(EXITED, false),
  TAXES(EXITED, false),
  FINANCE(EXITED, false),
  PROFIT(EXITED, false),
  LEAVING(EXITED, false),
  FEE(EXITED, false),
  OTHER(EXITED, false),
  /** Balances at the end of a month; one-sided, and no sum over months. */
  HELD(null, false);

  private final Optional<Flow> parent;
  private final boolean hasPayees;

  Flow(@Nullable Flow parent, boolean hasPayees) {
    this.parent = Optional.ofNullable(parent);
    this.hasPayees = hasPayees;
  }

  /** Tells whether there is a payee inside the circuit; otherwise a cell has one side, that of the payer. */
  public boolean hasPayees() {
    return hasPayees;
  }

  Optional<Flow> parent() {
    return parent;
  }

  List<Flow> children() {
    return Arrays.stream(values())
        .filter(flow -> flow.parent.equals(Optional.of(this)))
        .toList();
  }

  /** Tells whether amounts of months add up to that of their quarter. */
  boolean addsUpOverTime() {
    return this != HELD;
  }

  /** Tells whether the whole circuit's figure is one of rule 2: C1, C3 or C14. */
  boolean isWholeCircuitFigure() {
    return parent.isEmpty() || this == ECONOMIC;
  }
}
