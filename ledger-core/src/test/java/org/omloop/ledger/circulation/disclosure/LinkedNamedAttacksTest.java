package org.omloop.ledger.circulation.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.PublicSum.Asked;
import org.omloop.ledger.order.Purpose;

/** Attacks from one public table on another, by hand, each in the smallest quarter that it works in without protection. */
class LinkedNamedAttacksTest {
  private static final int MANY = 20;

  private final List<UnitTraits> units = new ArrayList<>();
  private final SortedMap<String, List<String>> wider = new TreeMap<>();

  /** Adds units of one kind and returns the first one's number. */
  private int units(int count, String role, String sector, String area, String provision) {
    int first = units.size();
    for (int unit = 0; unit < count; unit++) {
      units.add(new UnitTraits(role, sector, area, provision, true, false));
    }
    return first;
  }

  private QuarterTables tables() {
    return new QuarterTables(
        units,
        List.of("youth", "energy"),
        List.of("food", "education"),
        new TreeMap<>(Map.of("10", "C", "11", "C", "62", "J")),
        wider);
  }

  /** Each of some units buys of each of some others for so many minor units, in the first month. */
  private static void buy(
      QuarterTables tables, int payer, int payers, int payee, int payees, long amount) {
    for (int from = payer; from < payer + payers; from++) {
      for (int to = payee; to < payee + payees; to++) {
        tables.hop(0, true, true, "", from, to, amount);
      }
    }
  }

  private static DecidedTables decide(QuarterTables tables) {
    return tables.decide(Thresholds.DEFAULT);
  }

  private static boolean isShown(DecidedTables decided, String table, String column, String... of) {
    return decided.amount(Place.of(table, column, of)).isPresent();
  }

  @Test
  void evenFiguresAreShownAndRounded() {
    int residents = units(MANY, "resident", "resident", "a", "");
    int shops = units(MANY, "firm", "G", "b", "");
    QuarterTables tables = tables();
    buy(tables, residents, MANY, shops, MANY, 104);
    DecidedTables decided = decide(tables);
    assertEquals(
        Optional.of(42_000L), decided.amount(Place.of("sector-matrix", "amount", "resident", "G")));
    assertEquals(Optional.of(41_600L), decided.amount(Place.of("hops", "amount")), "exact: 41,600");
    assertEquals(
        Optional.empty(), decided.amount(Place.of("sector-matrix", "amount", "G", "Z")), "none");
  }

  @Test
  void marginsOfTheMatrixDoNotTellACell() {
    int residents = units(MANY, "resident", "resident", "a", "");
    int shops = units(MANY, "firm", "G", "a", "");
    int cafes = units(MANY, "firm", "I", "a", "");
    int school = units(1, "social", "P", "a", "");
    QuarterTables tables = tables();
    buy(tables, residents, MANY, shops, MANY, 500);
    buy(tables, residents, MANY, cafes, MANY, 300);
    buy(tables, cafes, MANY, shops, MANY, 100);
    buy(tables, residents, MANY, school, 1, 700);
    buy(tables, school, 1, shops, 1, 4_000);
    DecidedTables decided = decide(tables);
    assertTrue(isShown(decided, "sector-matrix", "amount", "resident", "G"));
    assertFalse(isShown(decided, "sector-matrix", "amount", "P", "G"), "one school");
    assertFalse(
        isShown(decided, "sector-matrix", "amount", "I", "G")
            && isShown(decided, "sector-matrix", "amount", "resident", "G"),
        "the column less its other cells is the school");
  }

  @Test
  void aUnitAloneInASectorCannotBeSubtractedAsPayer() {
    int residents = units(MANY, "resident", "resident", "a", "");
    int shops = units(MANY, "firm", "G", "a", "");
    int farm = units(1, "firm", "A", "a", "");
    QuarterTables tables = tables();
    buy(tables, residents, MANY, shops, MANY, 500);
    buy(tables, shops, MANY, residents, MANY, 200);
    buy(tables, farm, 1, shops, MANY, 900);
    DecidedTables decided = decide(tables);
    assertFalse(isShown(decided, "sectors", "spent", "A"));
    assertFalse(
        isShown(decided, "sectors", "spent", "G")
            && isShown(decided, "sectors", "spent", "resident"),
        "all that was spent less both is the farm");
  }

  @Test
  void theAreaMatrixDoesNotTellOfAnArea() {
    int here = units(MANY, "resident", "resident", "a", "");
    int there = units(3, "resident", "resident", "b", "");
    int shops = units(MANY, "firm", "G", "a", "");
    QuarterTables tables = tables();
    buy(tables, here, MANY, shops, MANY, 500);
    buy(tables, there, 3, shops, MANY, 400);
    DecidedTables decided = decide(tables);
    assertFalse(isShown(decided, "areas", "spent", "b"), "three households");
    assertFalse(isShown(decided, "areas", "spent", "a"), "the rest of all that was spent");
    assertFalse(
        isShown(decided, "areas", "received", "a")
            && isShown(decided, "area-matrix", "amount", "a", "a"),
        "the column less its other cell");
  }

  @Test
  void anAreaOfFewClimbsToOneOfMany() {
    wider.put("ab", List.of("a", "b"));
    int few = units(6, "resident", "resident", "a", "");
    int others = units(7, "resident", "resident", "b", "");
    int many = units(MANY, "resident", "resident", "c", "");
    for (String area : List.of("a", "b", "c")) {
      units(MANY, "firm", "G", area, "");
    }
    int shops = units.size() - 3 * MANY;
    QuarterTables tables = tables();
    buy(tables, few, 6, shops, 3 * MANY, 400);
    buy(tables, others, 7, shops, 3 * MANY, 500);
    buy(tables, many, MANY, shops, 3 * MANY, 300);
    DecidedTables decided = decide(tables);
    assertFalse(isShown(decided, "areas", "spent", "a"), "six households");
    assertFalse(isShown(decided, "areas", "spent", "b"), "seven");
    assertTrue(isShown(decided, "areas", "spent", "ab"), "thirteen");
    assertTrue(isShown(decided, "areas", "spent", "c"));
  }

  @Test
  void aWiderAreaLessItsPartDoesNotTellTheOther() {
    wider.put("ab", List.of("a", "b"));
    int few = units(3, "resident", "resident", "a", "");
    int others = units(MANY, "resident", "resident", "b", "");
    int many = units(MANY, "resident", "resident", "c", "");
    int shops = units(MANY, "firm", "G", "c", "");
    QuarterTables tables = tables();
    buy(tables, few, 3, shops, MANY, 400);
    buy(tables, others, MANY, shops, MANY, 500);
    buy(tables, many, MANY, shops, MANY, 300);
    DecidedTables decided = decide(tables);
    assertFalse(isShown(decided, "areas", "spent", "a"), "three households");
    assertFalse(
        isShown(decided, "areas", "spent", "b") && isShown(decided, "areas", "spent", "ab"),
        "the wider area less its neighbour");
    assertFalse(
        isShown(decided, "areas", "spent", "b") && isShown(decided, "areas", "spent", "c"),
        "the whole circuit less both");
  }

  @Test
  void aMissingSuppliersDivisionClimbsToItsSection() {
    int shops = units(MANY, "firm", "G", "a", "");
    QuarterTables tables = tables();
    for (int unit = shops; unit < MANY; unit++) {
      tables.redeem(0, Purpose.SUPPLIER, unit < 6 ? "10" : "11", unit, 500);
      tables.redeem(0, Purpose.SUPPLIER, "62", unit, 500);
    }
    DecidedTables decided = decide(tables);
    assertFalse(isShown(decided, "missing-suppliers", "amount", "10"), "six shops");
    assertFalse(
        isShown(decided, "missing-suppliers", "amount", "11"), "the section less its neighbour");
    assertTrue(isShown(decided, "missing-suppliers", "amount", "C"));
  }

  @Test
  void aProvisionLessASectorDoesNotTellAShop() {
    int residents = units(MANY, "resident", "resident", "a", "");
    int cafes = units(MANY, "firm", "I", "a", "food");
    int baker = units(1, "firm", "C", "a", "food");
    QuarterTables tables = tables();
    buy(tables, residents, MANY, cafes, MANY, 500);
    buy(tables, residents, MANY, baker, 1, 900);
    DecidedTables decided = decide(tables);
    assertFalse(
        isShown(decided, "provisions", "amount", "food")
            && isShown(decided, "sectors", "received", "I"),
        "food less cafés is the baker");
  }

  @Test
  void aQuarterDoesNotTellOfTheFundsMonth() {
    int residents = units(MANY, "resident", "resident", "a", "");
    QuarterTables tables = tables();
    for (int unit = residents; unit < MANY; unit++) {
      tables.contribute(0, unit, 500);
      tables.contribute(1, unit, 300);
    }
    tables.contribute(2, residents, 700);
    DecidedTables decided = decide(tables);
    assertTrue(isShown(decided, "fund", "contributed", "0"));
    assertFalse(isShown(decided, "fund", "contributed", "2"), "one unit");
    assertFalse(isShown(decided, "fund", "contributed", "1"), "the quarter less two months");
  }

  @Test
  void aRarePurposeCannotBeSubtracted() {
    int shops = units(MANY, "firm", "G", "a", "");
    QuarterTables tables = tables();
    for (int unit = shops; unit < MANY; unit++) {
      tables.redeem(0, Purpose.SUPPLIER, "", unit, 500);
      tables.redeem(0, Purpose.WAGES, "", unit, 300);
    }
    tables.redeem(0, Purpose.LEAVING, "", shops, 900);
    DecidedTables decided = decide(tables);
    assertTrue(isShown(decided, "exits", "amount", "supplier"));
    assertFalse(isShown(decided, "exits", "amount", "leaving"));
    assertFalse(isShown(decided, "exits", "amount", "wages"), "its neighbour");
  }

  @Test
  void aZeroOfFewCannotBeSubtracted() {
    int residents = units(MANY, "resident", "resident", "a", "");
    int shops = units(MANY, "firm", "G", "a", "");
    units(2, "social", "P", "a", "");
    QuarterTables tables = tables();
    buy(tables, residents, MANY, shops, MANY, 500);
    DecidedTables decided = decide(tables);
    assertFalse(
        isShown(decided, "sector-matrix", "amount", "P", "G"), "two schools bought nothing");
    assertFalse(
        isShown(decided, "sectors", "received", "G")
            && isShown(decided, "sector-matrix", "amount", "resident", "G"),
        "the difference is what they bought");
  }

  @Test
  void aRefundIsTakenOffWhoPaid() {
    int residents = units(MANY, "resident", "resident", "a", "");
    int shops = units(MANY, "firm", "G", "a", "");
    QuarterTables tables = tables();
    buy(tables, residents, MANY, shops, MANY, 500);
    tables.hop(1, true, true, "", residents, shops, -10_000);
    DecidedTables decided = decide(tables);
    assertEquals(
        Optional.of(190_000L),
        decided.amount(Place.of("sector-matrix", "amount", "resident", "G")));
  }

  @Test
  void aProgrammeOfFewReceiversIsHidden() {
    int residents = units(MANY, "resident", "resident", "a", "");
    QuarterTables tables = tables();
    for (int unit = residents; unit < MANY; unit++) {
      tables.grantIn(0, "youth", unit, 1_000);
    }
    tables.grantIn(0, "energy", residents, 5_000);
    DecidedTables decided = decide(tables);
    assertFalse(isShown(decided, "programmes", "granted", "energy"));
    assertFalse(isShown(decided, "programmes", "granted", "youth"), "all grants less this one");
  }

  @Test
  void figuresThatDoNotAddUpAreRefused() {
    LinkedTables tables = new LinkedTables();
    int whole = tables.add(new PublicSum(Place.of("t", "whole"), Asked.BOTH, false, 9, 9));
    int part = tables.add(new PublicSum(Place.of("t", "part"), Asked.BOTH, false, 9, 9));
    tables.addUp(whole, List.of(part));
    BitSet only = new BitSet();
    only.set(part);
    tables.book(only, 1, 2, 100);
    assertThrows(IllegalStateException.class, () -> tables.decide(Thresholds.DEFAULT));
    PublicSum again = new PublicSum(Place.of("t", "part"), Asked.BOTH, false, 9, 9);
    assertThrows(IllegalArgumentException.class, () -> tables.add(again));
  }
}
