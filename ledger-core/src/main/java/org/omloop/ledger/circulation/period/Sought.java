package org.omloop.ledger.circulation.period;

import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.order.Purpose;

/** Whom redeemed money is to pay: the division that was declared, or the one that the purpose names by itself. */
final class Sought {
  private static final Map<Purpose, String> NAMED_BY_PURPOSE =
      Map.of(Purpose.ENERGY, "35", Purpose.PREMISES, "68", Purpose.HOUSING, "68");

  private Sought() {}

  /** Tells whether a row is money redeemed to pay somebody outside; the operator's fee is not. */
  static boolean isSought(Scope scope, int row) {
    return scope.rows().movement(row) == Movement.EXIT
        && scope.journal().purpose(row).filter(each -> each != Purpose.FEE).isPresent();
  }

  /** Returns the division of who is paid outside, or {@code ?}. */
  static String division(Scope scope, int row) {
    String declared = MissingSuppliers.division(scope, row);
    Optional<Purpose> purpose = scope.journal().purpose(row);
    return declared.equals(Sbi.UNKNOWN)
        ? purpose.map(NAMED_BY_PURPOSE::get).orElse(Sbi.UNKNOWN)
        : declared;
  }
}
