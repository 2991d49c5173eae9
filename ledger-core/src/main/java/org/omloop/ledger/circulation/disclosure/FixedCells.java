package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The cells that exist under one version of the areas and one of the sectors, and how they add up. Immutable and
 * thread-safe.
 */
public final class FixedCells {
  private final Tree<Area> areas;
  private final Tree<Sector> sectors;

  /**
   * Makes the cells of two classifications.
   *
   * @param areas by area, the area one level up; only the city has none
   * @param sectors by sector, the sector one level up; only the whole has none
   * @throws IllegalArgumentException when a level is skipped or an area or sector is part of nothing
   */
  public FixedCells(Map<Area, Area> areas, Area city, Map<Sector, Sector> sectors, Sector whole) {
    this.areas = new Tree<>(areas, city, List.of(Area.Level.values()), Area::level);
    this.sectors = new Tree<>(sectors, whole, List.of(Sector.Level.values()), Sector::level);
  }

  /** Returns the cell of the whole circuit. */
  public Cell whole(Period period, Flow flow) {
    return new Cell(period, areas.root(), sectors.root(), flow);
  }

  /** Returns the parts of a cell in one direction, in a fixed order; empty at the lowest level. */
  public List<Cell> children(Cell cell, Dimension dimension) {
    return switch (dimension) {
      case PERIOD ->
        cell.period().children().stream()
            .filter(period -> cell.flow().addsUpOverTime())
            .map(period -> new Cell(period, cell.area(), cell.sector(), cell.flow()))
            .toList();
      case AREA ->
        areas.children(cell.area()).stream()
            .map(area -> new Cell(cell.period(), area, cell.sector(), cell.flow()))
            .toList();
      case SECTOR ->
        sectors.children(cell.sector()).stream()
            .map(sector -> new Cell(cell.period(), cell.area(), sector, cell.flow()))
            .toList();
      case FLOW ->
        cell.flow().children().stream()
            .map(flow -> new Cell(cell.period(), cell.area(), cell.sector(), flow))
            .toList();
    };
  }

  /** Returns what a cell is a part of in one direction; empty at the highest level. */
  public Optional<Cell> parent(Cell cell, Dimension dimension) {
    return switch (dimension) {
      case PERIOD ->
        cell.period()
            .parent()
            .filter(period -> cell.flow().addsUpOverTime())
            .map(period -> new Cell(period, cell.area(), cell.sector(), cell.flow()));
      case AREA ->
        areas
            .parent(cell.area())
            .map(area -> new Cell(cell.period(), area, cell.sector(), cell.flow()));
      case SECTOR ->
        sectors
            .parent(cell.sector())
            .map(sector -> new Cell(cell.period(), cell.area(), sector, cell.flow()));
      case FLOW ->
        cell.flow().parent().map(flow -> new Cell(cell.period(), cell.area(), cell.sector(), flow));
    };
  }

  /** Returns where a cell climbs to when it fails (rule 5): up through the areas to the city, then up the sectors. */
  Optional<Cell> climb(Cell cell) {
    return parent(cell, Dimension.AREA).or(() -> parent(cell, Dimension.SECTOR));
  }

  /** Tells whether a cell is of these classifications. */
  boolean has(Cell cell) {
    return areas.has(cell.area()) && sectors.has(cell.sector());
  }

  /** Tells whether a cell can have contributions of its own, having no parts in any direction. */
  boolean isLeaf(Cell cell) {
    for (Dimension dimension : Dimension.values()) {
      if (!children(cell, dimension).isEmpty()) {
        return false;
      }
    }
    return has(cell);
  }

  /** Returns a cell and everything it is a part of, in every direction. */
  NavigableSet<Cell> upwards(Cell leaf) {
    NavigableSet<Cell> reached = new TreeSet<>(List.of(leaf));
    List<Cell> open = new ArrayList<>(reached);
    for (int next = 0; next < open.size(); next++) {
      for (Dimension dimension : Dimension.values()) {
        parent(open.get(next), dimension).filter(reached::add).ifPresent(open::add);
      }
    }
    return reached;
  }

  /** Returns all cells of some periods and kinds, sorted. */
  NavigableSet<Cell> all(Collection<Period> periods, Collection<Flow> flows) {
    NavigableSet<Cell> cells = new TreeSet<>();
    for (Period period : periods) {
      for (Flow flow : flows) {
        if (flow.addsUpOverTime() || period.length() == Period.Length.MONTH) {
          for (Area area : areas.nodes()) {
            sectors.nodes().forEach(sector -> cells.add(new Cell(period, area, sector, flow)));
          }
        }
      }
    }
    return cells;
  }
}
