package org.omloop.ledger.circulation.period;

import java.util.List;

/**
 * An organisation whose money sleeps (C6).
 *
 * @param account its first account's id
 * @param balance minor units, above zero
 * @param quietDays whole days since it last passed money on, or since it last had nothing
 * @param division what it sells, or {@code ?}
 * @param suppliers whom it could pay, as {@link Suppliers#of} has them
 */
public record StuckBalance(
    String account, long balance, long quietDays, String division, List<Supplier> suppliers) {
  /** Copies the list. */
  public StuckBalance {
    suppliers = List.copyOf(suppliers);
  }
}
