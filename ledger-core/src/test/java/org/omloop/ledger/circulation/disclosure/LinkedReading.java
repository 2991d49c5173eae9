package org.omloop.ledger.circulation.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.omloop.ledger.circulation.disclosure.LinkedTown.Kind;
import org.omloop.ledger.circulation.disclosure.LinkedTown.Row;
import org.omloop.ledger.order.Purpose;

/**
 * What an attacker knows of a {@link LinkedTown}'s tables without asking the code under test: which figures there are,
 * what they cover and how they add up.
 */
final class LinkedReading {
  /** A figure and its parts; where these are not all, the last stands for what no table shows. */
  record Equation(Place whole, List<Place> parts) {}

  private static final List<Integer> MONTHS = List.of(0, 1, 2);

  private final LinkedTown town;
  private final List<Equation> equations = new ArrayList<>();

  LinkedReading(LinkedTown town) {
    this.town = town;
    add(Place.of("hops", "amount"), each("sectors", "received", town.words(UnitTraits::sector)));
    add(Place.of("hops", "amount"), each("sectors", "spent", town.words(UnitTraits::sector)));
    for (String branch : town.words(UnitTraits::branch)) {
      TreeSet<String> sectors = new TreeSet<>();
      town.units().stream()
          .filter(unit -> unit.branch().equals(branch))
          .forEach(unit -> sectors.add(unit.sector()));
      for (String column : List.of("received", "spent")) {
        add(Place.of("sector-matrix", column, branch), each("sectors", column, sectors));
      }
    }
    crossed("sector-matrix", "sector-matrix", UnitTraits::branch);
    crossed("areas", "area-matrix", UnitTraits::area);
    LinkedTown.WIDER.forEach((area, parts) -> {
      add(Place.of("areas", "received", area), each("areas", "received", parts));
      add(Place.of("areas", "spent", area), each("areas", "spent", parts));
    });
    // The widest consists of the others and one neighbourhood.
    for (String column : List.of("received", "spent")) {
      add(Place.of("areas", column, "s0"), each("areas", column, List.of("w0", "w1", "b5")));
    }
    add(Place.of("hops", "amount"), each("hops", "month", MONTHS));
    add(Place.of("hops", "amount"), List.of(Place.of("roles", "received"), rest("idle")));
    add(Place.of("roles", "received"), each("roles", "received", town.words(UnitTraits::role)));
    add(Place.of("roles", "received"), List.of(Place.of("provisions", "amount"), rest("trade")));
    add(
        Place.of("provisions", "amount"),
        List.of(Place.of("provisions", "essential"), rest("other")));
    add(Place.of("provisions", "essential"), each("provisions", "amount", LinkedTown.PROVISIONS));
    Place exits = Place.of("exits", "amount");
    add(exits, each("exits", "month", MONTHS));
    add(
        exits,
        each(
            "exits",
            "amount",
            List.of(Purpose.values()).stream().map(Purpose::wireName).toList()));
    add(exits, each("sectors", "redeemed", town.words(UnitTraits::sector)));
    TreeSet<String> sections = new TreeSet<>(LinkedTown.DIVISIONS.values());
    for (String section : sections) {
      add(
          Place.of("missing-suppliers", "amount", section),
          each(
              "missing-suppliers",
              "amount",
              LinkedTown.DIVISIONS.keySet().stream()
                  .filter(division -> section.equals(LinkedTown.DIVISIONS.get(division)))
                  .toList()));
    }
    List<Place> missing = new ArrayList<>(each("missing-suppliers", "amount", sections));
    missing.add(rest("unnamed"));
    add(Place.of("exits", "amount", "supplier"), missing);
    add(Place.of("programmes", "granted"), each("programmes", "granted", LinkedTown.PROGRAMMES));
    add(
        Place.of("programmes", "granted"),
        List.of(Place.of("granted", "amount"), Place.of("grants-in", "amount")));
    for (String column : List.of("contributed", "levied", "granted")) {
      add(Place.of(column, "amount"), each("fund", column, MONTHS));
    }
  }

  private void crossed(String totals, String matrix, Function<UnitTraits, String> word) {
    var words = town.words(word);
    add(Place.of("hops", "amount"), each(totals, "received", words));
    add(Place.of("hops", "amount"), each(totals, "spent", words));
    for (String one : words) {
      add(
          Place.of(totals, "received", one),
          words.stream().map(payer -> Place.of(matrix, "amount", payer, one)).toList());
      add(
          Place.of(totals, "spent", one),
          words.stream().map(payee -> Place.of(matrix, "amount", one, payee)).toList());
    }
  }

  private static Place rest(String name) {
    return Place.of("rest", name);
  }

  private static List<Place> each(String table, String column, Iterable<?> words) {
    List<Place> places = new ArrayList<>();
    words.forEach(word -> places.add(Place.of(table, column, word.toString())));
    return places;
  }

  private void add(Place whole, List<Place> parts) {
    equations.add(new Equation(whole, parts));
  }

  List<Equation> equations() {
    return equations;
  }

  /** Returns all figures and the rests between them. */
  List<Place> places() {
    Map<Place, Boolean> places = new LinkedHashMap<>();
    for (Equation equation : equations) {
      places.put(equation.whole(), true);
      equation.parts().forEach(part -> places.put(part, true));
    }
    return List.copyOf(places.keySet());
  }

  /** Tells whether everybody knows a figure: it is of the whole circuit. */
  static boolean isKnown(Place place) {
    return switch (place.table()) {
      case "hops", "grants-in", "granted", "contributed", "levied" -> true;
      case "exits", "roles", "programmes" ->
        place.words().isEmpty() && !place.column().equals("x") || place.column().equals("month");
      default -> false;
    };
  }

  /** Tells whether anybody could have been paid: nobody trades with the fund or with an empty branch. */
  boolean isPossible(Place place) {
    if (place.words().isEmpty() || List.of("spent", "redeemed").contains(place.column())) {
      return true;
    }
    String payee = place.words().get(place.words().size() - 1);
    boolean isProvided = town.units().stream().anyMatch(unit -> unit.provision().equals(payee));
    return !payee.equals("fund") && (!place.table().equals("provisions") || isProvided);
  }

  boolean covers(Place place, Row row) {
    List<String> words = place.words();
    Kind kind = row.kind();
    boolean isOne = words.isEmpty();
    boolean isMonth = isOne || words.get(0).equals(Integer.toString(row.month()));
    UnitTraits from = row.payer() < 0 ? null : town.units().get(row.payer());
    UnitTraits to = row.payee() < 0 ? null : town.units().get(row.payee());
    boolean isTrade = kind == Kind.PURCHASE || kind == Kind.TRADE;
    String provision = to == null ? "" : to.provision();
    return switch (place.table() + "." + place.column()) {
      case "hops.amount", "hops.month" -> kind.isHop() && isMonth;
      case "sectors.received" -> kind.isHop() && to.sector().equals(words.get(0));
      case "sectors.spent" -> kind.isHop() && from.sector().equals(words.get(0));
      case "sector-matrix.received" -> kind.isHop() && to.branch().equals(words.get(0));
      case "sector-matrix.spent" -> kind.isHop() && from.branch().equals(words.get(0));
      case "sector-matrix.amount" ->
        kind.isHop() && from.branch().equals(words.get(0)) && to.branch().equals(words.get(1));
      case "areas.received" -> kind.isHop() && isIn(to.area(), words.get(0));
      case "areas.spent" -> kind.isHop() && isIn(from.area(), words.get(0));
      case "area-matrix.amount" ->
        kind.isHop() && from.area().equals(words.get(0)) && to.area().equals(words.get(1));
      case "roles.received" -> isTrade && (isOne || to.role().equals(words.get(0)));
      case "provisions.amount" ->
        kind == Kind.PURCHASE && (isOne || provision.equals(words.get(0)));
      case "provisions.essential" -> kind == Kind.PURCHASE && !provision.isEmpty();
      case "exits.amount" -> kind == Kind.REDEMPTION && (isOne || row.word().equals(words.get(0)));
      case "exits.month" -> kind == Kind.REDEMPTION && isMonth;
      case "sectors.redeemed" -> kind == Kind.REDEMPTION && from.sector().equals(words.get(0));
      case "missing-suppliers.amount" ->
        row.division().equals(words.get(0))
            || words.get(0).equals(LinkedTown.DIVISIONS.get(row.division()));
      case "grants-in.amount", "grants-in.month" -> kind == Kind.GRANT_IN && isMonth;
      case "programmes.granted" ->
        (kind == Kind.GRANT_IN || kind == Kind.FUND_GRANT)
            && (isOne || row.word().equals(words.get(0)));
      case "granted.amount", "fund.granted" -> kind == Kind.FUND_GRANT && isMonth;
      case "contributed.amount", "fund.contributed" -> kind == Kind.CONTRIBUTION && isMonth;
      case "levied.amount", "fund.levied" -> kind == Kind.LEVY && isMonth;
      case "rest.idle" -> kind.isHop() && !isTrade;
      case "rest.trade" -> kind == Kind.TRADE;
      case "rest.other" -> kind == Kind.PURCHASE && provision.isEmpty();
      case "rest.unnamed" -> row.word().equals("supplier") && row.division().isEmpty();
      default -> throw new IllegalArgumentException("no figure: " + place);
    };
  }

  private static boolean isIn(String area, String asked) {
    return area.equals(asked) || LinkedTown.WIDER.getOrDefault(asked, List.of()).contains(area);
  }

  /** All that decides in which figures a row is. */
  private record Sort(
      Kind kind, int month, UnitTraits payer, UnitTraits payee, String word, String division) {}

  private static final UnitTraits NOBODY = new UnitTraits("", "", "", "", false, false);

  /** Returns by figure its rows. */
  Map<Place, List<Row>> rows(List<Row> rows) {
    Map<Sort, List<Row>> sorts = new LinkedHashMap<>();
    rows.forEach(row -> sorts
        .computeIfAbsent(
            new Sort(
                row.kind(),
                row.month(),
                traits(row.payer()),
                traits(row.payee()),
                row.word(),
                row.division()),
            sort -> new ArrayList<>())
        .add(row));
    Map<Place, List<Row>> found = new LinkedHashMap<>();
    for (Place place : places()) {
      List<Row> in = new ArrayList<>();
      for (List<Row> alike : sorts.values()) {
        if (covers(place, alike.get(0))) {
          in.addAll(alike);
        }
      }
      found.put(place, in);
    }
    return found;
  }

  private UnitTraits traits(int unit) {
    return unit < 0 ? NOBODY : town.units().get(unit);
  }

  static long amount(List<Row> rows) {
    return rows.stream().mapToLong(Row::amount).sum();
  }

  /** Tells whether rows may be shown under rule 3, in the words of the specification. */
  boolean maybeShown(List<Row> rows) {
    boolean isOfFund = rows.stream().allMatch(row -> row.payer() == 0 || row.payer() < 0);
    boolean hasPayees = rows.stream().anyMatch(row -> row.payee() >= 0);
    return (isOfFund || sidePasses(rows, Row::payer))
        && (!hasPayees || sidePasses(rows, Row::payee));
  }

  private static boolean sidePasses(List<Row> rows, Function<Row, Integer> side) {
    Map<Integer, Long> sums = new HashMap<>();
    rows.forEach(row -> sums.merge(side.apply(row), row.amount(), Long::sum));
    List<Long> sizes = sums.values().stream()
        .filter(amount -> amount != 0)
        .map(Math::abs)
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
    if (sizes.size() < 10) {
      return false;
    }
    long total = sizes.stream().mapToLong(Long::longValue).sum();
    return sizes.get(0) * 2 <= total && (total - sizes.get(0) - sizes.get(1)) * 10 >= sizes.get(0);
  }
}
