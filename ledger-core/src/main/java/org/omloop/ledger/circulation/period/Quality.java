package org.omloop.ledger.circulation.period;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.circulation.catalogue.Text;
import org.omloop.ledger.circulation.number.SixDecimals;
import org.omloop.ledger.circulation.rows.Accounts;
import org.omloop.ledger.circulation.rows.Accounts.Traits;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.journal.EntryKind;

/**
 * How far figures of a period can be relied on (C32). Shares are of V<sub>H</sub> before refunds; payouts that came
 * back are a share of what was redeemed. A round trip is money that goes back within a day to the unit that paid it;
 * both ways count.
 */
final class Quality {
  private static final List<Column> COLUMNS = List.of(
      new Column("measure", new Text("Wat", "Measure"), Column.Kind.WORD),
      new Column("share", new Text("Deel", "Share"), Column.Kind.SHARE));
  private static final Text NOTE = new Text(
      "Delen van alles wat in deze periode betaald is; teruggekomen uitbetalingen als deel van wat "
          + "is ingewisseld.",
      "Shares of all that was paid in this period; returned payouts as a share of what was "
          + "redeemed.");
  private static final long DAY = 86_400_000;

  private record Pair(int payer, int payee) {}

  /** A hop of which a part has not gone back so far. */
  private record Way(long time, long left, boolean isInPeriod) {}

  private final Scope scope;
  private final Rows rows;
  private final Accounts accounts;
  private final BitSet lackSector = new BitSet();
  private final BitSet lackArea = new BitSet();
  // owned by the one pass over the period's rows: minor units
  private final Map<Pair, Deque<Way>> ways = new HashMap<>();
  private long volume;
  private long refunded;
  private long ownTransfers;
  private long roundTrips;
  private long sectorUnknown;
  private long areaUnknown;
  private long redeemed;
  private long returned;

  private Quality(Scope scope) {
    this.scope = scope;
    this.rows = scope.rows();
    this.accounts = rows.accounts();
    for (int account = 0; account < accounts.size(); account++) {
      Traits traits = scope.traits(account);
      boolean isFund = traits.role().equals(Words.FUND);
      lackSector.set(account, Words.sector(traits).equals(Words.UNKNOWN));
      lackArea.set(account, !isFund && Words.area(traits).equals(Words.UNKNOWN));
    }
  }

  static Table of(Scope scope) {
    Quality quality = new Quality(scope);
    quality.count();
    return quality.table();
  }

  private void count() {
    int first = scope.firstRow();
    int end = scope.endRow();
    // What went out on the day before may come back in the period.
    for (int row = scope.rowsBefore(scope.start() - DAY); row < end; row++) {
      if (rows.movement(row) == Movement.HOP) {
        countRoundTrip(row, row >= first);
      }
      if (row >= first) {
        count(row);
      }
    }
  }

  private void count(int row) {
    long amount = rows.amount(row);
    switch (rows.movement(row)) {
      case HOP -> {
        volume += amount;
        sectorUnknown += isEither(row, lackSector) ? amount : 0;
        areaUnknown += isEither(row, lackArea) ? amount : 0;
      }
      case REFUND -> refunded += Traded.isRefundOfHop(rows, row) ? amount : 0;
      case OWN_TRANSFER -> ownTransfers += amount;
      case EXIT -> redeemed += rows.kind(row) == EntryKind.REDEEM ? amount : 0;
      case INFLOW -> returned += scope.journal().isReturned(row) ? amount : 0;
      default -> {}
    }
  }

  private boolean isEither(int row, BitSet accounts) {
    return accounts.get(rows.payer(row)) || accounts.get(rows.payee(row));
  }

  /** Each part of a hop is one way of at most one round trip; what went out first comes back first. */
  private void countRoundTrip(int row, boolean isInPeriod) {
    int payer = accounts.unit(rows.payer(row));
    int payee = accounts.unit(rows.payee(row));
    long left = rows.amount(row);
    Deque<Way> there = ways.computeIfAbsent(new Pair(payee, payer), pair -> new ArrayDeque<>());
    while (left > 0 && !there.isEmpty()) {
      Way way = there.removeFirst();
      if (rows.time(row) - way.time() < DAY) {
        long both = Math.min(left, way.left());
        roundTrips += (way.isInPeriod() ? both : 0) + (isInPeriod ? both : 0);
        left -= both;
        if (way.left() > both) {
          there.addFirst(new Way(way.time(), way.left() - both, way.isInPeriod()));
        }
      }
    }
    if (left > 0) {
      ways.computeIfAbsent(new Pair(payer, payee), pair -> new ArrayDeque<>())
          .addLast(new Way(rows.time(row), left, isInPeriod));
    }
  }

  private Table table() {
    return new Table(
        "quality",
        new Text("Kwaliteit van de gegevens", "Data quality"),
        List.of("C32"),
        COLUMNS,
        List.of(
            line("refunds", refunded, volume),
            line("own-transfers", ownTransfers, volume),
            line("round-trips", roundTrips, volume),
            line("sector-unknown", sectorUnknown, volume),
            line("area-unknown", areaUnknown, volume),
            line("returned-payouts", returned, redeemed)),
        Optional.of(volume == 0 ? Notes.NOTHING_SPENT : NOTE));
  }

  private static List<Cell> line(String measure, long part, long whole) {
    return List.of(Cell.code(measure), Cell.of(SixDecimals.ratio(part, whole)));
  }
}
