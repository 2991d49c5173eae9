package org.omloop.server.bench;

import java.util.ArrayList;
import java.util.List;

/** The ratios of one run that quality.md sets targets for (P1 to P5). */
final class Targets {
  private static final double MICROS_PER_SECOND = 1e6;
  private static final double MEDIAN = 0.5;

  private Targets() {}

  static List<Target> of(Rates rates) {
    Series ledger = rates.perSecond(LedgerLoad.UNIFORM);
    Series http = rates.perSecond(HttpLoad.MANY);
    Series transfers = rates.perSecond(SqlLoad.CLIENTS);
    List<Target> all = new ArrayList<>();
    all.add(new Target(
        "P1",
        "ledger only ÷ hand-batched SQL",
        ledger.over(rates.perSecond(SqlLoad.BATCH)),
        "≥ 2"));
    all.add(new Target(
        "P1",
        "ledger only ÷ SQL ledger, one by one",
        ledger.over(rates.perSecond(SqlLoad.LEDGER)),
        "≥ 15"));
    all.add(new Target("P2", "HTTP, 64 payers ÷ SQL, 16 clients", http.over(transfers), "> 1"));
    all.add(new Target(
        "P2",
        "HTTP, 64 payers ÷ signature checks",
        http.over(rates.perSecond(CheckLoad.FASTEST_ALL)),
        "≥ 0.5"));
    all.add(new Target(
        "P3",
        "HTTP p50 ÷ SQL p50, one at a time",
        rates.milliseconds(HttpLoad.ONE, MEDIAN).over(rates.milliseconds(SqlLoad.CLIENT, MEDIAN)),
        "≤ 2.5"));
    all.add(new Target(
        "P4",
        "one payee ÷ uniform, ledger only",
        rates.perSecond(LedgerLoad.ONE_PAYEE).over(ledger),
        "≥ 0.9"));
    all.add(new Target(
        "P4",
        "one payee ÷ uniform, HTTP",
        rates.perSecond(HttpLoad.ONE_PAYEE).over(http),
        "≥ 0.9"));
    all.add(microseconds(rates, CheckLoad.FASTEST_ONE, "µs a check, fastest", "≤ 55"));
    all.add(microseconds(rates, CheckLoad.PORTABLE_ONE, "µs a check, Bouncy Castle", "≤ 200"));
    if (rates.has(PgbenchLoad.CLIENTS)) {
      all.add(new Target(
          "-",
          "HTTP, 64 payers ÷ pgbench, 16 clients",
          http.over(rates.perSecond(PgbenchLoad.CLIENTS)),
          "none"));
      all.add(new Target(
          "-",
          "HTTP p50 ÷ pgbench p50, one at a time",
          rates
              .milliseconds(HttpLoad.ONE, MEDIAN)
              .over(rates.milliseconds(PgbenchLoad.CLIENT, MEDIAN)),
          "none"));
    }
    return all;
  }

  private static Target microseconds(Rates rates, String name, String what, String aim) {
    return new Target(
        "P5", what, rates.perSecond(name).map(perSecond -> MICROS_PER_SECOND / perSecond), aim);
  }
}
