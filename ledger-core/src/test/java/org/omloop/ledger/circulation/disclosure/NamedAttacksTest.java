package org.omloop.ledger.circulation.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Each attack of circulation.md, section 7, by hand, in the smallest ledger that it works in without protection. */
class NamedAttacksTest {
  private static final Period JANUARY = Period.month(2026, 1);
  private static final Period FEBRUARY = Period.month(2026, 2);
  private static final Period MARCH = Period.month(2026, 3);
  private static final Edition NONE = Edition.none(Town.CELLS, Thresholds.DEFAULT);

  /** Everybody could have paid everywhere, and nothing is exact for the whole circuit but C1. */
  private static final Population MANY = new Population() {
    @Override
    public int possiblePayers(Cell cell) {
      return 100;
    }

    @Override
    public int possiblePayees(Cell cell) {
      return cell.area().equals(Town.buurt(8)) ? 9 : 100;
    }

    @Override
    public int activeResidents(Period period) {
      return period.equals(FEBRUARY) ? 10 : 9;
    }

    @Override
    public int activeOrganisations(Period period) {
      return 10;
    }
  };

  private final List<Contribution> rows = new ArrayList<>();

  private static Cell leaf(Period month, int buurt, int division, Flow flow) {
    return new Cell(month, Town.buurt(buurt), Town.division(division), flow);
  }

  private static Cell city(Period period, Sector sector, Flow flow) {
    return new Cell(period, Town.CITY, sector, flow);
  }

  /** Books payments of 20.00 from as many payers to as many payees, named after the leaf. */
  private void pay(Cell leaf, int units, int from, int until) {
    for (int unit = 0; unit < units; unit++) {
      String name = leaf.sector() + " " + unit;
      rows.add(new Contribution(leaf, "payer " + name, "payee " + name, 2_000, from, until));
    }
  }

  private void pay(Cell leaf, int units) {
    pay(leaf, units, 1, Contribution.FOREVER);
  }

  private Edition publish(Edition previous, Collection<Period> periods) {
    return new Disclosure(Town.CELLS, MANY, Thresholds.DEFAULT).publish(previous, periods, rows);
  }

  @Test
  void evenCellsAreShownAndRounded() {
    pay(leaf(MARCH, 0, 0, Flow.PURCHASE), 13);
    rows.add(
        new Contribution(leaf(MARCH, 0, 0, Flow.PURCHASE), "a", "b", 499, 1, Contribution.FOREVER));
    Answer answer = publish(NONE, List.of(MARCH)).answer(leaf(MARCH, 0, 0, Flow.PURCHASE));
    assertEquals(List.of(new Published(1, 26_000, false)), answer.values());
  }

  @Test
  void oneMerchantAloneInASectorCannotBeSubtracted() {
    pay(leaf(MARCH, 0, 0, Flow.PURCHASE), 20);
    pay(leaf(MARCH, 0, 1, Flow.PURCHASE), 1);
    pay(leaf(MARCH, 0, 2, Flow.PURCHASE), 40);
    Edition edition = publish(NONE, List.of(MARCH));
    Cell section = city(MARCH, new Sector(Sector.Level.SECTION, "S0"), Flow.PURCHASE);
    Answer alone = edition.answer(leaf(MARCH, 0, 1, Flow.PURCHASE));
    assertEquals(section, alone.given(), "climbs to where many are");
    Answer neighbour = edition.answer(leaf(MARCH, 0, 0, Flow.PURCHASE));
    assertEquals(section, neighbour.given(), "section less neighbour is the one merchant");
  }

  @Test
  void theSecondLargestCannotComputeTheLargest() {
    Cell leaf = leaf(MARCH, 0, 0, Flow.PURCHASE);
    pay(leaf, 12);
    for (int payer = 0; payer < 50; payer++) {
      rows.add(
          new Contribution(leaf, "payer " + payer, "largest", 10_000, 1, Contribution.FOREVER));
      rows.add(new Contribution(leaf, "payer " + payer, "second", 9_700, 1, Contribution.FOREVER));
    }
    assertTrue(publish(NONE, List.of(MARCH)).answer(leaf).isHidden());
  }

  @Test
  void aRarePurposeCannotBeSubtracted() {
    for (Flow purpose : List.of(Flow.SUPPLIER, Flow.WAGES)) {
      pay(leaf(FEBRUARY, 0, 0, purpose), purpose == Flow.SUPPLIER ? 30 : 20);
    }
    pay(leaf(FEBRUARY, 0, 0, Flow.LEAVING), 1);
    Edition edition = publish(NONE, List.of(FEBRUARY));
    Published all = edition.published(city(FEBRUARY, Town.WHOLE, Flow.EXITED)).get(0);
    assertEquals(new Published(1, 102_000, true), all, "the whole circuit is exact");
    assertTrue(edition.published(city(FEBRUARY, Town.WHOLE, Flow.LEAVING)).isEmpty());
    assertTrue(
        edition.published(city(FEBRUARY, Town.WHOLE, Flow.WAGES)).isEmpty(), "its neighbour");
  }

  @Test
  void aQuarterDoesNotTellOfItsLastMonth() {
    pay(leaf(JANUARY, 0, 0, Flow.PURCHASE), 20);
    Edition edition = publish(NONE, List.of(JANUARY));
    pay(leaf(FEBRUARY, 0, 0, Flow.PURCHASE), 20, 2, Contribution.FOREVER);
    edition = publish(edition, List.of(FEBRUARY));
    pay(leaf(MARCH, 0, 0, Flow.PURCHASE), 3, 3, Contribution.FOREVER);
    edition = publish(edition, List.of(MARCH, Period.quarter(2026, 1)));
    Cell quarter =
        new Cell(Period.quarter(2026, 1), Town.buurt(0), Town.division(0), Flow.PURCHASE);
    assertFalse(edition.answer(leaf(FEBRUARY, 0, 0, Flow.PURCHASE)).isHidden());
    assertTrue(edition.answer(leaf(MARCH, 0, 0, Flow.PURCHASE)).isHidden());
    assertTrue(edition.answer(quarter).isHidden(), "the quarter less two months is March");
  }

  @Test
  void aUnitSeenThenAndNowIsNotTheDifferenceOfEditions() {
    pay(leaf(MARCH, 0, 0, Flow.PURCHASE), 20);
    pay(leaf(MARCH, 0, 2, Flow.PURCHASE), 20);
    // One shop moves from the first branch to the second in the second edition.
    rows.add(new Contribution(leaf(MARCH, 0, 0, Flow.PURCHASE), "x", "shop", 3_000, 1, 2));
    rows.add(new Contribution(
        leaf(MARCH, 0, 2, Flow.PURCHASE), "x", "shop", 3_000, 2, Contribution.FOREVER));
    Edition first = publish(NONE, List.of(MARCH));
    Edition second = publish(first, List.of());
    for (int division : List.of(0, 2)) {
      Answer answer = second.answer(leaf(MARCH, 0, division, Flow.PURCHASE));
      assertEquals(1, answer.values().size(), "one value, of the first edition");
      assertEquals(first.answer(answer.asked()), answer);
    }
  }

  @Test
  void aCorrectionOfManyIsShownBesideTheOldValue() {
    pay(leaf(MARCH, 0, 0, Flow.PURCHASE), 20);
    pay(leaf(MARCH, 0, 0, Flow.PURCHASE), 12, 2, Contribution.FOREVER);
    Edition second = publish(publish(NONE, List.of(MARCH)), List.of());
    Answer answer = second.answer(leaf(MARCH, 0, 0, Flow.PURCHASE));
    assertTrue(answer.isRevised());
    assertEquals(
        List.of(new Published(1, 40_000, false), new Published(2, 64_000, false)), answer.values());
  }

  @Test
  void aLateCorrectionDoesNotRewriteAnEdition() {
    pay(leaf(MARCH, 0, 0, Flow.PURCHASE), 20);
    Edition first = publish(NONE, List.of(MARCH));
    pay(leaf(MARCH, 0, 0, Flow.PURCHASE), 12);
    assertThrows(IllegalArgumentException.class, () -> publish(first, List.of()));
  }

  @Test
  void aZeroIsShownOnlyWhereManyCouldHavePaid() {
    Edition edition = publish(NONE, List.of(MARCH));
    assertEquals(
        0, edition.answer(leaf(MARCH, 0, 0, Flow.PURCHASE)).values().get(0).amount());
    assertTrue(edition.published(leaf(MARCH, 8, 0, Flow.PURCHASE)).isEmpty(), "nine could be paid");
  }

  @Test
  void aTableSaysHowMuchIsHidden() {
    pay(leaf(FEBRUARY, 0, 0, Flow.SUPPLIER), 30);
    pay(leaf(FEBRUARY, 0, 0, Flow.WAGES), 20);
    pay(leaf(FEBRUARY, 0, 0, Flow.LEAVING), 1);
    Cell total = city(FEBRUARY, Town.WHOLE, Flow.EXITED);
    HiddenCells hidden =
        publish(NONE, List.of(FEBRUARY)).hidden(total, Town.CELLS.children(total, Dimension.FLOW));
    assertEquals(new HiddenCells(11, 2, OptionalInt.of(41)), hidden);
    Cell secret = city(MARCH, Town.WHOLE, Flow.EXITED);
    pay(leaf(MARCH, 0, 0, Flow.LEAVING), 1);
    HiddenCells all =
        publish(NONE, List.of(MARCH)).hidden(secret, Town.CELLS.children(secret, Dimension.FLOW));
    assertEquals(new HiddenCells(11, 1, OptionalInt.empty()), all, "a share would tell");
  }

  @Test
  void onlyRowsOfTheLowestCellsAreTaken() {
    rows.add(new Contribution(
        city(MARCH, Town.WHOLE, Flow.PURCHASE), "a", "b", 100, 1, Contribution.FOREVER));
    assertThrows(IllegalArgumentException.class, () -> publish(NONE, List.of(MARCH)));
  }
}
