package org.omloop.ledger.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What redeemed euros are for, as the member declares (circulation.md, section 2). */
public enum Purpose {
  SUPPLIER,
  WAGES,
  PREMISES,
  HOUSING,
  ENERGY,
  TAXES,
  FINANCE,
  PROFIT,
  LEAVING,
  FEE,
  OTHER;

  /** Returns the purpose of that name in orders. */
  public static Optional<Purpose> named(String wireName) {
    return Arrays.stream(values())
        .filter(each -> each.wireName().equals(wireName))
        .findFirst();
  }

  /** Returns the name used in orders and in the API. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
