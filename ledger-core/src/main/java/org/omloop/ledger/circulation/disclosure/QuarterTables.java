package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.omloop.ledger.circulation.disclosure.PublicSum.Asked;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.order.Purpose;

/**
 * The public tables of one quarter, linked: which figures there are, how they add up, and which rows each is the sum
 * of. Which lines a table has follows from the members and from fixed lists, never from what was paid
 * (docs/adr/0036). A figure without words is its table's total. All sums of the whole circuit, by month and by quarter,
 * are taken as known to everybody.
 *
 * <p>Not thread-safe.
 */
public final class QuarterTables {
  /** Months of the quarter, counted from 0. */
  private static final int MONTHS = 3;

  /** How money leaves that nobody gets euros for: it expires, an entry is given back, credit is repaid. */
  public static final List<EntryKind> NOT_REDEEMED =
      List.of(EntryKind.DEMURRAGE, EntryKind.REFUND, EntryKind.CREDIT);

  private final List<UnitTraits> units;
  private final int everybody;
  private final LinkedTables tables = new LinkedTables();
  /** By area, the wider areas that it is a part of. */
  private final Map<String, List<String>> widerOf = new HashMap<>();

  private final Map<String, String> sectionOf = new HashMap<>();

  /**
   * Makes tables without rows.
   *
   * @param units all members, numbered from 0 as in rows
   * @param programmes all programmes whose money was granted so far
   * @param provisions all essential provisions
   * @param divisions by branch that a missing supplier may be of, the wider branch it is a part of
   * @param wider by wider area that is shown too, two or more areas of units that it consists of
   */
  public QuarterTables(
      List<UnitTraits> units,
      Collection<String> programmes,
      Collection<String> provisions,
      SortedMap<String, String> divisions,
      SortedMap<String, ? extends Collection<String>> wider) {
    this.units = List.copyOf(units);
    this.everybody = count(UnitTraits::isOpen, true);
    exact("hops", Asked.BOTH);
    margins("sectors", UnitTraits::sector);
    margins("sector-matrix", UnitTraits::branch);
    matrix("sector-matrix", "sector-matrix", UnitTraits::branch);
    for (String branch : words(UnitTraits::branch)) {
      branch(branch);
    }
    margins("areas", UnitTraits::area);
    matrix("areas", "area-matrix", UnitTraits::area);
    wider.forEach(this::wider);
    int economic = exactTotal("roles", "received", Asked.BOTH);
    List<Integer> roles = new ArrayList<>();
    for (String role : words(UnitTraits::role)) {
      int members = payees(UnitTraits::role, role);
      roles.add(add("roles", "received", Asked.BOTH, everybody, members, role));
    }
    tables.addUp(economic, roles);
    provisions(provisions);
    exits(divisions);
    grants(programmes);
    exact("contributed", Asked.PAYERS);
    exact("levied", Asked.PAYERS);
    for (String column : List.of("contributed", "levied", "granted")) {
      List<Integer> months = new ArrayList<>();
      for (int month = 0; month < MONTHS; month++) {
        Asked asked = column.equals("granted") ? Asked.PAYEES : Asked.PAYERS;
        months.add(add("fund", column, asked, everybody, everybody, Integer.toString(month)));
      }
      tables.addUp(number(Place.of(column, "amount")), months);
    }
  }

  private void margins(String table, Function<UnitTraits, String> word) {
    int all = number(Place.of("hops", "amount"));
    List<Integer> received = new ArrayList<>();
    List<Integer> spent = new ArrayList<>();
    for (String each : words(word)) {
      received.add(add(table, "received", Asked.BOTH, everybody, payees(word, each), each));
      spent.add(add(table, "spent", askedOfPayers(word, each), count(word, each), everybody, each));
    }
    tables.addUp(all, received);
    tables.addUp(all, spent);
  }

  /** Ties the matrix, whose lines are fewer, to the table by sector, by margins that no table has. */
  private void branch(String branch) {
    NavigableSet<String> parts = new TreeSet<>();
    units.stream()
        .filter(unit -> unit.branch().equals(branch))
        .forEach(unit -> parts.add(unit.sector()));
    for (String column : List.of("received", "spent")) {
      tables.addUp(
          number(Place.of("sector-matrix", column, branch)),
          parts.stream().map(part -> number(Place.of("sectors", column, part))).toList());
    }
  }

  private void matrix(String totals, String matrix, Function<UnitTraits, String> word) {
    NavigableSet<String> words = words(word);
    for (String payer : words) {
      for (String payee : words) {
        add(
            matrix,
            "amount",
            askedOfPayers(word, payer),
            count(word, payer),
            payees(word, payee),
            payer,
            payee);
      }
    }
    for (String each : words) {
      tables.addUp(
          number(Place.of(totals, "received", each)),
          words.stream()
              .map(payer -> number(Place.of(matrix, "amount", payer, each)))
              .toList());
      tables.addUp(
          number(Place.of(totals, "spent", each)),
          words.stream()
              .map(payee -> number(Place.of(matrix, "amount", each, payee)))
              .toList());
    }
  }

  /** Adds what a cell climbs to that fails: the whole of some areas (rule 5). */
  private void wider(String area, Collection<String> parts) {
    int members = 0;
    int payees = 0;
    for (String part : parts) {
      members += count(UnitTraits::area, part);
      payees += payees(UnitTraits::area, part);
      widerOf.computeIfAbsent(part, each -> new ArrayList<>()).add(area);
    }
    wider(
        new PublicSum(Place.of("areas", "received", area), Asked.BOTH, false, everybody, payees),
        parts);
    wider(
        new PublicSum(Place.of("areas", "spent", area), Asked.BOTH, false, members, everybody),
        parts);
  }

  private void wider(PublicSum whole, Collection<String> parts) {
    tables.addUp(
        tables.add(whole.spare()),
        parts.stream()
            .map(part -> number(new Place("areas", whole.place().column(), List.of(part))))
            .toList());
  }

  /** Where only the fund can have paid, it is no secret that it did. */
  private Asked askedOfPayers(Function<UnitTraits, String> word, String each) {
    boolean isFund =
        units.stream().filter(unit -> word.apply(unit).equals(each)).allMatch(UnitTraits::isFund);
    return isFund ? Asked.PAYEES : Asked.BOTH;
  }

  private void provisions(Collection<String> provisions) {
    int payers = count(UnitTraits::role, "resident");
    int purchases = add("provisions", "amount", Asked.BOTH, payers, everybody);
    List<Integer> each = new ArrayList<>();
    int providers = 0;
    for (String provision : new TreeSet<>(provisions)) {
      int members = count(UnitTraits::provision, provision);
      providers += members;
      each.add(add("provisions", "amount", Asked.BOTH, payers, members, provision));
    }
    int essential = add("provisions", "essential", Asked.BOTH, payers, providers);
    tables.addUp(purchases, List.of(essential));
    tables.addUp(essential, each);
  }

  /** What left otherwise than for euros is a part of all that left, beside the purposes and beside the sectors. */
  private void exits(SortedMap<String, String> divisions) {
    int all = exact("exits", Asked.PAYERS);
    List<Integer> purposes = new ArrayList<>();
    List<Integer> sectors = new ArrayList<>();
    for (EntryKind kind : NOT_REDEEMED) {
      int left = add("exits", "amount", Asked.PAYERS, everybody, 0, kind.wireName());
      purposes.add(left);
      sectors.add(left);
    }
    for (Purpose purpose : Purpose.values()) {
      purposes.add(add("exits", "amount", Asked.PAYERS, everybody, 0, purpose.wireName()));
    }
    tables.addUp(all, purposes);
    for (String sector : words(UnitTraits::sector)) {
      int members = count(UnitTraits::sector, sector);
      sectors.add(add("sectors", "redeemed", Asked.PAYERS, members, 0, sector));
    }
    tables.addUp(all, sectors);
    missing(divisions);
  }

  /** Adds missing suppliers by division, and by section where a division fails. */
  private void missing(SortedMap<String, String> divisions) {
    NavigableMap<String, List<Integer>> sections = new TreeMap<>();
    divisions.forEach((division, section) -> {
      int missing = add("missing-suppliers", "amount", Asked.PAYERS, everybody, 0, division);
      sections.computeIfAbsent(section, each -> new ArrayList<>()).add(missing);
    });
    List<Integer> all = new ArrayList<>();
    sections.forEach((section, parts) -> {
      if (divisions.containsKey(section)) {
        all.addAll(parts);
      } else {
        int missing = add("missing-suppliers", "amount", Asked.PAYERS, everybody, 0, section);
        tables.addUp(missing, parts);
        all.add(missing);
      }
    });
    tables.addUp(number(Place.of("exits", "amount", Purpose.SUPPLIER.wireName())), all);
    sectionOf.putAll(divisions);
  }

  private void grants(Collection<String> programmes) {
    exact("grants-in", Asked.PAYEES);
    exact("granted", Asked.PAYEES);
    int all = exactTotal("programmes", "granted", Asked.PAYEES);
    List<Integer> each = new ArrayList<>();
    for (String programme : new TreeSet<>(programmes)) {
      each.add(add("programmes", "granted", Asked.PAYEES, 0, everybody, programme));
    }
    tables.addUp(all, each);
  }

  /** Adds a sum of the whole circuit that everybody knows, by quarter and, where C1 and C3 tell, by month. */
  private int exact(String table, Asked asked) {
    int all = exactTotal(table, "amount", asked);
    if (List.of("hops", "exits", "grants-in").contains(table)) {
      List<Integer> months = new ArrayList<>();
      for (int month = 0; month < MONTHS; month++) {
        months.add(exactTotal(table, "month", asked, Integer.toString(month)));
      }
      tables.addUp(all, months);
    }
    return all;
  }

  private int exactTotal(String table, String column, Asked asked, String... words) {
    return tables.add(
        new PublicSum(Place.of(table, column, words), asked, true, everybody, everybody));
  }

  private int add(
      String table, String column, Asked asked, int payers, int payees, String... words) {
    return tables.add(new PublicSum(Place.of(table, column, words), asked, false, payers, payees));
  }

  private int number(Place place) {
    int number = tables.number(place);
    if (number < 0) {
      throw new IllegalArgumentException("no table has " + place);
    }
    return number;
  }

  private NavigableSet<String> words(Function<UnitTraits, String> word) {
    TreeSet<String> words = new TreeSet<>();
    units.forEach(unit -> words.add(word.apply(unit)));
    return words;
  }

  private <T> int count(Function<UnitTraits, T> word, T each) {
    Predicate<UnitTraits> has = unit -> unit.isOpen() && word.apply(unit).equals(each);
    return (int) units.stream().filter(has).count();
  }

  /** Returns how many could have been paid: nobody trades with the fund. */
  private int payees(Function<UnitTraits, String> word, String each) {
    Predicate<UnitTraits> has =
        unit -> unit.isOpen() && !unit.isFund() && word.apply(unit).equals(each);
    return (int) units.stream().filter(has).count();
  }

  /**
   * Adds money passed on between two units.
   *
   * @param month of the quarter, 0 … 2
   * @param isEconomic purchase, trade or wage
   * @param programme of a grant by the fund; empty where there is none
   * @param amount minor units; below zero for a refund of it, booked in this month
   */
  public void hop(
      int month,
      boolean isEconomic,
      boolean isPurchase,
      String programme,
      int payer,
      int payee,
      long amount) {
    UnitTraits from = units.get(payer);
    UnitTraits to = units.get(payee);
    BitSet in = new BitSet();
    whole(in, "hops", month);
    between(in, "sectors", from.sector(), to.sector());
    between(in, "sector-matrix", from.branch(), to.branch());
    set(in, Place.of("sector-matrix", "amount", from.branch(), to.branch()));
    between(in, "areas", from.area(), to.area());
    set(in, Place.of("area-matrix", "amount", from.area(), to.area()));
    for (String area : widerOf.getOrDefault(from.area(), List.of())) {
      set(in, Place.of("areas", "spent", area));
    }
    for (String area : widerOf.getOrDefault(to.area(), List.of())) {
      set(in, Place.of("areas", "received", area));
    }
    if (isEconomic) {
      set(in, Place.of("roles", "received"));
      set(in, Place.of("roles", "received", to.role()));
    }
    if (isPurchase) {
      set(in, Place.of("provisions", "amount"));
      if (!to.provision().isEmpty()) {
        set(in, Place.of("provisions", "essential"));
        set(in, Place.of("provisions", "amount", to.provision()));
      }
    }
    if (from.isFund()) {
      set(in, Place.of("granted", "amount"));
      set(in, Place.of("fund", "granted", Integer.toString(month)));
    }
    granted(in, programme);
    tables.book(in, payer, payee, amount);
  }

  /** Adds money that left the circuit for euros; {@code division} is of the missing supplier, empty for none. */
  public void redeem(int month, Purpose purpose, String division, int payer, long amount) {
    BitSet in = new BitSet();
    whole(in, "exits", month);
    set(in, Place.of("exits", "amount", purpose.wireName()));
    set(in, Place.of("sectors", "redeemed", units.get(payer).sector()));
    if (purpose == Purpose.SUPPLIER && !division.isEmpty()) {
      set(in, Place.of("missing-suppliers", "amount", division));
      set(in, Place.of("missing-suppliers", "amount", sectionOf.getOrDefault(division, division)));
    }
    tables.book(in, payer, LinkedTables.NOBODY, amount);
  }

  /**
   * Adds money that left the circuit otherwise than for euros.
   *
   * @param kind one of {@link #NOT_REDEEMED}
   */
  public void leave(int month, EntryKind kind, int payer, long amount) {
    BitSet in = new BitSet();
    whole(in, "exits", month);
    set(in, Place.of("exits", "amount", kind.wireName()));
    tables.book(in, payer, LinkedTables.NOBODY, amount);
  }

  /** Adds money that a programme outside the circuit granted. */
  public void grantIn(int month, String programme, int payee, long amount) {
    BitSet in = new BitSet();
    whole(in, "grants-in", month);
    granted(in, programme);
    tables.book(in, LinkedTables.NOBODY, payee, amount);
  }

  /** Adds what a unit paid the fund, or with a negative amount got back from it. */
  public void contribute(int month, int payer, long amount) {
    toFund("contributed", month, payer, amount);
  }

  /** Adds what was levied of a unit. */
  public void levy(int month, int payer, long amount) {
    toFund("levied", month, payer, amount);
  }

  private void toFund(String column, int month, int payer, long amount) {
    BitSet in = new BitSet();
    set(in, Place.of(column, "amount"));
    set(in, Place.of("fund", column, Integer.toString(month)));
    tables.book(in, payer, LinkedTables.NOBODY, amount);
  }

  private void granted(BitSet in, String programme) {
    if (!programme.isEmpty()) {
      set(in, Place.of("programmes", "granted"));
      set(in, Place.of("programmes", "granted", programme));
    }
  }

  private void whole(BitSet in, String table, int month) {
    set(in, Place.of(table, "amount"));
    set(in, Place.of(table, "month", Integer.toString(month)));
  }

  private void between(BitSet in, String totals, String from, String to) {
    set(in, Place.of(totals, "spent", from));
    set(in, Place.of(totals, "received", to));
  }

  private void set(BitSet in, Place place) {
    in.set(number(place));
  }

  /** Decides what is shown. */
  public DecidedTables decide(Thresholds thresholds) {
    return tables.decide(thresholds);
  }
}
