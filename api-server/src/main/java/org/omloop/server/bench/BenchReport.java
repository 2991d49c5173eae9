package org.omloop.server.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The measured figures of one run, and the ratios that quality.md sets targets for. Confined to one thread. */
public final class BenchReport {
  private final int rounds;
  private final Map<String, List<Sample>> figures = new LinkedHashMap<>();

  BenchReport(int rounds) {
    this.rounds = rounds;
  }

  void add(String name, List<Sample> sorted) {
    figures.put(name, List.copyOf(sorted));
  }

  /** Returns the report as plain text, for a terminal or docs/benchmarks.md. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%-38s %12s %21s %9s %9s",
        "measured (median of " + rounds + ")",
        "per second",
        "spread",
        "p50 ms",
        "p99 ms");
    figures.forEach((name, samples) -> line(
        text,
        "%-38s %,12.0f %,10.0f …%,10.0f %9.3f %9.3f",
        name,
        middle(name).perSecond(),
        samples.get(0).perSecond(),
        samples.get(samples.size() - 1).perSecond(),
        middle(name).milliseconds(0.5),
        middle(name).milliseconds(0.99)));
    text.append('\n');
    ratio(
        text,
        "P1",
        "ledger only ÷ hand-batched SQL",
        rate("ledger only, uniform") / rate("SQL batch of 384"),
        "≥ 2");
    ratio(
        text,
        "P1",
        "ledger only ÷ one transfer at a time",
        rate("ledger only, uniform") / rate("SQL transfer, 16 clients"),
        "≥ 15 (of pgledger)");
    ratio(
        text,
        "P2",
        "HTTP, 64 payers ÷ SQL, 16 clients",
        rate("HTTP, 64 payers") / rate("SQL transfer, 16 clients"),
        "> 1");
    ratio(
        text,
        "P2",
        "HTTP, 64 payers ÷ signature checks",
        rate("HTTP, 64 payers") / rate("checks, fastest, all cores"),
        "≥ 0.5");
    ratio(
        text,
        "P3",
        "HTTP p50 ÷ SQL p50, one at a time",
        middle("HTTP, 1 payer").milliseconds(0.5)
            / middle("SQL transfer, 1 client").milliseconds(0.5),
        "≤ 2.5");
    ratio(
        text,
        "P4",
        "one payee ÷ uniform, ledger only",
        rate("ledger only, one payee") / rate("ledger only, uniform"),
        "≥ 0.9");
    ratio(
        text,
        "P4",
        "one payee ÷ uniform, HTTP",
        rate("HTTP, 64 payers, one payee") / rate("HTTP, 64 payers"),
        "≥ 0.9");
    line(
        text,
        "%-4s%-40s %8.1f   target %s",
        "P5",
        "microseconds a check, fastest",
        1e6 / rate("checks, fastest, 1 core"),
        "≤ 55");
    line(
        text,
        "%-4s%-40s %8.1f   target %s",
        "P5",
        "microseconds a check, Bouncy Castle",
        1e6 / rate("checks, Bouncy Castle, 1 core"),
        "≤ 200");
    return text.toString();
  }

  private static void ratio(
      StringBuilder text, String id, String what, double value, String target) {
    line(text, "%-4s%-40s %8.2f   target %s", id, what, value, target);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private double rate(String name) {
    return middle(name).perSecond();
  }

  private Sample middle(String name) {
    List<Sample> samples = java.util.Objects.requireNonNull(figures.get(name));
    return samples.get(samples.size() / 2);
  }
}
