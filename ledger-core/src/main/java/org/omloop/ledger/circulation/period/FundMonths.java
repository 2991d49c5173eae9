package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;

/**
 * The neighbourhood fund, month by month (C30): what members contributed, what was levied, what it granted, each after
 * refunds, what part of that a vote decided, how long what it granted had been in it, and what is in it at the month's end.
 * All funds of a circuit together; up to twelve months to the period's
 * end, since the ledger was founded and as far as it goes.
 */
final class FundMonths {
  private static final List<Column> COLUMNS = List.of(
      new Column("month", new Text("Maand", "Month"), Column.Kind.PERIOD),
      new Column("contributed", new Text("Bijgedragen", "Contributed"), Column.Kind.AMOUNT),
      new Column("levied", new Text("Geheven", "Levied"), Column.Kind.AMOUNT),
      new Column("granted", new Text("Toegekend", "Granted"), Column.Kind.AMOUNT),
      new Column("balance", new Text("In de buurtpot", "Balance"), Column.Kind.AMOUNT),
      new Column("voted_share", new Text("Met stemming", "Decided by vote"), Column.Kind.SHARE),
      new Column("lag", new Text("Dagen in de buurtpot", "Days in the fund"), Column.Kind.DAYS));
  private static final Text NO_FUND =
      new Text("De kring heeft geen buurtpot.", "There is no fund.");
  private static final Text EXPLAINED = new Text(
      "Met stemming: deel van de toekenningen waarover is gestemd. Dagen in de buurtpot: "
          + "wat het eerst binnenkwam, gaat er het eerst uit. Een punt (.): niets toegekend.",
      "Decided by vote: share of the grants that were voted on. Days in the fund: "
          + "first in, first out. A point (.): nothing was granted.");
  private static final int MONTHS = 12;

  private final Scope scope;
  private final Rows rows;
  private final int[] funds;

  private FundMonths(Scope scope) {
    this.scope = scope;
    this.rows = scope.rows();
    this.funds = IntStream.range(0, rows.accounts().size())
        .filter(account -> scope.isKnown(account) && isFund(account))
        .toArray();
  }

  static Table of(Scope scope) {
    FundMonths months = new FundMonths(scope);
    return new Table(
        "fund",
        new Text("De buurtpot", "The neighbourhood fund"),
        List.of("C30"),
        COLUMNS,
        months.lines(),
        Optional.of(months.funds.length == 0 ? NO_FUND : EXPLAINED));
  }

  private List<List<Cell>> lines() {
    List<List<Cell>> lines = new ArrayList<>();
    Balances balances = new Balances(rows);
    FundFlow flow = new FundFlow(scope, this::isFund);
    for (int back = MONTHS - 1; funds.length > 0 && back >= 0; back--) {
      Period month = lastMonth(scope.period()).plus(-back);
      if (month.end() > scope.journal().bookedAt(0) && month.start() <= scope.asOf()) {
        lines.add(line(month, balances, flow));
      }
    }
    return lines;
  }

  private List<Cell> line(Period month, Balances balances, FundFlow flow) {
    long contributed = 0;
    long levied = 0;
    long granted = 0;
    int end = scope.rowsBefore(month.end());
    flow.advanceTo(scope.rowsBefore(month.start()));
    for (int row = scope.rowsBefore(month.start()); row < end; row++) {
      boolean isRefund = rows.movement(row) == Movement.REFUND;
      int original = isRefund ? rows.original(row) : row;
      long amount = isRefund ? -rows.amount(row) : rows.amount(row);
      switch (rows.movement(original)) {
        case CONTRIBUTION -> contributed += amount;
        case LEVY -> levied += amount;
        case HOP -> granted += isFund(rows.payer(original)) ? amount : 0;
        default -> {}
      }
    }
    balances.advanceTo(end);
    FundFlow.Granted ofMonth = flow.advanceTo(end);
    long balance = IntStream.of(funds).mapToLong(balances::of).sum();
    return List.of(
        Cell.code(month.toString()),
        Cell.of(contributed),
        Cell.of(levied),
        Cell.of(granted),
        Cell.of(balance),
        Cell.of(ofMonth.votedShare()),
        Cell.of(ofMonth.lag()));
  }

  private boolean isFund(int account) {
    return account != Accounts.OUTSIDE && scope.traits(account).role().equals(Words.FUND);
  }

  private static Period lastMonth(Period period) {
    int months = 12 / period.length().perYear();
    return Period.month(period.year(), period.number() * months);
  }
}
