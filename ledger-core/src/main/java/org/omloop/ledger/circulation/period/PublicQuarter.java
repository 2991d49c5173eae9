package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.disclosure.Gathering;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.disclosure.QuarterTables;
import org.omloop.ledger.circulation.disclosure.Thresholds;
import org.omloop.ledger.circulation.disclosure.UnitTraits;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.rows.Accounts.Traits;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.order.Purpose;

/** A closed quarter's rows, brought to the function that decides what the public may see. */
final class PublicQuarter {
  private static final int MONTHS = 3;

  /** A cell of a matrix divides a sector's members again, by who is on the other side. */
  private static final int TWO_SIDES = 2;

  private final Scope scope;
  private final JournalRows journal;
  private final Rows rows;
  private final QuarterTables tables;

  private PublicQuarter(Scope scope, Gathering sectors, Gathering branches, Gathering areas) {
    this.scope = scope;
    this.journal = scope.journal();
    this.rows = scope.rows();
    this.tables = new QuarterTables(
        units(scope, sectors, branches, areas),
        programmes(scope),
        provisions(),
        divisions(),
        areas.wider());
  }

  static DecidedQuarter decide(Scope scope, Thresholds thresholds) {
    SortedMap<String, Integer> bySector = members(scope, traits -> true, Words::sector);
    Gathering sectors = Gathering.of(bySector, DecidedQuarter.SECTORS, thresholds.units());
    // Residents are no sector: what they pay and are paid is not divided among few.
    SortedMap<String, Integer> bySide = new TreeMap<>(bySector);
    bySide.computeIfPresent(Words.RESIDENT, (word, members) -> members * TWO_SIDES);
    Gathering larger = Gathering.of(bySide, DecidedQuarter.SECTORS, TWO_SIDES * thresholds.units());
    Gathering branches = Gathering.joined(List.of(sectors, larger), DecidedQuarter.SECTORS);
    Gathering areas = Gathering.of(
        members(scope, traits -> !traits.role().equals(Words.FUND), Words::area),
        DecidedQuarter.AREAS,
        thresholds.units());
    PublicQuarter quarter = new PublicQuarter(scope, sectors, branches, areas);
    quarter.book();
    return new DecidedQuarter(quarter.tables.decide(thresholds), sectors, branches, areas);
  }

  /** Returns by word how many have it of those who could trade: this, and no amount, says what is gathered. */
  private static SortedMap<String, Integer> members(
      Scope scope, Predicate<Traits> which, Function<Traits, String> word) {
    SortedMap<String, Integer> members = new TreeMap<>();
    for (int account = 0; account < scope.rows().accounts().size(); account++) {
      if (scope.journal().opened(account) < scope.size() && which.test(scope.traits(account))) {
        int counts = couldTrade(scope, account) ? 1 : 0;
        members.merge(word.apply(scope.traits(account)), counts, Integer::sum);
      }
    }
    return members;
  }

  /** Returns the members who were there before the period's end, as they are classified by then. */
  private static List<UnitTraits> units(
      Scope scope, Gathering sectors, Gathering branches, Gathering areas) {
    List<UnitTraits> units = new ArrayList<>();
    for (int account = 0; account < scope.rows().accounts().size(); account++) {
      if (scope.journal().opened(account) < scope.size()) {
        Traits traits = scope.traits(account);
        units.add(new UnitTraits(
            traits.role(),
            sectors.label(Words.sector(traits)),
            branches.label(Words.sector(traits)),
            areas.label(Words.area(traits)),
            Provision.of(traits.sector()).map(Provision::wireName).orElse(""),
            couldTrade(scope, account),
            traits.role().equals(Words.FUND)));
      }
    }
    return units;
  }

  private static boolean couldTrade(Scope scope, int account) {
    JournalRows journal = scope.journal();
    return journal
        .closed(account)
        .filter(entry -> journal.bookedAt(entry) < scope.start())
        .isEmpty();
  }

  /** Returns the programmes whose money was granted up to the period's end. */
  static NavigableSet<String> programmes(Scope scope) {
    NavigableSet<String> programmes = new TreeSet<>();
    IntStream.range(0, scope.endRow())
        .forEach(row -> scope.journal().programmeOf(row).ifPresent(programmes::add));
    return programmes;
  }

  private static List<String> provisions() {
    return Provision.all().stream().map(Provision::wireName).toList();
  }

  /** Returns all divisions that there are, each with its section, and {@code ?}. */
  static SortedMap<String, String> divisions() {
    SortedMap<String, String> divisions = new TreeMap<>();
    for (int division = 1; division <= 99; division++) {
      String code = (division < 10 ? "0" : "") + division;
      if (!Sbi.section(code).equals(Sbi.UNKNOWN)) {
        divisions.put(code, Sbi.section(code));
      }
    }
    divisions.put(Sbi.UNKNOWN, Sbi.UNKNOWN);
    return divisions;
  }

  private void book() {
    for (int month = 0; month < MONTHS; month++) {
      Period name =
          Period.month(scope.period().year(), (scope.period().number() - 1) * MONTHS + month + 1);
      int end = scope.rowsBefore(name.end());
      for (int row = scope.rowsBefore(name.start()); row < end; row++) {
        book(month, row);
      }
    }
  }

  private void book(int month, int row) {
    long amount = rows.amount(row);
    switch (rows.movement(row)) {
      case INFLOW -> grantIn(month, row);
      case REFUND -> move(month, rows.original(row), -amount);
      case EXIT -> exit(month, row);
      default -> move(month, row, amount);
    }
  }

  private void grantIn(int month, int row) {
    if (rows.kind(row) == EntryKind.GRANT) {
      tables.grantIn(month, journal.programmeOf(row).orElse(""), rows.payee(row), rows.amount(row));
    }
  }

  private void exit(int month, int row) {
    if (rows.kind(row) == EntryKind.REDEEM) {
      tables.redeem(
          month,
          journal.purpose(row).orElse(Purpose.OTHER),
          MissingSuppliers.division(scope, row),
          rows.payer(row),
          rows.amount(row));
    } else {
      tables.leave(month, rows.kind(row), rows.payer(row), rows.amount(row));
    }
  }

  /** Adds what a row moved inside the circuit; a refund counts against what it gives back, in its own month. */
  private void move(int month, int row, long amount) {
    Movement movement = rows.movement(row);
    if (movement == Movement.CONTRIBUTION) {
      tables.contribute(month, rows.payer(row), amount);
    } else if (movement == Movement.LEVY) {
      tables.levy(month, rows.payer(row), amount);
    } else if (movement == Movement.HOP) {
      tables.hop(
          month,
          Traded.isEconomic(rows.kind(row)),
          rows.kind(row) == EntryKind.PURCHASE,
          journal.programmeOf(row).orElse(""),
          rows.payer(row),
          rows.payee(row),
          amount);
    }
  }
}
