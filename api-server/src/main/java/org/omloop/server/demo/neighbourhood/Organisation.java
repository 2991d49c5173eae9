package org.omloop.server.demo.neighbourhood;

import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Role;

/**
 * An organisation with one account in the circuit.
 *
 * @param account its account, of type {@code HOLDER}
 * @param name its Dutch trade name, for screens
 * @param address where its door is
 * @param classification role, sector and area
 * @param trade hours, prices and custom
 * @param suppliers members of the circuit it buys from; an organisation without any must redeem to pay its own
 * @param joinsOn the day on which it joins, from 0 for the market's first
 */
public record Organisation(
    AccountId account,
    String name,
    Address address,
    Classification classification,
    Trade trade,
    List<AccountId> suppliers,
    int joinsOn) {
  public Organisation {
    suppliers = List.copyOf(suppliers);
  }

  /** Returns what it could be called in the trade register. */
  public String legalName() {
    return switch (role()) {
      case FIRM -> name + " B.V.";
      case COOPERATIVE -> "Coöperatie " + name + " U.A.";
      case SOCIAL, COMMONS -> "Stichting " + name;
      default -> name;
    };
  }

  /** Tells whether it is in the same wijk as somebody of that classification: buurten of one wijk differ in two digits. */
  public boolean isInTheWijkOf(Classification other) {
    String area = other.area();
    return classification.area().regionMatches(0, area, 0, area.length() - 2);
  }

  /** Returns its part in the economy. */
  public Role role() {
    return classification.role();
  }
}
