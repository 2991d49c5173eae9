package org.omloop.server.demo.neighbourhood;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;

/** The invented residents of the demo, with habits drawn from the neighbourhood's chance. */
final class ResidentTable {
  private static final int FOUNDERS = 400;
  private static final int NEWCOMERS = 350;
  /** The days on which newcomers join, so that a short market has none. */
  private static final int FIRST_NEWCOMER = 31;

  private static final int LAST_NEWCOMER = 340;
  private static final int FAVOURITES = 9;
  private static final int EMPLOYED_PER_MILLE = 280;
  /** How many leave it at a try, some weeks or months after they joined. */
  private static final int LOSES_INTEREST_PER_MILLE = 250;

  private static final int SOONEST_WITHOUT_INTEREST = 35;
  private static final int LATEST_WITHOUT_INTEREST = 220;
  private static final Amount CARD_LIMIT = Amount.of(50_00);
  private static final List<Amount> STANDING_ORDERS = List.of(
      Amount.of(10_00), Amount.of(20_00), Amount.of(25_00), Amount.of(40_00), Amount.of(60_00));
  private static final List<String> BUURTEN =
      List.of("MA01", "MA02", "MB01", "MB02", "MC01", "MC02", "MD01", "MD02");
  private static final List<String> NAMES = List.of(
      ("Aaliyah Abel Adam Aicha Amir Anneke Anouk Ayse Bart Bilal Bo Bram Cees Chadia Dounia Dries Eefje Elif"
              + " Els Emre Esra Farid Femke Floor Fouad Gijs Hanna Hans Hatice Henk Ilse Imane Ineke Ismail"
              + " Jaap Jamila Jan Jasmijn Joke Joris Kees Khadija Klaas Latifa Leila Lotte Maaike Malik Mariam"
              + " Marijn Mees Mehmet Mo Naima Nina Noor Omar Otis Paulien Pim Rachid Ria Roos Ruben Saar Salma"
              + " Sem Sevgi Sjoerd Stijn Suze Tariq Tess Thijs Tineke Umut Vera Wim Yara Yusuf Zoë")
          .split(" "));

  private final Chance chance;
  private final List<Organisation> organisations;

  ResidentTable(Chance chance, List<Organisation> organisations) {
    this.chance = chance;
    this.organisations = organisations;
  }

  /** Returns the residents. */
  List<Resident> grow() {
    List<Resident> residents = new ArrayList<>();
    for (int count = 0; count < FOUNDERS; count++) {
      residents.add(resident(0));
    }
    for (int count = 0; count < NEWCOMERS; count++) {
      residents.add(resident(chance.between(FIRST_NEWCOMER, LAST_NEWCOMER)));
    }
    return residents;
  }

  private Resident resident(int joinsOn) {
    String buurt = chance.pick(BUURTEN);
    Classification classification =
        new Classification(Role.RESIDENT, "", Neighbourhood.AREAS + buurt);
    Set<Circle> circles = circles(buurt);
    return new Resident(
        Neighbourhood.account(chance),
        chance.pick(NAMES) + " " + (char) ('A' + chance.below(26)) + ".",
        classification,
        1 + chance.weighted(2, 3, 4, 5, 5, 4, 3, 2, 1),
        circles.contains(Circle.SMALL_PURSES)
            ? STANDING_ORDERS.get(0)
            : chance.pick(STANDING_ORDERS),
        chance.perMille(700) ? chance.between(1, 5) : chance.between(23, 27),
        nestEgg(circles),
        chance.perMille(180) ? Optional.of(CARD_LIMIT) : Optional.empty(),
        favourites(classification),
        chance.perMille(EMPLOYED_PER_MILLE)
            ? Optional.of(employer(classification))
            : Optional.empty(),
        circles,
        joinsOn,
        chance.perMille(LOSES_INTEREST_PER_MILLE)
            ? Optional.of(
                joinsOn + chance.between(SOONEST_WITHOUT_INTEREST, LATEST_WITHOUT_INTEREST))
            : Optional.empty());
  }

  private Set<Circle> circles(String buurt) {
    Set<Circle> circles = EnumSet.noneOf(Circle.class);
    for (Circle circle : Circle.values()) {
      if (circle.takesIn(chance, buurt)) {
        circles.add(circle);
      }
    }
    return circles;
  }

  /** Some spend all they have; some save up, as far as their purse allows. */
  private Amount nestEgg(Set<Circle> circles) {
    int euros =
        switch (chance.weighted(3, 4, 3, 3)) {
          case 0 -> 1;
          case 1 -> chance.between(10, 40);
          case 2 -> chance.between(50, 110);
          default -> chance.between(120, 200);
        };
    return Amount.of(100L * (circles.contains(Circle.SMALL_PURSES) ? Math.min(euros, 15) : euros));
  }

  /** Two of three work near home. */
  private AccountId employer(Classification home) {
    List<Organisation> near =
        organisations.stream().filter(each -> each.isInTheWijkOf(home)).toList();
    return chance.pick(chance.perMille(650) ? near : organisations).account();
  }

  /** Two of three favourites are near home, when there are so many. */
  private Set<AccountId> favourites(Classification home) {
    List<AccountId> near = chance.shuffled(organisations.stream()
        .filter(each -> each.isInTheWijkOf(home))
        .map(Organisation::account)
        .toList());
    Set<AccountId> favourites =
        new HashSet<>(near.subList(0, Math.min(near.size(), FAVOURITES * 2 / 3)));
    for (AccountId each :
        chance.shuffled(organisations.stream().map(Organisation::account).toList())) {
      if (favourites.size() < FAVOURITES) {
        favourites.add(each);
      }
    }
    return favourites;
  }
}
