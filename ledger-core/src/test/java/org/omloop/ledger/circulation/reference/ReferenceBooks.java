package org.omloop.ledger.circulation.reference;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What the books prove, each figure by a walk of its own over the rows. Figures are texts as in the report. */
public final class ReferenceBooks {
  private static final long DAY = 100_000;
  private static final Set<String> ECONOMIC = Set.of("purchase", "b2b", "wage");

  private final List<Row> rows;
  private final Map<String, Row> byId = new HashMap<>();
  private final Map<String, String> units;
  private final long until;

  /** Reads rows without their header, up to a time in units of 0.00001 day. */
  public ReferenceBooks(List<String> lines, Map<String, String> units, long until) {
    this.rows =
        lines.stream().map(Row::parse).filter(row -> row.time() <= until).toList();
    this.units = units;
    this.until = until;
    rows.forEach(row -> byId.put(row.id(), row));
  }

  private long sum(Predicate<Row> which) {
    return rows.stream().filter(which).mapToLong(Row::cents).sum();
  }

  private long net(Predicate<Row> which) {
    return sum(which) - sum(row -> isRefundOf(row, which));
  }

  private boolean isRefundOf(Row row, Predicate<Row> which) {
    return row.kind().equals("refund") && which.test(byId.get(row.refundOf()));
  }

  private boolean isHop(Row row) {
    return row.isHop(units);
  }

  private long stock(long time) {
    return rows.stream()
        .filter(row -> row.time() <= time)
        .mapToLong(
            row -> row.from().isEmpty() ? row.cents() : row.to().isEmpty() ? -row.cents() : 0)
        .sum();
  }

  private BigInteger moneyTime() {
    TreeSet<Long> times = new TreeSet<>(Set.of(until));
    rows.forEach(row -> times.add(row.time()));
    BigInteger sum = BigInteger.ZERO;
    Long before = null;
    for (long time : times) {
      if (before != null) {
        sum =
            sum.add(BigInteger.valueOf(stock(before)).multiply(BigInteger.valueOf(time - before)));
      }
      before = time;
    }
    return sum;
  }

  /** Returns each figure by its path in the report. */
  public Map<String, String> figures() {
    long volume = net(this::isHop);
    long entered = sum(row -> row.from().isEmpty());
    BigInteger moneyTime = moneyTime();
    long from = rows.get(0).time();
    Map<String, String> figures = new TreeMap<>();
    ToLongFunction<String> ofKind = kind -> net(row -> isHop(row) && row.kind().equals(kind));
    for (String kind : List.of("purchase", "b2b", "wage", "gift", "grant")) {
      figures.put("volume.byKind." + kind, String.valueOf(ofKind.applyAsLong(kind)));
    }
    figures.put("books.entered", String.valueOf(entered));
    figures.put(
        "books.granted",
        String.valueOf(sum(row -> row.from().isEmpty() && row.kind().equals("grant"))));
    figures.put("books.exited", String.valueOf(sum(row -> row.to().isEmpty())));
    figures.put("books.stock", String.valueOf(stock(until)));
    figures.put("volume.gross", String.valueOf(sum(this::isHop)));
    figures.put("volume.refunded", String.valueOf(sum(row -> isRefundOf(row, this::isHop))));
    figures.put("volume.net", String.valueOf(volume));
    figures.put(
        "volume.economic", String.valueOf(net(row -> isHop(row) && ECONOMIC.contains(row.kind()))));
    figures.put(
        "moved.contribution",
        String.valueOf(net(row -> row.kind().equals("contribution") && !row.isOwn(units))));
    figures.put(
        "moved.demurrage",
        String.valueOf(net(row -> row.kind().equals("demurrage") && !row.isOwn(units))));
    figures.put(
        "moved.own",
        String.valueOf(sum(row -> row.isOwn(units) && !row.kind().equals("refund"))
            - sum(row -> row.isOwn(units) && row.kind().equals("refund"))));
    figures.put("moneyDays", Fraction.of(moneyTime, BigInteger.valueOf(DAY)).text());
    figures.put(
        "meanStock", Fraction.of(moneyTime, BigInteger.valueOf(until - from)).text());
    figures.put(
        "velocityPerYear",
        Fraction.of(BigInteger.valueOf(volume * 365 * DAY), moneyTime).text());
    figures.put("spentPerIssued", Fraction.of(volume, entered).text());
    figures.put("chainMultiplier", Fraction.of(entered + volume, entered).text());
    figures.put("throughflow", Fraction.of(throughflow(), volume).text());
    figures.put("circularShare.volume", String.valueOf(volume));
    figures.put("sleepingShare", sleepingShare(from));
    return figures;
  }

  private long throughflow() {
    Set<String> all = new HashSet<>(units.values());
    return all.stream()
        .mapToLong(unit -> Math.min(
            net(row -> isHop(row) && unit.equals(units.get(row.from()))),
            net(row -> isHop(row) && unit.equals(units.get(row.to())))))
        .sum();
  }

  private String sleepingShare(long from) {
    if (until - from < 90 * DAY) {
      return "null";
    }
    Set<String> all = new HashSet<>(units.values());
    long asleep =
        all.stream().filter(this::sleeps).mapToLong(unit -> held(unit, until)).sum();
    return Fraction.of(asleep, stock(until)).text();
  }

  private boolean sleeps(String unit) {
    long quietSince = Long.MIN_VALUE;
    for (Row row : rows) {
      boolean spends = unit.equals(units.get(row.from()))
          && (isHop(row)
              || row.kind().equals("redeem")
              || row.kind().equals("contribution") && !row.isOwn(units));
      boolean rose = held(unit, row.time()) > 0 && held(unit, row.time() - 1) == 0;
      quietSince = spends || rose ? Math.max(quietSince, row.time()) : quietSince;
    }
    return held(unit, until) > 0 && until - quietSince >= 90 * DAY;
  }

  private long held(String unit, long time) {
    return sum(row -> row.time() <= time && unit.equals(units.get(row.to())))
        - sum(row -> row.time() <= time && unit.equals(units.get(row.from())));
  }
}
