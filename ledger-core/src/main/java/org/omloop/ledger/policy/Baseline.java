package org.omloop.ledger.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What euros did before the circuit, as the city measured it by a survey and two operators entered it
 * (docs/adr/0046). Set as a whole, so that figures of two surveys never stand together.
 *
 * @param year of the survey
 * @param spentLocally the share that was spent again nearby, 0 … 1; empty where it was not measured, as the next two
 * @param leaked the share that left the area, 0 … 1; with {@code spentLocally} at most 1
 * @param lm3 the local multiplier, 1 … 3
 */
public record Baseline(
    int year,
    Optional<BigDecimal> spentLocally,
    Optional<BigDecimal> leaked,
    Optional<BigDecimal> lm3) {
  /** What a baseline measures. */
  public static final List<Setting> FIGURES =
      List.of(Setting.BASELINE_SPENT_LOCALLY, Setting.BASELINE_LEAKED, Setting.BASELINE_LM3);

  /** All that makes a baseline: its year, then its figures. */
  public static final List<Setting> SETTINGS =
      Stream.concat(Stream.of(Setting.BASELINE_YEAR), FIGURES.stream()).toList();

  /** Returns the baseline that a policy has; empty where the city entered none. */
  public static Optional<Baseline> of(Policy policy) {
    return policy
        .value(Setting.BASELINE_YEAR)
        .map(year -> new Baseline(
            Math.toIntExact((Long) year),
            figure(policy, Setting.BASELINE_SPENT_LOCALLY, 4),
            figure(policy, Setting.BASELINE_LEAKED, 4),
            figure(policy, Setting.BASELINE_LM3, 2)));
  }

  private static Optional<BigDecimal> figure(Policy policy, Setting setting, int decimals) {
    return policy.value(setting).map(value -> BigDecimal.valueOf((Long) value, decimals)
        .stripTrailingZeros());
  }
}
