package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.disclosure.DecidedTables;
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

  private final Scope scope;
  private final JournalRows journal;
  private final Rows rows;
  private final QuarterTables tables;

  private PublicQuarter(Scope scope) {
    this.scope = scope;
    this.journal = scope.journal();
    this.rows = scope.rows();
    this.tables = new QuarterTables(units(scope), programmes(scope), provisions(), divisions());
  }

  static DecidedTables decide(Scope scope, Thresholds thresholds) {
    PublicQuarter quarter = new PublicQuarter(scope);
    quarter.book();
    return quarter.tables.decide(thresholds);
  }

  /** Returns the members who were there before the period's end, as they are classified by then. */
  private static List<UnitTraits> units(Scope scope) {
    List<UnitTraits> units = new ArrayList<>();
    for (int account = 0; account < scope.rows().accounts().size(); account++) {
      if (scope.journal().opened(account) < scope.size()) {
        units.add(traits(scope.traits(account), couldTrade(scope, account)));
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

  private static UnitTraits traits(Traits traits, boolean isOpen) {
    return new UnitTraits(
        traits.role(),
        Words.sector(traits),
        Words.area(traits),
        Provision.of(traits.sector()).map(Provision::wireName).orElse(""),
        isOpen,
        traits.role().equals(Words.FUND));
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

  /** Returns all divisions that there are, and {@code ?}. */
  static List<String> divisions() {
    List<String> divisions = new ArrayList<>();
    for (int division = 1; division <= 99; division++) {
      String code = (division < 10 ? "0" : "") + division;
      if (!Sbi.section(code).equals(Sbi.UNKNOWN)) {
        divisions.add(code);
      }
    }
    divisions.add(Sbi.UNKNOWN);
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
