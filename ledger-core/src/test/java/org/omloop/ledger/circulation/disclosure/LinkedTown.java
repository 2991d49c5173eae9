package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.omloop.ledger.order.Purpose;

/** An invented circuit of some 250 members in eight neighbourhoods and twenty sectors, and a quarter's rows in it. */
final class LinkedTown {
  static final List<String> PROVISIONS = List.of("care", "education", "food", "transport");
  /** Divisions of missing suppliers, each with its section. */
  static final SortedMap<String, String> DIVISIONS =
      new TreeMap<>(Map.of("10", "C", "11", "C", "35", "D", "46", "G", "62", "J", "63", "J"));

  /** Wider areas, one of which lies in another. */
  static final SortedMap<String, List<String>> WIDER = new TreeMap<>(Map.of(
      "w0",
      List.of("b0", "b1", "b2"),
      "w1",
      List.of("b3", "b4"),
      "s0",
      List.of("b0", "b1", "b2", "b3", "b4", "b5")));

  static final List<String> PROGRAMMES = List.of("energy", "youth");
  private static final String[] ROLES = {"firm", "firm", "firm", "social", "cooperative", "commons"
  };

  /** What a row is. */
  enum Kind {
    PURCHASE,
    TRADE,
    GIFT,
    FUND_GRANT,
    REDEMPTION,
    GRANT_IN,
    CONTRIBUTION,
    LEVY;

    boolean isHop() {
      return this == PURCHASE || this == TRADE || this == GIFT || this == FUND_GRANT;
    }
  }

  /** A row; {@code word} is a purpose or a programme, {@code division} of a missing supplier or empty. */
  record Row(
      int number,
      Kind kind,
      int month,
      int payer,
      int payee,
      long amount,
      String word,
      String division) {}

  private final Random random;
  private final int sectors;
  private final int mostRows;
  private final List<UnitTraits> units = new ArrayList<>();
  private final List<Integer> residents = new ArrayList<>();
  private final List<Integer> organisations = new ArrayList<>();

  LinkedTown(long seed) {
    this(seed, 3 + new Random(seed).nextInt(18), 20_000);
  }

  LinkedTown(long seed, int sectors, int mostRows) {
    random = new Random(seed);
    this.sectors = sectors;
    this.mostRows = mostRows;
    units.add(new UnitTraits("fund", "fund", "?", "", true, true));
    int members = 150 + random.nextInt(150);
    for (int unit = 1; unit < members; unit++) {
      String area = random.nextInt(30) == 0 ? "?" : "b" + skewed(8);
      if (random.nextInt(5) < 3) {
        residents.add(unit);
        units.add(new UnitTraits("resident", "resident", area, "", true, false));
      } else {
        organisations.add(unit);
        int sector = skewed(sectors);
        String role = ROLES[random.nextInt(ROLES.length)];
        String provision = sector % 4 == 0 ? PROVISIONS.get(sector / 4 % 4) : "";
        units.add(new UnitTraits(role, "" + (char) ('A' + sector), area, provision, true, false));
      }
    }
    if (seed % 2 == 0) {
      gatherSectors();
    }
  }

  /** Puts sectors together that have few members, as public tables do. */
  private void gatherSectors() {
    SortedMap<String, Integer> members = new TreeMap<>();
    organisations.forEach(unit -> members.merge(units.get(unit).sector(), 1, Integer::sum));
    Gathering gathering = Gathering.of(members, sector -> Optional.empty(), 10);
    Gathering larger = Gathering.of(members, sector -> Optional.empty(), 20);
    units.replaceAll(unit -> new UnitTraits(
        unit.role(),
        gathering.label(unit.sector()),
        larger.label(unit.sector()),
        unit.area(),
        unit.provision(),
        unit.isOpen(),
        unit.isFund()));
  }

  List<UnitTraits> units() {
    return units;
  }

  List<Row> quarter() {
    List<Row> rows = new ArrayList<>();
    int count = mostRows / 10 + random.nextInt(mostRows);
    for (int row = 0; row < count; row++) {
      Row last = row(rows.size());
      rows.add(last);
      if (last.kind().isHop() && random.nextInt(60) == 0) {
        long back = last.amount() / (1 + random.nextInt(2));
        rows.add(new Row(
            rows.size(),
            last.kind(),
            last.month(),
            last.payer(),
            last.payee(),
            -back,
            last.word(),
            ""));
      }
    }
    return rows;
  }

  private Row row(int number) {
    int month = random.nextInt(3);
    int dice = random.nextInt(100);
    int resident = residents.get(random.nextInt(residents.size()));
    int shop = organisation();
    long amount = 100 + random.nextInt(6000);
    if (dice < 55) {
      return new Row(number, Kind.PURCHASE, month, resident, shop, amount, "", "");
    }
    if (dice < 72) {
      int other = organisation();
      boolean isWage = other == shop || random.nextInt(3) == 0;
      return new Row(number, Kind.TRADE, month, shop, isWage ? resident : other, amount, "", "");
    }
    if (dice < 75) {
      int other = residents.get(random.nextInt(residents.size()));
      return new Row(
          number, Kind.GIFT, month, other, other == resident ? shop : resident, amount, "", "");
    }
    if (dice < 77) {
      String programme = PROGRAMMES.get(0);
      return new Row(number, Kind.FUND_GRANT, month, 0, resident, amount, programme, "");
    }
    if (dice < 87) {
      Purpose[] purposes = Purpose.values();
      Purpose purpose = purposes[skewed(purposes.length)];
      boolean isMissing = purpose == Purpose.SUPPLIER && random.nextBoolean();
      String division =
          isMissing ? List.copyOf(DIVISIONS.keySet()).get(skewed(DIVISIONS.size())) : "";
      return new Row(
          number, Kind.REDEMPTION, month, shop, -1, amount, purpose.wireName(), division);
    }
    if (dice < 91) {
      return new Row(
          number, Kind.GRANT_IN, month, -1, resident, amount, PROGRAMMES.get(skewed(2)), "");
    }
    Kind kind = dice < 97 ? Kind.CONTRIBUTION : Kind.LEVY;
    return new Row(number, kind, month, shop, -1, 1 + amount / 40, "", "");
  }

  /** Tables of those rows. */
  QuarterTables tables(List<Row> rows) {
    QuarterTables tables = new QuarterTables(units, PROGRAMMES, PROVISIONS, DIVISIONS, WIDER);
    for (Row row : rows) {
      switch (row.kind()) {
        case PURCHASE, TRADE, GIFT, FUND_GRANT ->
          tables.hop(
              row.month(),
              row.kind() == Kind.PURCHASE || row.kind() == Kind.TRADE,
              row.kind() == Kind.PURCHASE,
              row.word(),
              row.payer(),
              row.payee(),
              row.amount());
        case REDEMPTION ->
          tables.redeem(
              row.month(),
              Purpose.named(row.word()).orElseThrow(),
              row.division(),
              row.payer(),
              row.amount());
        case GRANT_IN -> tables.grantIn(row.month(), row.word(), row.payee(), row.amount());
        case CONTRIBUTION -> tables.contribute(row.month(), row.payer(), row.amount());
        case LEVY -> tables.levy(row.month(), row.payer(), row.amount());
      }
    }
    return tables;
  }

  NavigableSet<String> words(Function<UnitTraits, String> word) {
    TreeSet<String> words = new TreeSet<>();
    units.forEach(unit -> words.add(word.apply(unit)));
    return words;
  }

  private int organisation() {
    return organisations.get(skewed(organisations.size()));
  }

  private int skewed(int bound) {
    double at = random.nextDouble();
    return (int) (at * at * bound);
  }
}
