package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides what the public may see: the one function that every public amount passes, under the ten rules of
 * circulation.md, section 7. The same rows, editions and thresholds give the same edition on every machine. Shares and
 * counts are worked out from amounts that were shown, and rounded by {@link Rounding}.
 *
 * <p>Immutable, and thread-safe where the population is.
 */
public final class Disclosure {
  private final FixedCells cells;
  private final Population population;
  private final Thresholds thresholds;

  /** Makes the function for one pair of classifications. */
  public Disclosure(FixedCells cells, Population population, Thresholds thresholds) {
    this.cells = cells;
    this.population = population;
    this.thresholds = thresholds;
  }

  /**
   * Makes the next edition: all cells of the given periods that were not decided yet, and corrections of those that
   * were. Whatever an earlier edition showed stays as it is.
   *
   * @param previous the last edition, or {@link Edition#none}
   * @param periods what is published for the first time; periods that add up to or are part of one another share an
   *     edition or follow one another
   * @param rows all rows of all periods so far, also those that corrections ended
   * @throws IllegalArgumentException when the rows contradict an earlier edition, are of other cells than the
   *     lowest, or the thresholds were loosened
   */
  public Edition publish(
      Edition previous, Collection<Period> periods, Collection<Contribution> rows) {
    previous.thresholds().tightenedTo(thresholds);
    if (thresholds.amountStep() != previous.thresholds().amountStep()) {
      throw new IllegalArgumentException("published amounts keep their rounding");
    }
    int number = previous.number() + 1;
    Groups groups = new Groups(rows, cells);
    Figures figures = new Figures(cells);
    freeze(previous, groups, figures);
    NavigableSet<Cell> decided = cells.all(periods, Arrays.asList(Flow.values()));
    decided.addAll(previous.verdicts().keySet());
    List<BitSet> withheld = new ArrayList<>();
    for (Cell cell : decided) {
      decide(cell, number, groups, figures, withheld);
    }
    new Release(this, groups, figures, number, withheld).protect();
    return edition(number, figures);
  }

  Population population() {
    return population;
  }

  Thresholds thresholds() {
    return thresholds;
  }

  private static void freeze(Edition previous, Groups groups, Figures figures) {
    previous.verdicts().forEach((cell, verdicts) -> {
      for (Edition.Verdict verdict : verdicts) {
        BitSet known = groups.in(cell, verdict.edition());
        if (groups.sides(known).total() != verdict.amount()) {
          throw new IllegalArgumentException(
              "the rows contradict edition " + verdict.edition() + " at " + cell);
        }
        figures.add(new Figure(
            cell,
            verdict.edition(),
            known,
            verdict.amount(),
            verdict.isExact(),
            true,
            verdict.isShown()));
      }
    });
  }

  private void decide(
      Cell cell, int number, Groups groups, Figures figures, List<BitSet> withheld) {
    BitSet known = groups.in(cell, number);
    Optional<Figure> before = figures.last(cell, number);
    if (before.isPresent() && before.get().groups().equals(known)) {
      return;
    }
    BitSet corrected = (BitSet) known.clone();
    before.ifPresent(figure -> corrected.xor(figure.groups()));
    boolean isWithheld = before.isPresent() && !groups.sides(corrected).pass(thresholds);
    if (isWithheld) {
      withhold(before.get(), known, withheld);
      return;
    }
    boolean isExact = isExact(cell);
    boolean isShown = isExact || isShown(cell, known, groups);
    boolean wasShown = before.map(Figure::isShown).orElse(true);
    figures.add(new Figure(
        cell,
        number,
        known,
        groups.sides(known).total(),
        isExact && wasShown,
        false,
        isShown && wasShown));
  }

  /** What a correction takes away and what it brings are hidden sums, each by itself. */
  private static void withhold(Figure before, BitSet known, List<BitSet> withheld) {
    BitSet ended = (BitSet) before.groups().clone();
    ended.andNot(known);
    BitSet begun = (BitSet) known.clone();
    begun.andNot(before.groups());
    List.of(ended, begun).stream().filter(groups -> !groups.isEmpty()).forEach(withheld::add);
  }

  private boolean isExact(Cell cell) {
    return cell.flow().isWholeCircuitFigure()
        && cell.equals(cells.whole(cell.period(), cell.flow()))
        && WholeCircuit.isExact(cell, population, thresholds);
  }

  private boolean isShown(Cell cell, BitSet known, Groups groups) {
    return known.isEmpty()
        ? ZeroDisclosure.isShown(cell, population, thresholds)
        : groups.sides(known).pass(thresholds);
  }

  private Edition edition(int number, Figures figures) {
    NavigableMap<Cell, List<Edition.Verdict>> verdicts = new TreeMap<>();
    figures.stream().forEach(figure -> verdicts
        .computeIfAbsent(figure.cell(), cell -> new ArrayList<>())
        .add(new Edition.Verdict(
            figure.edition(), figure.amount(), figure.isShown(), figure.isExact())));
    return new Edition(number, cells, thresholds, verdicts);
  }
}
