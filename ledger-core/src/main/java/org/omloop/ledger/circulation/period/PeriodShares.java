package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.circulation.Identities;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.flow.Certificate;
import org.omloop.ledger.circulation.flow.HopGraph;
import org.omloop.ledger.circulation.flow.MaximumCirculation;
import org.omloop.ledger.circulation.number.PairSums;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;

/** Shares of what was paid in a period, or in the months up to its end, after refunds. */
final class PeriodShares {
  private static final Set<String> NEIGHBOURHOOD = Set.of(
      Role.RESIDENT.wireName(),
      Role.COOPERATIVE.wireName(),
      Role.SOCIAL.wireName(),
      Role.COMMONS.wireName());
  private static final int CIRCULAR_MONTHS = 3;
  private static final int FUND_MONTHS = 12;

  /** A share and how many units had a row behind it; empty where the whole is zero. */
  record Share(Optional<BigDecimal> value, int units) {}

  private final Scope scope;
  private final Rows rows;
  private final Accounts accounts;
  private final HopGraph graph;

  PeriodShares(Scope scope) {
    this.scope = scope;
    this.rows = scope.rows();
    this.accounts = rows.accounts();
    this.graph = graph();
  }

  /** Returns C15: how much of what was paid in three calendar months can go round. */
  Share circular() {
    Certificate certificate = MaximumCirculation.of(graph);
    Identities.check(graph, certificate);
    return ofGraph(certificate.total());
  }

  /** Returns C17 over the same three months, in which it is an upper bound of C15. */
  Share throughflow() {
    return ofGraph(graph.throughflow());
  }

  private Share ofGraph(long amount) {
    return new Share(
        SixDecimals.ratio(amount, graph.volume()),
        units(monthsBack(CIRCULAR_MONTHS), row -> hopOf(row) != Rows.NONE));
  }

  /** Edges that refunds of earlier payments would bring below zero are left out. */
  private HopGraph graph() {
    PairSums net = new PairSums();
    int end = scope.endRow();
    for (int row = monthsBack(CIRCULAR_MONTHS); row < end; row++) {
      int hop = hopOf(row);
      if (hop != Rows.NONE) {
        net.add(accounts.unit(rows.payer(hop)), accounts.unit(rows.payee(hop)), signed(row));
      }
    }
    PairSums edges = new PairSums();
    net.forEach((payer, payee, sum) -> edges.add(payer, payee, Math.max(0, sum)));
    return HopGraph.of(accounts.unitNames(), edges);
  }

  /** Returns C24: the part of all purchases that was at providers of something essential. */
  Share essential() {
    return shareOf(
        row -> rows.kind(row) == EntryKind.PURCHASE,
        row -> Provision.of(scope.traits(rows.payee(row)).sector()).isPresent());
  }

  /** Returns C29: what residents, cooperatives, social enterprises and commons earn of V<sub>C</sub>. */
  Share earnedByTheNeighbourhood() {
    return shareOf(
        row -> Traded.isEconomic(rows.kind(row)),
        row -> NEIGHBOURHOOD.contains(scope.traits(rows.payee(row)).role()));
  }

  private Share shareOf(IntPredicate isCounted, IntPredicate isPart) {
    long part = 0;
    long whole = 0;
    int end = scope.endRow();
    for (int row = scope.firstRow(); row < end; row++) {
      int hop = hopOf(row);
      if (hop != Rows.NONE && isCounted.test(hop)) {
        whole += signed(row);
        part += isPart.test(hop) ? signed(row) : 0;
      }
    }
    return new Share(
        SixDecimals.ratio(part, whole),
        units(scope.firstRow(), row -> hopOf(row) != Rows.NONE && isCounted.test(hopOf(row))));
  }

  /** Returns C30: what funds granted, against what was contributed and levied, in twelve months. */
  Share grantedAgain() {
    long granted = 0;
    long received = 0;
    int end = scope.endRow();
    for (int row = monthsBack(FUND_MONTHS); row < end; row++) {
      int original = original(row);
      granted += isGrant(original) ? signed(row) : 0;
      received += isReceipt(original) ? signed(row) : 0;
    }
    return new Share(
        SixDecimals.ratio(granted, received),
        units(monthsBack(FUND_MONTHS), row -> isGrant(original(row)) || isReceipt(original(row))));
  }

  private boolean isGrant(int row) {
    return rows.movement(row) == Movement.HOP && rows.kind(row) == EntryKind.GRANT;
  }

  private boolean isReceipt(int row) {
    return rows.movement(row) == Movement.CONTRIBUTION || rows.movement(row) == Movement.LEVY;
  }

  /** Returns the row whose money a row moves or gives back, where that was a hop; else {@link Rows#NONE}. */
  private int hopOf(int row) {
    int original = original(row);
    return rows.movement(original) == Movement.HOP ? original : Rows.NONE;
  }

  private int original(int row) {
    return rows.movement(row) == Movement.REFUND ? rows.original(row) : row;
  }

  /** Returns a row's amount; a refund counts below zero, in its own period. */
  private long signed(int row) {
    return rows.movement(row) == Movement.REFUND ? -rows.amount(row) : rows.amount(row);
  }

  /** Returns the first row of the last so many calendar months of the period. */
  private int monthsBack(int months) {
    Period period = scope.period();
    Period last =
        Period.month(period.year(), period.number() * (12 / period.length().perYear()));
    return scope.rowsBefore(last.plus(1 - months).start());
  }

  private int units(int from, IntPredicate isBehind) {
    return UnitsBehind.count(rows, from, scope.endRow(), isBehind);
  }
}
