package org.omloop.ledger.circulation.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.Effort;

/**
 * Five hundred invented months under attack. Attackers have unrounded figures and all tables of all editions; no hidden
 * cell may be known to within a tenth.
 */
class AttackTest {
  private static final int MONTHS = 500;
  private static final Period MARCH = Period.month(2026, 3);

  /** A cell as an edition has it, and its rows. */
  private record Sum(Cell cell, int edition, List<Contribution> rows) {}

  @Test
  void findsNoHiddenCellOfAMonth() {
    long first = Effort.seed(AttackTest.class);
    int shown = 0;
    for (long seed = first; seed < first + Effort.of(1, MONTHS); seed++) {
      Town town = new Town(seed);
      List<Contribution> rows = town.month(MARCH, 1);
      Edition edition =
          publish(town, Edition.none(Town.CELLS, Thresholds.DEFAULT), List.of(MARCH), rows);
      Collection<Cell> cells = cells(List.of(MARCH));
      Set<Cell> published = published(cells, edition);
      shown += published.size();
      assertNothingFound("seed " + seed, cells, published, rows);
      assertSubtractionPassesRule3("seed " + seed, published, rows);
    }
    System.out.println(shown + " cells were shown");
    assertTrue(shown > 100, "hardly anything is shown: " + shown);
  }

  @Test
  void findsHiddenCellsWhereOnlyThresholdsAreKept() {
    int found = 0;
    for (long seed = 1; seed <= 4; seed++) {
      List<Contribution> rows = new Town(seed).month(MARCH, 1);
      Collection<Cell> cells = cells(List.of(MARCH));
      Set<Cell> published = new LinkedHashSet<>(cells);
      published.removeIf(cell -> !Reading.maybeShown(Reading.rows(cell, 1, rows)));
      found += foundByIntervals(cells, published, rows).size();
      found += foundByElimination(sums(published, 1, rows), hidden(cells, published, rows), rows)
          .size();
    }
    assertTrue(found > 0, "the attackers are too weak to tell anything");
  }

  @Test
  void findsNothingBetweenEditions() {
    long first = Effort.seed(AttackTest.class);
    int revised = 0;
    for (long seed = first; seed < first + Effort.of(2, MONTHS / 5); seed++) {
      Town town = new Town(seed);
      List<Contribution> rows = town.month(MARCH, 1);
      Edition before =
          publish(town, Edition.none(Town.CELLS, Thresholds.DEFAULT), List.of(MARCH), rows);
      List<Contribution> corrected = town.moved(seed % 2 == 0 ? 60 : 1, rows, 2);
      Edition after = publish(town, before, List.of(), corrected);
      Collection<Cell> cells = cells(List.of(MARCH));
      List<Sum> known = new ArrayList<>();
      List<Sum> hidden = new ArrayList<>();
      for (Cell cell : cells) {
        List<Published> values = after.published(cell);
        assertEquals(
            before.published(cell), values.subList(0, before.published(cell).size()), "frozen");
        revised += values.size() > 1 ? 1 : 0;
        values.forEach(value -> known.add(
            new Sum(cell, value.edition(), Reading.rows(cell, value.edition(), corrected))));
        if (values.isEmpty()) {
          hidden.add(new Sum(cell, 1, Reading.rows(cell, 1, corrected)));
          hidden.add(new Sum(cell, 2, Reading.rows(cell, 2, corrected)));
        }
      }
      hidden.removeIf(sum -> sum.rows().isEmpty());
      assertEquals(List.of(), foundByElimination(known, hidden, corrected), "seed " + seed);
      assertRevisionsPassRule3("seed " + seed, cells, after, corrected);
    }
    System.out.println(revised + " cells were revised");
    assertTrue(revised > 0, "no correction was shown in any edition");
  }

  private static Edition publish(
      Town town, Edition previous, List<Period> periods, List<Contribution> rows) {
    return new Disclosure(Town.CELLS, town, Thresholds.DEFAULT).publish(previous, periods, rows);
  }

  private static Collection<Cell> cells(List<Period> periods) {
    return Town.CELLS.all(
        periods,
        List.of(
            Flow.SPENT,
            Flow.ECONOMIC,
            Flow.PURCHASE,
            Flow.B2B,
            Flow.WAGE,
            Flow.GIFT,
            Flow.GRANT,
            Flow.EXITED,
            Flow.SUPPLIER,
            Flow.WAGES,
            Flow.PREMISES,
            Flow.TAXES,
            Flow.LEAVING));
  }

  private static Set<Cell> published(Collection<Cell> cells, Edition edition) {
    Set<Cell> published = new LinkedHashSet<>(cells);
    published.removeIf(cell -> edition.published(cell).isEmpty());
    return published;
  }

  private static void assertNothingFound(
      String where, Collection<Cell> cells, Set<Cell> published, List<Contribution> rows) {
    assertEquals(List.of(), foundByIntervals(cells, published, rows), where);
    assertEquals(
        List.of(),
        foundByElimination(sums(published, 9, rows), hidden(cells, published, rows), rows),
        where);
  }

  private static List<Sum> sums(Collection<Cell> cells, int edition, List<Contribution> rows) {
    return cells.stream()
        .map(cell -> new Sum(cell, edition, Reading.rows(cell, edition, rows)))
        .toList();
  }

  private static List<Sum> hidden(
      Collection<Cell> cells, Set<Cell> published, List<Contribution> rows) {
    Set<Cell> hidden = new LinkedHashSet<>(cells);
    hidden.removeAll(published);
    return sums(hidden, 9, rows).stream().filter(sum -> !sum.rows().isEmpty()).toList();
  }

  private static List<String> foundByIntervals(
      Collection<Cell> cells, Set<Cell> published, List<Contribution> rows) {
    IntervalAttacker attacker = new IntervalAttacker(cells);
    published.forEach(cell -> attacker.knows(cell, Reading.amount(Reading.rows(cell, 9, rows))));
    attacker.solve();
    return hidden(cells, published, rows).stream()
        .filter(sum -> attacker.error(sum.cell()) <= 0.1 * Reading.amount(sum.rows()))
        .map(sum -> sum.cell().toString())
        .toList();
  }

  private static List<String> foundByElimination(
      List<Sum> known, List<Sum> hidden, List<Contribution> rows) {
    Map<List<Object>, Integer> unknowns = new LinkedHashMap<>();
    rows.forEach(row -> unknowns.putIfAbsent(unknown(row), unknowns.size()));
    EliminationAttacker attacker = new EliminationAttacker(unknowns.size());
    known.forEach(sum -> attacker.knows(vector(sum, unknowns)));
    return hidden.stream()
        .filter(sum -> !isTold(sum, known))
        .filter(sum -> attacker.computes(vector(sum, unknowns)))
        .map(sum -> sum.cell() + " in edition " + sum.edition())
        .toList();
  }

  /** What a whole circuit's sum tells whoever knows where nothing was paid cannot be helped (docs/adr/0035). */
  private static boolean isTold(Sum hidden, List<Sum> known) {
    return known.stream().anyMatch(sum -> isWhole(sum.cell()) && sum.rows().equals(hidden.rows()));
  }

  private static boolean isWhole(Cell cell) {
    return cell.area().equals(Town.CITY) && cell.sector().equals(Town.WHOLE);
  }

  private static List<Object> unknown(Contribution row) {
    return List.of(row.leaf(), row.from(), row.until());
  }

  private static BitSet vector(Sum sum, Map<List<Object>, Integer> unknowns) {
    BitSet vector = new BitSet();
    sum.rows().forEach(row -> vector.set(unknowns.getOrDefault(unknown(row), -1)));
    return vector;
  }

  /** A merchant who subtracts neighbours and then itself from a total knows no other's amount. */
  private static void assertSubtractionPassesRule3(
      String where, Set<Cell> published, List<Contribution> rows) {
    for (Cell cell : published) {
      List<Contribution> all = Reading.rows(cell, 9, rows);
      assertTrue(isWhole(cell) || all.isEmpty() || Reading.maybeShown(all), where + ": " + cell);
      for (Dimension dimension : Dimension.values()) {
        List<Contribution> rest = new ArrayList<>(all);
        boolean isSubtracted = false;
        for (Cell part : Town.CELLS.children(cell, dimension)) {
          if (published.contains(part)) {
            isSubtracted = true;
            rest.removeIf(row -> Reading.covers(part, row.leaf()));
          }
        }
        boolean isTold =
            isSubtracted && !rest.isEmpty() && !isDeeper(rest, cell, dimension, published);
        assertTrue(
            !isTold || Reading.maybeShown(rest),
            where + ": " + cell + " less its parts by " + dimension);
      }
    }
  }

  /** Parts of hidden parts are subtracted too; then what is left after the first level is not all that is told. */
  private static boolean isDeeper(
      List<Contribution> rest, Cell cell, Dimension dimension, Set<Cell> published) {
    return Town.CELLS.children(cell, dimension).stream()
        .filter(part -> !published.contains(part))
        .flatMap(part -> Town.CELLS.children(part, dimension).stream())
        .anyMatch(part -> published.contains(part)
            && rest.stream().anyMatch(row -> Reading.covers(part, row.leaf())));
  }

  private static void assertRevisionsPassRule3(
      String where, Collection<Cell> cells, Edition edition, List<Contribution> rows) {
    for (Cell cell : cells) {
      if (edition.published(cell).size() > 1) {
        List<Contribution> changed = new ArrayList<>(Reading.rows(cell, 1, rows));
        List<Contribution> now = Reading.rows(cell, 2, rows);
        List<Contribution> both = new ArrayList<>(changed);
        both.retainAll(now);
        changed.addAll(now);
        changed.removeAll(both);
        assertTrue(Reading.maybeShown(changed), where + ": " + cell + " was revised");
      }
    }
  }
}
