package org.omloop.server.demo.neighbourhood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Role;

class NeighbourhoodTest {
  private final Neighbourhood neighbourhood = Neighbourhood.grow(7);

  @Test
  void aSeedGrowsTheSameNeighbourhoodAgain() {
    assertEquals(neighbourhood, Neighbourhood.grow(7));
  }

  @Test
  void anotherSeedGrowsAnotherOne() {
    assertNotEquals(neighbourhood.accounts(), Neighbourhood.grow(8).accounts());
    assertNotEquals(neighbourhood.residents(), Neighbourhood.grow(8).residents());
  }

  @Test
  void itIsAsLargeAndAsVariedAsPromised() {
    assertTrue(neighbourhood.residents().size() >= 700);
    assertTrue(neighbourhood.organisations().size() >= 120);
    assertTrue(count(each -> each.classification().sector()) >= 35);
    assertTrue(count(each -> each.classification().area()) >= 8);
    assertEquals(neighbourhood.organisations().size(), count(Organisation::name));
    Set<Role> roles =
        neighbourhood.organisations().stream().map(Organisation::role).collect(Collectors.toSet());
    assertEquals(
        Set.of(Role.GOVERNMENT, Role.FIRM, Role.SOCIAL, Role.COOPERATIVE, Role.COMMONS), roles);
    assertEquals(Role.GOVERNMENT, neighbourhood.municipality().role());
  }

  private long count(java.util.function.Function<Organisation, Object> property) {
    return neighbourhood.organisations().stream().map(property).distinct().count();
  }

  @Test
  void accountIdsAreRandomTextsAndAllDifferent() {
    List<AccountId> accounts = neighbourhood.accounts();
    assertEquals(accounts.size(), new HashSet<>(accounts).size());
    assertTrue(accounts.stream().allMatch(each -> each.value().matches("[0-9a-hjkmnp-tv-z]{16}")));
  }

  @Test
  void someBuyInsideTheCircuitAndSomeCannot() {
    long without = neighbourhood.organisations().stream()
        .filter(each -> each.suppliers().isEmpty())
        .count();
    assertTrue(without >= 8 && without <= 25, without + " without suppliers");
    Set<AccountId> known = neighbourhood.organisations().stream()
        .map(Organisation::account)
        .collect(Collectors.toSet());
    for (Organisation each : neighbourhood.organisations()) {
      assertTrue(known.containsAll(each.suppliers()), each.name());
      assertFalse(each.suppliers().contains(each.account()), each.name());
    }
  }

  @Test
  void habitsReferToOrganisationsThatExist() {
    Set<AccountId> known = neighbourhood.organisations().stream()
        .map(Organisation::account)
        .collect(Collectors.toSet());
    for (Resident each : neighbourhood.residents()) {
      assertTrue(known.containsAll(each.favourites()));
      assertTrue(each.employer().map(known::contains).orElse(true));
      assertEquals(each.favourites().size(), new HashSet<>(each.favourites()).size());
      assertTrue(each.standingOrderDay() >= 1 && each.standingOrderDay() <= 28);
    }
  }
}
