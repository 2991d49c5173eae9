package org.omloop.ledger.circulation.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;
import org.omloop.ledger.circulation.disclosure.LinkedReading.Equation;
import org.omloop.ledger.circulation.disclosure.LinkedTown.Row;

/**
 * Invented quarters of linked tables under attack: five hundred months in a long run. Attackers have unrounded figures
 * and the whole circuit's sums; no hidden figure may be known to within a tenth.
 */
class LinkedAttackTest {
  private static final int MONTHS = 500;

  @Test
  void findsNoHiddenFigureOfAQuarter() {
    long first = Effort.seed(LinkedAttackTest.class);
    int shown = 0;
    int hidden = 0;
    for (long seed = first; seed < first + Effort.of(2, MONTHS / 3 + 1); seed++) {
      LinkedTown town = new LinkedTown(seed);
      LinkedReading reading = new LinkedReading(town);
      List<Row> rows = town.quarter();
      Map<Place, List<Row>> figures = reading.rows(rows);
      DecidedTables decided = town.tables(rows).decide(Thresholds.DEFAULT);
      Set<Place> published = published(figures, decided);
      String where = "seed " + seed;
      assertEquals(List.of(), foundByIntervals(reading, figures, published), where);
      assertEquals(List.of(), foundByElimination(rows, reading, figures, published), where);
      assertShownFiguresPassRule3(where, reading, figures, published);
      assertSubtractionPassesRule3(where, reading, figures, published);
      shown += published.size();
      hidden += figures.size() - published.size();
    }
    System.out.println(shown + " figures were shown, " + hidden + " hidden");
    assertTrue(shown > 100, "hardly anything is shown: " + shown);
  }

  @Test
  void findsHiddenFiguresWhereOnlyThresholdsAreKept() {
    int found = 0;
    for (long seed = 1; seed <= 2; seed++) {
      LinkedTown town = new LinkedTown(seed);
      LinkedReading reading = new LinkedReading(town);
      List<Row> rows = town.quarter();
      Map<Place, List<Row>> figures = reading.rows(rows);
      Set<Place> published = new LinkedHashSet<>(figures.keySet());
      published.removeIf(place -> place.table().equals("rest")
          || !LinkedReading.isKnown(place) && !reading.maybeShown(figures.get(place)));
      found += foundByIntervals(reading, figures, published).size();
      found += foundByElimination(rows, reading, figures, published).size();
    }
    assertTrue(found > 0, "the attackers are too weak to tell anything");
  }

  /** Returns what an attacker has: what is shown, and what everybody knows of the whole circuit. */
  private static Set<Place> published(Map<Place, List<Row>> figures, DecidedTables decided) {
    Set<Place> published = new LinkedHashSet<>();
    figures.forEach((place, rows) -> {
      if (place.table().equals("rest")) {
        return;
      }
      Optional<Long> amount = decided.unrounded(place);
      if (LinkedReading.isKnown(place) || amount.isPresent()) {
        published.add(place);
        assertEquals(Optional.of(LinkedReading.amount(rows)), amount, place.toString());
      }
    });
    return published;
  }

  private static List<Place> foundByIntervals(
      LinkedReading reading, Map<Place, List<Row>> figures, Set<Place> published) {
    SumsAttacker attacker = new SumsAttacker(reading);
    figures.forEach((place, rows) -> {
      double amount = LinkedReading.amount(rows);
      if (published.contains(place)) {
        attacker.knows(place, amount);
      } else {
        attacker.doubts(place, amount);
      }
    });
    attacker.solve();
    return figures.keySet().stream()
        .filter(place -> isSecret(reading, place, figures, published))
        .filter(place ->
            attacker.error(place) <= 0.1 * Math.abs(LinkedReading.amount(figures.get(place))))
        .toList();
  }

  private static List<Place> foundByElimination(
      List<Row> rows, LinkedReading reading, Map<Place, List<Row>> figures, Set<Place> published) {
    List<Place> places = List.copyOf(figures.keySet());
    Map<Row, List<Place>> in = new HashMap<>();
    rows.forEach(row -> in.put(row, new ArrayList<>()));
    figures.forEach((place, of) ->
        of.forEach(row -> in.computeIfPresent(row, (key, found) -> with(found, place))));
    Map<List<Place>, Integer> unknowns = new HashMap<>();
    Map<Row, Integer> unknownOf = new HashMap<>();
    rows.forEach(row -> unknownOf.put(
        row, unknowns.computeIfAbsent(in.getOrDefault(row, List.of()), key -> unknowns.size())));
    EliminationAttacker attacker = new EliminationAttacker(unknowns.size());
    published.forEach(place -> attacker.knows(sum(figures.get(place), unknownOf)));
    return places.stream()
        .filter(place -> isSecret(reading, place, figures, published))
        .filter(place -> !figures.get(place).isEmpty())
        .filter(place -> attacker.computes(sum(figures.get(place), unknownOf)))
        .toList();
  }

  private static List<Place> with(List<Place> found, Place place) {
    found.add(place);
    return found;
  }

  private static BitSet sum(List<Row> rows, Map<Row, Integer> unknownOf) {
    BitSet sum = new BitSet();
    rows.forEach(row -> sum.set(unknownOf.getOrDefault(row, -1)));
    return sum;
  }

  private static boolean isSecret(
      LinkedReading reading, Place place, Map<Place, List<Row>> figures, Set<Place> published) {
    boolean isImpossible = figures.get(place).isEmpty() && !reading.isPossible(place);
    // What the whole circuit's sums tell by themselves cannot be helped.
    boolean isTold = published.stream()
        .filter(LinkedReading::isKnown)
        .anyMatch(known -> figures.get(known).equals(figures.get(place)));
    return !published.contains(place)
        && !place.table().equals("rest")
        && !isImpossible
        && !(isTold && !figures.get(place).isEmpty());
  }

  private static void assertShownFiguresPassRule3(
      String where, LinkedReading reading, Map<Place, List<Row>> figures, Set<Place> published) {
    for (Place place : published) {
      List<Row> rows = figures.get(place);
      assertTrue(
          LinkedReading.isKnown(place) || rows.isEmpty() || reading.maybeShown(rows),
          where + ": " + place);
    }
  }

  /** A shop that subtracts what is shown and then itself knows no other's amount. */
  private static void assertSubtractionPassesRule3(
      String where, LinkedReading reading, Map<Place, List<Row>> figures, Set<Place> published) {
    for (Equation equation : reading.equations()) {
      Set<Row> rest = new HashSet<>(figures.get(equation.whole()));
      boolean isSubtracted = false;
      for (Place part : equation.parts()) {
        if (published.contains(part)) {
          isSubtracted = true;
          figures.get(part).forEach(rest::remove);
        }
      }
      boolean isTold = published.contains(equation.whole()) && isSubtracted && !rest.isEmpty();
      boolean canBeHelped = equation.parts().stream()
          .anyMatch(part -> published.contains(part) && !LinkedReading.isKnown(part));
      assertTrue(
          !isTold || !canBeHelped || reading.maybeShown(List.copyOf(rest)),
          where + ": " + equation.whole() + " less its parts");
    }
  }
}
