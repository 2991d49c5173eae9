package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All figures of all editions so far and how they add up.
 *
 * <p>Not thread-safe.
 */
final class Figures {
  private final FixedCells cells;
  // owned by the release that decides; by cell in order of editions
  private final Map<Cell, List<Figure>> byCell = new TreeMap<>();

  Figures(FixedCells cells) {
    this.cells = cells;
  }

  void add(Figure figure) {
    byCell.computeIfAbsent(figure.cell(), cell -> new ArrayList<>()).add(figure);
  }

  /** Returns all figures, by cell and then by edition. */
  Stream<Figure> stream() {
    return byCell.values().stream().flatMap(List::stream);
  }

  /** Returns the editions by which figures can be read that differ: the last, and those just before a revision. */
  Set<Integer> readings(int edition) {
    Set<Integer> readings = new TreeSet<>(List.of(edition));
    byCell.values().stream()
        .flatMap(all -> all.stream().skip(1))
        .forEach(revision -> readings.add(revision.edition() - 1));
    return readings;
  }

  /** Returns what the last edition up to some edition has for a cell. */
  Optional<Figure> last(Cell cell, int edition) {
    return byCell.getOrDefault(cell, List.of()).stream()
        .filter(figure -> figure.edition() <= edition)
        .reduce((earlier, later) -> later);
  }

  /** Returns what a reader of some edition sees for a cell: the last figure that was shown. */
  Optional<Figure> shown(Cell cell, int edition) {
    return byCell.getOrDefault(cell, List.of()).stream()
        .filter(figure -> figure.edition() <= edition && figure.isShown())
        .reduce((earlier, later) -> later);
  }

  /** Returns the figures that were decided and not shown in one direction below a cell: what subtraction leaves. */
  List<Cell> hiddenBelow(Cell cell, Dimension dimension, int edition) {
    List<Cell> hidden = new ArrayList<>();
    for (Cell child : cells.children(cell, dimension)) {
      if (shown(child, edition).isPresent()) {
        continue;
      }
      if (cells.children(child, dimension).isEmpty()) {
        last(child, edition).ifPresent(figure -> hidden.add(child));
      } else {
        hidden.addAll(hiddenBelow(child, dimension, edition));
      }
    }
    return hidden;
  }

  /** Returns the largest shown figures in one direction below a cell: they share no row. */
  List<Figure> shownBelow(Cell cell, Dimension dimension, int edition) {
    List<Figure> found = new ArrayList<>();
    for (Cell child : cells.children(cell, dimension)) {
      shown(child, edition)
          .ifPresentOrElse(found::add, () -> found.addAll(shownBelow(child, dimension, edition)));
    }
    return found;
  }

  /**
   * Returns what to hide so that a hidden figure can no longer be computed (rule 6): where all its parts are shown, the
   * smallest part; else the smallest neighbour in its row or column, or the nearest row or column above that has one; else the smallest
   * figure that shares a row with it; else the smallest of all, since equations can tie it to any.
   */
  Optional<Figure> neighbour(Figure hidden) {
    return partOf(hidden).or(() -> nearestSibling(hidden)).or(() -> sharingRows(hidden.groups()));
  }

  /** Returns the smallest figure that can be hidden and that shares a row with some groups, else the smallest. */
  Optional<Figure> sharingRows(BitSet groups) {
    return smallest(stream().filter(figure -> figure.groups().intersects(groups)))
        .or(() -> smallest(stream()));
  }

  /** Returns the smallest figure that can be hidden; of equal ones the first in order of cells. */
  static Optional<Figure> smallest(Stream<Figure> figures) {
    return figures
        .filter(Figure::canBeHidden)
        .min(Comparator.comparingLong(Figure::amount).thenComparing(Figure::cell));
  }

  private Optional<Figure> partOf(Figure hidden) {
    for (Dimension dimension : Dimension.values()) {
      BitSet rest = (BitSet) hidden.groups().clone();
      List<Figure> parts = shownBelow(hidden.cell(), dimension, hidden.edition());
      parts.forEach(part -> rest.xor(part.groups()));
      Optional<Figure> part = smallest(parts.stream());
      if (rest.isEmpty() && part.isPresent()) {
        return part;
      }
    }
    return Optional.empty();
  }

  private Optional<Figure> nearestSibling(Figure hidden) {
    List<Cell> level = List.of(hidden.cell());
    while (!level.isEmpty()) {
      Optional<Figure> found = smallest(level.stream().flatMap(cell -> siblings(cell).stream()));
      if (found.isPresent()) {
        return found;
      }
      level = level.stream()
          .flatMap(cell -> Arrays.stream(Dimension.values())
              .flatMap(dimension -> cells.parent(cell, dimension).stream()))
          .distinct()
          .toList();
    }
    return Optional.empty();
  }

  private List<Figure> siblings(Cell hidden) {
    List<Figure> siblings = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      cells.parent(hidden, dimension).stream()
          .flatMap(parent -> cells.children(parent, dimension).stream())
          .filter(cell -> !cell.equals(hidden))
          .flatMap(cell -> shown(cell, Integer.MAX_VALUE).stream())
          .forEach(siblings::add);
    }
    return siblings;
  }
}
