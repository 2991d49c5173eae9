package org.omloop.server.demo.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Neighbourhood;
import org.omloop.server.demo.neighbourhood.Organisation;
import org.omloop.server.demo.neighbourhood.Programme;
import org.omloop.server.demo.neighbourhood.Resident;
import org.omloop.server.demo.neighbourhood.Trade;

/**
 * Somebody whom a visitor of the demo can be.
 *
 * @param id in addresses
 * @param name on the screen
 * @param account for which the visitor's key signs
 * @param face the page they work with: {@code till}, {@code wallet} or {@code office}
 * @param rights of the visitor's key
 */
record Person(String id, String name, AccountId account, String face, Set<Right> rights) {
  private static final String OFFICE = "Kring Oost";
  private static final int RESIDENTS = 3;
  /** Whoever saves more has hardly bought anything yet. */
  private static final Amount MODEST = Amount.of(70_00);

  private static final Set<Right> MEMBER =
      EnumSet.of(Right.PAY, Right.RECEIVE, Right.REFUND, Right.REDEEM);
  private static final Set<Right> RESIDENT = EnumSet.of(Right.PAY, Right.RECEIVE, Right.REDEEM);
  private static final Set<Right> CASHIER = EnumSet.of(Right.RECEIVE, Right.REFUND);

  /** Returns the pages that the visitor's key is kept for: whoever may pay for a shop spends with it too. */
  List<String> faces() {
    return face.equals("till") && rights.contains(Right.PAY)
        ? List.of("till", "wallet")
        : List.of(face);
  }

  /**
   * Returns a baker, a cashier of the bakery, some residents who stay and have no limit on what they pay, two operators, an auditor, and the
   * two who hand out a programme. */
  static List<Person> of(Neighbourhood neighbourhood) {
    Organisation bakery = neighbourhood.organisations().stream()
        .filter(each -> each.trade() == Trade.BAKERY)
        .findFirst()
        .orElseThrow();
    List<Person> people = new ArrayList<>();
    people.add(new Person("baker", bakery.name(), bakery.account(), "till", MEMBER));
    people.add(new Person("cashier", bakery.name(), bakery.account(), "till", CASHIER));
    List<Resident> residents = neighbourhood.residents().stream()
        .filter(each -> each.joinsOn() == 0 && each.losesInterestOn().isEmpty())
        .filter(each -> each.keyLimit().isEmpty() && each.nestEgg().compareTo(MODEST) <= 0)
        .sorted(Comparator.comparing(Resident::standingOrder)
            .thenComparing(Resident::nestEgg)
            .reversed()) // who has something to spend
        .limit(RESIDENTS)
        .toList();
    for (Resident each : residents) {
      people.add(new Person(
          "resident-" + (people.size() - 1),
          each.screenName(),
          each.account(),
          "wallet",
          RESIDENT));
    }
    people.add(
        new Person("operator", OFFICE, Ledger.OPERATOR, "office", EnumSet.of(Right.OPERATE)));
    people.add(
        new Person("operator-2", OFFICE, Ledger.OPERATOR, "office", EnumSet.of(Right.APPROVE)));
    people.add(new Person("auditor", OFFICE, Ledger.OPERATOR, "office", EnumSet.of(Right.AUDIT)));
    Programme programme = neighbourhood.programmes().get(0);
    for (String id : List.of("programme", "programme-2")) {
      people.add(
          new Person(id, programme.name(), programme.account(), "office", EnumSet.of(Right.PAY)));
    }
    return people;
  }
}
