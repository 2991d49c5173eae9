package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.omloop.ledger.circulation.disclosure.DecidedTables;
import org.omloop.ledger.circulation.disclosure.Gathering;
import org.omloop.ledger.circulation.disclosure.Place;

/**
 * The public amounts of a period as the sum of its quarters: a year's figure is shown where it is in all of them, so
 * that it tells nothing new. A period that is no sum of quarters shows none. What any quarter puts together stands
 * together in the period.
 */
record PublicAmounts(
    List<DecidedQuarter> quarters, Gathering sectors, Gathering branches, Gathering areas) {
  /** Copies the quarters. */
  PublicAmounts {
    quarters = List.copyOf(quarters);
  }

  static PublicAmounts of(List<DecidedQuarter> quarters) {
    return new PublicAmounts(
        quarters,
        Gathering.joined(
            quarters.stream().map(DecidedQuarter::sectors).toList(), DecidedQuarter.SECTORS),
        Gathering.joined(
            quarters.stream().map(DecidedQuarter::branches).toList(), DecidedQuarter.SECTORS),
        Gathering.joined(
            quarters.stream().map(DecidedQuarter::areas).toList(), DecidedQuarter.AREAS));
  }

  /** Tells whether there is anything to show at all. */
  boolean isEmpty() {
    return quarters.isEmpty();
  }

  /** Returns the public amount at a place in minor units; empty where it is hidden. */
  Optional<Long> at(Place place) {
    return sum(quarter -> List.of(place));
  }

  /** Returns a column of {@code sectors}; the label is one of {@link #sectors}, or a role. */
  Optional<Long> ofSector(String column, String label) {
    return sum(quarter -> labels(quarter.sectors(), sectors, label).stream()
        .map(each -> Place.of("sectors", column, each))
        .toList());
  }

  /** Returns a cell of {@code sector-matrix}; labels of {@link #branches}. */
  Optional<Long> betweenSectors(String payer, String payee) {
    return sum(quarter ->
        pairs("sector-matrix", quarter.branches(), branches, List.of(payer), List.of(payee)));
  }

  /** Returns a column of {@code areas}; the label is one of {@link #areas}. */
  Optional<Long> ofArea(String column, String label) {
    return sum(quarter -> labels(quarter.areas(), areas, label).stream()
        .map(each -> Place.of("areas", column, each))
        .toList());
  }

  /** Returns what a wider area received or spent, in every quarter as a whole. */
  Optional<Long> ofWiderArea(String column, String area) {
    return sum(quarter -> {
      Place whole = Place.of("areas", column, area);
      return quarter.tables().has(whole)
          ? List.of(whole)
          : quarter.areas().wordsWithin(area).stream()
              .map(word -> Place.of("areas", column, quarter.areas().label(word)))
              .distinct()
              .toList();
    });
  }

  /** Returns the sum of all cells of {@code area-matrix} from some areas to some; labels of {@link #areas}. */
  Optional<Long> betweenAreas(List<String> payers, List<String> payees) {
    return sum(quarter -> pairs("area-matrix", quarter.areas(), areas, payers, payees));
  }

  /** Returns under which labels a quarter has what stands under one label in the period. */
  private static NavigableSet<String> labels(Gathering quarter, Gathering period, String label) {
    NavigableSet<String> labels = new TreeSet<>();
    period.words(label).forEach(word -> labels.add(quarter.label(word)));
    return labels.isEmpty() ? new TreeSet<>(List.of(label)) : labels;
  }

  private static List<Place> pairs(
      String matrix,
      Gathering quarter,
      Gathering period,
      List<String> payers,
      List<String> payees) {
    NavigableSet<String> from = new TreeSet<>();
    payers.forEach(payer -> from.addAll(labels(quarter, period, payer)));
    NavigableSet<String> to = new TreeSet<>();
    payees.forEach(payee -> to.addAll(labels(quarter, period, payee)));
    List<Place> places = new ArrayList<>();
    from.forEach(
        payer -> to.forEach(payee -> places.add(Place.of(matrix, "amount", payer, payee))));
    return places;
  }

  private Optional<Long> sum(Function<DecidedQuarter, List<Place>> places) {
    long sum = 0;
    boolean isAnywhere = false;
    for (DecidedQuarter quarter : quarters) {
      DecidedTables tables = quarter.tables();
      List<Place> decided = places.apply(quarter).stream().filter(tables::has).toList();
      for (Place place : decided) {
        Optional<Long> amount = tables.amount(place);
        if (amount.isEmpty()) {
          return amount;
        }
        sum += amount.get();
      }
      isAnywhere |= !decided.isEmpty();
    }
    // A zero that no quarter decided is one of a few who could have paid (rule 7).
    return isAnywhere ? Optional.of(sum) : Optional.empty();
  }
}
