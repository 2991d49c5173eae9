package org.omloop.server.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.omloop.ledger.circulation.CirculationReport;
import org.omloop.ledger.circulation.trace.TracedFigures;
import org.omloop.ledger.circulation.trace.TracedFigures.SurvivalLine;
import org.omloop.ledger.journal.EntryKind;

/**
 * A measurement for people to read: first what the books prove, then what each reading says, and last what neither
 * does. A figure that does not exist is a point, never a zero.
 */
final class CirculationText {
  private static final int SCALE = 2;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final List<Integer> RETENTION_DAYS = List.of(30, 90, 180, 365);

  private final StringBuilder text = new StringBuilder();
  private final CirculationReport report;

  private CirculationText(CirculationReport report) {
    this.report = report;
  }

  static String of(CirculationReport report, String name) {
    return new CirculationText(report).write(name);
  }

  private String write(String name) {
    CirculationReport.Input input = report.input();
    line("Ledger   %s", name);
    line("SHA-256  %s", input.sha256());
    line(
        "Rows     %,d of %,d, and %,d outside the circuit",
        input.rowsUsed(), input.rows(), input.rowsOutside());
    line("Period   %s", period());
    writeBooks();
    writeVolume();
    writeReadings();
    writeExits();
    line("");
    line(
        "What this does not say: where euros go after they are redeemed, what would have happened");
    line(
        "without the circuit, or what was in the basket. Out of the circuit is not out of the city.");
    return text.toString();
  }

  private String period() {
    return report
        .window()
        .map(
            window -> window.form().text(window.from()) + " – " + window.form().text(window.until())
                + ", " + plain(TracedFigures.days(window.until() - window.from())) + " days")
        .orElse("none: there are no rows");
  }

  private void writeBooks() {
    CirculationReport.Stock books = report.books();
    line("");
    line("Do the books close?  Every unit is in one place, and the lots agree with the books.");
    line(
        "  came in     %18s   issued %s, granted %s%s",
        money(books.entered()), money(books.issued()), money(books.granted()), credit(books));
    line("  went out    %18s", money(books.exited()));
    line(
        "  is inside   %18s   on average %s",
        money(books.stock()),
        report
            .meanStock()
            .map(mean -> money(mean.setScale(0, RoundingMode.HALF_EVEN).longValueExact()))
            .orElse("."));
  }

  private static String credit(CirculationReport.Stock books) {
    long drawn = books.entered() - books.issued() - books.granted();
    return drawn == 0 ? "" : ", drawn as credit " + money(drawn);
  }

  private void writeVolume() {
    CirculationReport.Volume volume = report.volume();
    line("");
    line("Without assumption");
    line(
        "  spent       %18s   %s less refunds of %s; %s of it economic",
        money(volume.net()),
        money(volume.gross()),
        money(volume.refunded()),
        money(volume.economic()));
    figure("spent per unit issued", ratio(report.spentPerIssued(), "%.2f"), "spent ÷ came in");
    figure("chain multiplier", ratio(report.chainMultiplier(), "%.2f"), "1 + spent ÷ came in");
    figure(
        "velocity",
        ratio(report.velocityPerYear(), "%.2f"),
        "a year: spent ÷ mean stock × 365 ÷ days");
    figure(
        "circular share", percent(report.circularShare().share()), "maximum circulation ÷ spent");
    figure("throughflow", percent(report.throughflow()), "Σ min(in, out) ÷ spent");
    figure(
        "sleeping",
        percent(report.sleepingShare()),
        "of what is inside: with units quiet for 90 days");
  }

  private void writeReadings() {
    line("");
    StringBuilder names = new StringBuilder();
    report.rules().keySet().forEach(rule -> names.append(String.format("%10s", rule.wireName())));
    line("%-46s%s", "Readings: assumptions, and no bounds", names);
    reading("LM3 in the circuit, 1 + P(h ≥ 1) + P(h ≥ 2)", traced -> ratio(traced.lm3(), "%.2f"));
    reading("hops before leaving, mean", traced -> ratio(traced.meanHopsAtExit(), "%.2f"));
    reading("days before leaving, mean", traced -> ratio(traced.meanResidenceDays(), "%.1f"));
    reading(
        "days with one holder, of money that moved", traced -> ratio(traced.holdingDays(), "%.1f"));
    reading("money-days of money that lies still", traced -> percent(traced.idleShare()));
    RETENTION_DAYS.forEach(days ->
        reading("still inside after " + days + " days", traced -> percent(inside(traced, days))));
    reading("days until half has left", CirculationText::median);
  }

  /** S at an age; none where nothing has been watched for so long. */
  private Optional<BigDecimal> inside(TracedFigures traced, int days) {
    BigDecimal age = BigDecimal.valueOf(days);
    boolean isWatched = report
        .window()
        .filter(window -> TracedFigures.days(window.until() - window.from()).compareTo(age) >= 0)
        .isPresent();
    if (!isWatched || report.books().entered() == 0) {
      return Optional.empty();
    }
    return Optional.of(traced.survival().stream()
        .filter(line -> line.ageDays().compareTo(age) <= 0)
        .reduce((before, after) -> after)
        .map(SurvivalLine::survival)
        .orElse(BigDecimal.ONE));
  }

  private static String median(TracedFigures traced) {
    return traced.survival().stream()
        .filter(line -> line.survival().compareTo(HALF) <= 0)
        .findFirst()
        .map(line -> String.format(Locale.ROOT, "%.1f", line.ageDays()))
        .orElse(".");
  }

  /** What left by kind is the same under every rule. */
  private void writeExits() {
    Map<EntryKind, Long> sums = new EnumMap<>(EntryKind.class);
    report.rules().values().stream()
        .limit(1)
        .flatMap(traced -> traced.exits().stream())
        .forEach(exit -> sums.merge(exit.kind(), exit.amount(), Long::sum));
    line("");
    line("Out of the circuit");
    sums.forEach((kind, amount) -> line("  %-12s%18s", kind.wireName(), money(amount)));
    if (sums.isEmpty()) {
      line("  nothing");
    }
  }

  private void reading(String name, Function<TracedFigures, String> figure) {
    StringBuilder figures = new StringBuilder();
    report
        .rules()
        .values()
        .forEach(traced -> figures.append(String.format("%10s", figure.apply(traced))));
    line("  %-44s%s", name, figures);
  }

  private void figure(String name, String figure, String formula) {
    line("  %-22s%8s   %s", name, figure, formula);
  }

  private static String ratio(Optional<BigDecimal> ratio, String format) {
    return ratio.map(each -> String.format(Locale.ROOT, format, each)).orElse(".");
  }

  private static String percent(Optional<BigDecimal> share) {
    return share
        .map(each -> String.format(Locale.ROOT, "%.1f%%", each.movePointRight(2)))
        .orElse(".");
  }

  private static String money(long minorUnits) {
    return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(minorUnits, SCALE));
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
