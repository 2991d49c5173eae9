package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** An invented town with nine neighbourhoods and six branches, and rows of random months in it. */
final class Town implements Population {
  static final Area CITY = new Area(Area.Level.CITY, "city");
  static final Sector WHOLE = new Sector(Sector.Level.ALL, "all");
  private static final Flow[] BUSINESS = {
    Flow.PURCHASE, Flow.PURCHASE, Flow.PURCHASE, Flow.PURCHASE, Flow.B2B, Flow.B2B, Flow.WAGE
  };
  private static final Flow[] PURPOSES = {
    Flow.SUPPLIER,
    Flow.SUPPLIER,
    Flow.SUPPLIER,
    Flow.WAGES,
    Flow.WAGES,
    Flow.PREMISES,
    Flow.TAXES,
    Flow.LEAVING
  };

  /** A shop, where it stands and what it does. */
  record Shop(String name, int buurt, int division) {}

  static final FixedCells CELLS = cells();

  private final Random random;
  private final List<Shop> shops = new ArrayList<>();
  private final Map<Period, Set<String>> residents = new HashMap<>();
  private final Map<Period, Set<String>> organisations = new HashMap<>();

  Town(long seed) {
    random = new Random(seed);
    int count = 120 + random.nextInt(200);
    for (int shop = 0; shop < count; shop++) {
      // Squares crowd shops into the first places and branches; the last have one or none.
      shops.add(new Shop("shop" + shop, skewed(9), skewed(6)));
    }
  }

  static Area buurt(int number) {
    return new Area(Area.Level.BUURT, "b" + number);
  }

  static Sector division(int number) {
    return new Sector(Sector.Level.DIVISION, "d" + number);
  }

  private static FixedCells cells() {
    Map<Area, Area> areas = new LinkedHashMap<>();
    for (int buurt = 0; buurt < 9; buurt++) {
      // 9 buurten, 5 wijken, 3 gebieden, 2 stadsdelen
      Area wijk = new Area(Area.Level.WIJK, "w" + buurt / 2);
      Area gebied = new Area(Area.Level.GEBIED, "g" + buurt / 4);
      Area stadsdeel = new Area(Area.Level.STADSDEEL, "s" + buurt / 8);
      areas.put(buurt(buurt), wijk);
      areas.put(wijk, gebied);
      areas.put(gebied, stadsdeel);
      areas.put(stadsdeel, CITY);
    }
    Map<Sector, Sector> sectors = new LinkedHashMap<>();
    for (int division = 0; division < 6; division++) {
      Sector section = new Sector(Sector.Level.SECTION, "S" + division / 2);
      sectors.put(division(division), section);
      sectors.put(section, WHOLE);
    }
    return new FixedCells(areas, CITY, sectors, WHOLE);
  }

  /** Returns a month's rows, known from some edition on. */
  List<Contribution> month(Period month, int edition) {
    List<Contribution> rows = new ArrayList<>();
    int count = 500 + random.nextInt(2500);
    for (int row = 0; row < count; row++) {
      Shop shop = shops.get(skewed(shops.size()));
      boolean isExit = random.nextInt(8) == 0;
      Flow flow = isExit
          ? PURPOSES[random.nextInt(PURPOSES.length)]
          : BUSINESS[random.nextInt(BUSINESS.length)];
      boolean isResident = flow == Flow.PURCHASE;
      String payer = isExit
          ? shop.name()
          : isResident
              ? "resident" + random.nextInt(300)
              : shops.get(skewed(shops.size())).name();
      residents
          .computeIfAbsent(month, each -> new HashSet<>())
          .addAll(isResident ? Set.of(payer) : Set.of());
      organisations.computeIfAbsent(month, each -> new HashSet<>()).add(shop.name());
      Cell leaf = new Cell(month, buurt(shop.buurt()), division(shop.division()), flow);
      rows.add(new Contribution(
          leaf, payer, shop.name(), 100 + random.nextInt(6000), edition, Contribution.FOREVER));
    }
    return rows;
  }

  /** Returns the rows after some shops were found to belong to another branch, known from an edition on. */
  List<Contribution> moved(int count, List<Contribution> rows, int edition) {
    Set<String> moving = new HashSet<>();
    while (moving.size() < count) {
      moving.add(shops.get(random.nextInt(shops.size())).name());
    }
    int division = random.nextInt(6);
    List<Contribution> corrected = new ArrayList<>();
    for (Contribution row : rows) {
      if (!moving.contains(row.payee()) || row.until() != Contribution.FOREVER) {
        corrected.add(row);
        continue;
      }
      corrected.add(new Contribution(
          row.leaf(), row.payer(), row.payee(), row.amount(), row.from(), edition));
      Cell leaf = new Cell(
          row.leaf().period(), row.leaf().area(), division(division), row.leaf().flow());
      corrected.add(new Contribution(
          leaf, row.payer(), row.payee(), row.amount(), edition, Contribution.FOREVER));
    }
    return corrected;
  }

  private int skewed(int bound) {
    double at = random.nextDouble();
    return (int) (at * at * bound);
  }

  @Override
  public int possiblePayers(Cell cell) {
    return cell.flow().hasPayees() ? 300 : possiblePayees(cell);
  }

  @Override
  public int possiblePayees(Cell cell) {
    return (int) shops.stream()
        .filter(shop -> Reading.covers(cell.area(), shop.buurt())
            && Reading.covers(cell.sector(), shop.division()))
        .count();
  }

  @Override
  public int activeResidents(Period period) {
    return active(residents, period);
  }

  @Override
  public int activeOrganisations(Period period) {
    return active(organisations, period);
  }

  private static int active(Map<Period, Set<String>> byMonth, Period period) {
    Set<String> names = new HashSet<>();
    byMonth.forEach((month, each) -> names.addAll(Reading.covers(period, month) ? each : Set.of()));
    return names.size();
  }
}
