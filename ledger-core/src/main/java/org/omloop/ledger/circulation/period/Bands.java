package org.omloop.ledger.circulation.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.trace.Rule;

/**
 * The 80% bands of a report's estimates, each from draws that begin at the SHA-256 of what the report was made by and of
 * the figure's name: the same report has the same bands.
 */
final class Bands {
  private final TracedPeriods traced;
  private final String madeBy;

  private Bands(TracedPeriods traced, String madeBy) {
    this.traced = traced;
    this.madeBy = madeBy;
  }

  /**
   * Makes the bands of a report.
   *
   * @param root the journal's root hash at the scope's size, base64
   */
  static Bands of(TracedPeriods traced, String root, Tuple tuple) {
    Scope scope = traced.scope();
    List<String> parts = new ArrayList<>(List.of(
        scope.journal().genesis().orElseThrow().terms().ledger(),
        Long.toString(scope.size()),
        root,
        Integer.toString(PeriodReport.VERSION),
        tuple.detail(),
        tuple.offset(),
        String.join(",", tuple.classifications()),
        Long.toString(tuple.until())));
    tuple
        .rules()
        .forEach(rule -> parts.add(rule.wireName() + " " + tuple.states().get(rule)));
    return new Bands(traced, String.join("\n", parts));
  }

  private DrawnEvents.Seed seed(String figure, Rule rule) {
    return DrawnEvents.Seed.of(madeBy + "\n" + figure + " " + rule.wireName());
  }

  /** Returns the bands of a cohort's curve, by age. */
  List<Optional<Band>> retention(int cohort, String name, Rule rule) {
    Reading reading = traced.reading(rule);
    EventSample sample =
        cohort == EntryCohorts.PERIOD ? reading.sampleInPeriod() : reading.sample();
    return sample.curves(
        row -> traced.cohorts().isOf(cohort, row), seed("retention " + name, rule));
  }

  /** Returns the band of S at {@link Ages#COMPARED_DAYS} over all money, at the end of a period. */
  Optional<Band> retained(TracedPeriods.Span span, Rule rule) {
    return sample(span, rule)
        .curves(row -> true, seed("C12 " + span.scope().period(), rule))
        .get(Ages.DAYS.indexOf(Ages.COMPARED_DAYS));
  }

  /** Returns the band of LM3 over all money, at the end of a period. */
  Optional<Band> lm3(TracedPeriods.Span span, Rule rule) {
    return sample(span, rule)
        .shares(
            row -> true,
            seed("C8 " + span.scope().period(), rule),
            1,
            1,
            EventSample.PASSED_ON,
            EventSample.PASSED_ON_AGAIN);
  }

  private static EventSample sample(TracedPeriods.Span span, Rule rule) {
    return Optional.ofNullable(span.closing().rules().get(rule)).orElseThrow().sample();
  }

  /** Returns the band of what a quarter's money did until it was 180 days old, for each euro of it. */
  Optional<Band> young(int quarter, Rule rule, int figure) {
    boolean isInside = figure == EventSample.LEFT;
    return traced
        .reading(rule)
        .sample()
        .shares(
            row -> traced.cohorts().quarterOf(row) == quarter,
            seed("one-euro " + traced.cohorts().quarters().get(quarter) + " " + figure, rule),
            isInside ? 1 : 0,
            isInside ? -1 : 1,
            figure);
  }
}
