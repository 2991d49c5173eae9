package org.omloop.server.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The figures of one run: what quality.md sets targets for first, then what was measured. Immutable, once made. */
public final class BenchReport {
  private static final double MEDIAN = 0.5;
  private static final double SLOWEST = 0.99;

  private final Bench.Effort effort;
  private final List<Target> targets;
  private final Rates rates;
  private final LargeJournal journal;

  BenchReport(Bench.Effort effort, List<Target> targets, Rates rates, LargeJournal journal) {
    this.effort = effort;
    this.targets = List.copyOf(targets);
    this.rates = rates;
    this.journal = journal;
  }

  /** Returns the report as plain text, for a terminal or docs/benchmarks.md. */
  public String text() {
    StringBuilder text = new StringBuilder();
    String median = "median of " + effort.rounds();
    line(text, "%-4s%-38s %12s %23s   %s", "", "target", median, "spread", "aim");
    targets.forEach(each -> line(
        text,
        "%-4s%-38s %,12.2f %,11.2f …%,11.2f   %s",
        each.id(),
        each.what(),
        each.measured().median(),
        each.measured().least(),
        each.measured().most(),
        each.aim()));
    text.append('\n');
    line(text, "%-42s %12s %23s %9s %9s", "measured", "per second", "spread", "p50 ms", "p99 ms");
    rates
        .names()
        .forEach(name -> line(
            text,
            "%-42s %,12.0f %,11.0f …%,11.0f %9.3f %9.3f",
            name,
            rates.perSecond(name).median(),
            rates.perSecond(name).least(),
            rates.perSecond(name).most(),
            rates.milliseconds(name, MEDIAN).median(),
            rates.milliseconds(name, SLOWEST).median()));
    text.append('\n');
    line(text, "%-42s %12s", "on disk, %,d entries".formatted(journal.entries()), "bytes each");
    new TreeMap<>(journal.relationBytes())
        .forEach(
            (name, bytes) -> line(text, "%-42s %,12.1f", name, bytes / (double) journal.entries()));
    return text.toString();
  }

  /** Returns the same figures, of every round. */
  public String json() {
    JsonArray reached = new JsonArray();
    targets.forEach(each -> reached.add(new JsonObject()
        .put("id", each.id())
        .put("what", each.what())
        .put("aim", each.aim())
        .put("rounds", new JsonArray(each.measured().rounds()))));
    JsonObject measured = new JsonObject();
    rates
        .names()
        .forEach(name -> measured.put(
            name,
            new JsonObject()
                .put("perSecond", new JsonArray(rates.perSecond(name).rounds()))
                .put(
                    "p50Milliseconds",
                    new JsonArray(rates.milliseconds(name, MEDIAN).rounds()))
                .put(
                    "p99Milliseconds",
                    new JsonArray(rates.milliseconds(name, SLOWEST).rounds()))));
    JsonObject relations = new JsonObject();
    new TreeMap<>(journal.relationBytes()).forEach(relations::put);
    return new JsonObject()
        .put("secondsPerRound", effort.seconds())
        .put("targets", reached)
        .put("measured", measured)
        .put("entries", journal.entries())
        .put("relationBytes", relations)
        .put("heapBytes", journal.heapBytes())
        .encodePrettily();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
