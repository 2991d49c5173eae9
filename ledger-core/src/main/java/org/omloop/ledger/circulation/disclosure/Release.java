package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Hides figures of an edition until nothing that is left gives away what is hidden (rule 6): first whatever plain
 * subtraction tells, then whatever the equations of all tables together tell.
 *
 * <p>Not thread-safe.
 */
final class Release {
  private final Population population;
  private final Thresholds thresholds;
  private final Groups groups;
  private final Figures figures;
  private final List<BitSet> withheld;
  private final Set<Integer> readings;
  // owned by protect: sums that have room, which only grows as more is hidden, or that cannot be
  // helped
  private final Set<BitSet> settled = new HashSet<>();
  // owned by tells: what subtractions left that was tried before
  private final Map<BitSet, Boolean> passes = new HashMap<>();

  /**
   * Takes an edition whose figures have each passed rule 3, or not.
   *
   * @param withheld groups of corrections that are not shown
   */
  Release(
      Disclosure disclosure, Groups groups, Figures figures, int edition, List<BitSet> withheld) {
    this.population = disclosure.population();
    this.thresholds = disclosure.thresholds();
    this.groups = groups;
    this.figures = figures;
    this.withheld = withheld;
    this.readings = figures.readings(edition);
  }

  void protect() {
    do {
      while (hideFor(this::tellsBySubtraction)) {
        // Hiding one figure changes what the others tell.
      }
    } while (hideForLackOfRoom());
  }

  /** Hides one figure for each shown one that tells too much; returns whether any was hidden. */
  private boolean hideFor(Predicate<Figure> tellsTooMuch) {
    boolean isChanged = false;
    for (Figure figure : figures.stream().filter(Figure::isShown).toList()) {
      isChanged |= figure.isShown() && tellsTooMuch.test(figure);
    }
    return isChanged;
  }

  /**
   * Subtracts the shown parts of a figure from it, in each direction and as any edition has them. What is left is a
   * cell too, though nobody drew it, and has to pass rule 3, so that no unit in it can compute another; where it fails
   * the smallest figure of the subtraction is hidden. Returns whether one was.
   */
  private boolean tellsBySubtraction(Figure whole) {
    if (whole.amount() == 0) {
      // Whatever a later edition shows below a zero has passed by itself.
      return false;
    }
    for (Dimension dimension : Dimension.values()) {
      for (int read : readings) {
        List<Figure> parts = figures.shownBelow(whole.cell(), dimension, read);
        if (!parts.isEmpty() && tells(whole, parts, dimension, read)) {
          List<Figure> all = new ArrayList<>(parts);
          all.add(whole);
          Optional<Figure> smallest = Figures.smallest(all.stream());
          if (smallest.isPresent()) {
            smallest.get().hide();
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean tells(Figure whole, List<Figure> parts, Dimension dimension, int read) {
    BitSet rest = (BitSet) whole.groups().clone();
    parts.forEach(part -> rest.xor(part.groups()));
    if (!rest.isEmpty()) {
      return !passes.computeIfAbsent(rest, each -> groups.sides(each).pass(thresholds));
    }
    // The rest is zero, and a zero tells of those who could have paid (rule 7); of nobody where
    // nobody could.
    List<Cell> zeros = figures.hiddenBelow(whole.cell(), dimension, read).stream()
        .filter(cell -> ZeroDisclosure.isPossible(cell, population))
        .toList();
    return !zeros.isEmpty()
        && zeros.stream().noneMatch(cell -> ZeroDisclosure.isShown(cell, population, thresholds));
  }

  /** Hides one figure for each hidden sum that can be computed too closely; returns whether any was hidden. */
  private boolean hideForLackOfRoom() {
    Room room = new Room(
        figures.stream().filter(Figure::isShown).map(Figure::groups).toList(), groups.amounts());
    BitSet changed = new BitSet();
    for (BitSet correction : withheld) {
      if (isTight(room, correction, changed)) {
        hide(figures.sharingRows(correction), correction, changed);
      }
    }
    List<Figure> hidden = figures.stream()
        .filter(figure -> !figure.isShown() && figure.amount() > 0)
        .sorted(Comparator.comparingLong(Figure::amount).thenComparing(Figure::cell))
        .toList();
    for (Figure figure : hidden) {
      if (isTight(room, figure.groups(), changed)) {
        hide(figures.neighbour(figure), figure.groups(), changed);
      }
    }
    return !changed.isEmpty();
  }

  /** Tells whether a sum can be computed too closely, unless something was hidden just now that may help it. */
  private boolean isTight(Room room, BitSet sum, BitSet changed) {
    if (settled.contains(sum) || sum.intersects(changed)) {
      return false;
    }
    // Somebody who knows the interval errs by half its width at most.
    double needed = 2.0 * thresholds.roomPercent() / 100 * groups.sides(sum).total();
    boolean isTight = !room.isWiderThan(needed, sum);
    if (!isTight) {
      settled.add(sum);
    }
    return isTight;
  }

  private void hide(Optional<Figure> figure, BitSet sum, BitSet changed) {
    figure.ifPresentOrElse(
        found -> {
          found.hide();
          changed.or(sum);
        },
        () -> settled.add(sum));
  }
}
