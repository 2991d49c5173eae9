package org.omloop.ledger.circulation.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What one rule says, from its coins. Lines and figures are texts as in the report. */
public final class ReferenceTracing {
  private static final long DAY = 100_000;

  private final CoinLedger coins;
  private final long until;

  /** Follows rows without their header, up to a time in units of 0.00001 day. */
  public ReferenceTracing(List<String> lines, Map<String, String> units, String rule, long until) {
    this.coins = new CoinLedger(units, rule);
    this.until = until;
    lines.stream().map(Row::parse).filter(row -> row.time() <= until).forEach(coins::fold);
  }

  private Stream<Coin> open() {
    return coins.accounts.values().stream().flatMap(List::stream);
  }

  private static BigInteger sum(Stream<Long> numbers) {
    return numbers.map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Returns each figure by its key in the report. */
  public Map<String, String> figures() {
    List<Coin> all = new ArrayList<>(open().toList());
    coins.exits.forEach(exit -> all.add(exit.coin()));
    BigInteger entered = BigInteger.valueOf(all.size());
    BigInteger left = BigInteger.valueOf(coins.exits.size());
    BigInteger once =
        BigInteger.valueOf(all.stream().filter(coin -> coin.hops() >= 1).count());
    BigInteger twice =
        BigInteger.valueOf(all.stream().filter(coin -> coin.hops() >= 2).count());
    BigInteger exitAge =
        sum(coins.exits.stream().map(exit -> exit.time() - exit.coin().entered()));
    BigInteger moneyTime = exitAge.add(sum(open().map(coin -> until - coin.entered())));
    BigInteger day = BigInteger.valueOf(DAY);
    Map<String, String> figures = new TreeMap<>();
    figures.put("lm3", Fraction.of(entered.add(once).add(twice), entered).text());
    figures.put("hopSum", sum(all.stream().map(coin -> (long) coin.hops())).toString());
    figures.put("moneyDays", Fraction.of(moneyTime, day).text());
    figures.put(
        "meanHopsAtExit",
        Fraction.of(sum(coins.exits.stream().map(exit -> (long) exit.coin().hops())), left)
            .text());
    figures.put("meanResidenceDays", Fraction.of(exitAge, left.multiply(day)).text());
    figures.put(
        "holdingDays",
        Fraction.of(coins.spellTime, BigInteger.valueOf(coins.spellCents).multiply(day))
            .text());
    figures.put(
        "idleShare",
        Fraction.of(sum(open().map(coin -> until - coin.arrived())), moneyTime).text());
    return figures;
  }

  /** Returns cents by "kind cohort days hops". */
  public Map<String, Long> exits() {
    Map<String, Long> sums = new TreeMap<>();
    coins.exits.forEach(exit -> sums.merge(
        exit.kind() + " " + exit.coin().cohort() + " "
            + Fraction.of(exit.time() - exit.coin().entered(), DAY).text() + " "
            + exit.coin().hops(),
        1L,
        Long::sum));
    return sums;
  }

  /** Returns cents by "account cohort hops days". */
  public Map<String, Long> openLots() {
    Map<String, Long> sums = new TreeMap<>();
    coins.accounts.forEach((account, list) -> list.forEach(coin -> sums.merge(
        account + " " + coin.cohort() + " " + coin.hops() + " "
            + Fraction.of(until - coin.entered(), DAY).text(),
        1L,
        Long::sum)));
    return sums;
  }

  /** Returns "days exited atRisk" to S, with " kind" to the share that left in that way. */
  public Map<String, Double> survival() {
    Map<String, Double> steps = new TreeMap<>();
    Map<String, Fraction> incidence = new TreeMap<>();
    Fraction survival = Fraction.of(1, 1);
    TreeSet<Long> ages = new TreeSet<>();
    coins.exits.forEach(exit -> ages.add(exit.time() - exit.coin().entered()));
    for (long age : ages) {
      long atRisk = open().filter(coin -> until - coin.entered() >= age).count()
          + coins.exits.stream()
              .filter(exit -> exit.time() - exit.coin().entered() >= age)
              .count();
      List<CoinLedger.Exit> now = coins.exits.stream()
          .filter(exit -> exit.time() - exit.coin().entered() == age)
          .toList();
      for (CoinLedger.Exit exit : now) {
        incidence.merge(exit.kind(), survival.times(Fraction.of(1, atRisk)), Fraction::plus);
      }
      survival = survival.times(Fraction.of(atRisk - now.size(), atRisk));
      String step = Fraction.of(age, DAY).text() + " " + now.size() + " " + atRisk;
      steps.put(step, survival.value());
      incidence.forEach((kind, share) -> steps.put(step + " " + kind, share.value()));
    }
    return steps;
  }
}
