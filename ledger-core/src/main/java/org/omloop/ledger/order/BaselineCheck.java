package org.omloop.ledger.order;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omloop.ledger.policy.Baseline;
import org.omloop.ledger.policy.Setting;

/**
 * Holds the parts of a baseline against each other. An order tells all that is needed for it, so that one that cannot be
 * true is malformed: it never becomes an entry, and its signers read what is wrong with it.
 */
final class BaselineCheck {
  private static final long WHOLE_BASIS_POINTS = 10_000;

  private BaselineCheck() {}

  /**
   * Notes what cannot be true.
   *
   * @param settings those that have their form
   * @param signedAt unix seconds
   * @param members of which faults are noted
   */
  static void faults(Map<Setting, Optional<Object>> settings, long signedAt, Members members) {
    Set<String> named = Baseline.SETTINGS.stream()
        .filter(each -> settings.containsKey(each) || !members.areSound(each.wireName()))
        .map(Setting::wireName)
        .collect(Collectors.toSet());
    if (named.isEmpty()) {
      return;
    }
    Baseline.SETTINGS.stream()
        .map(Setting::wireName)
        .filter(each -> !named.contains(each))
        .forEach(each -> members.fault(
            each, "is missing: a baseline is set as a whole, null for what was not measured"));
    if (settings.keySet().containsAll(Baseline.SETTINGS)) {
      compare(settings, signedAt, members);
    }
  }

  private static void compare(
      Map<Setting, Optional<Object>> settings, long signedAt, Members members) {
    Optional<Long> year = number(settings, Setting.BASELINE_YEAR);
    boolean isMeasured =
        Baseline.FIGURES.stream().anyMatch(each -> number(settings, each).isPresent());
    String yearName = Setting.BASELINE_YEAR.wireName();
    if (year.isEmpty() && isMeasured) {
      members.fault(yearName, "must be the year in which the baseline was measured");
    }
    if (year.isPresent() && !isMeasured) {
      members.fault(yearName, "must be null where no figure was measured");
    }
    if (year.filter(each -> each > yearOf(signedAt)).isPresent()) {
      members.fault(yearName, "must not be after " + yearOf(signedAt) + ", the year of iat");
    }
    long shares = number(settings, Setting.BASELINE_SPENT_LOCALLY).orElse(0L)
        + number(settings, Setting.BASELINE_LEAKED).orElse(0L);
    if (shares > WHOLE_BASIS_POINTS) {
      members.fault(
          Setting.BASELINE_LEAKED.wireName(),
          "must be at most 10000 together with " + Setting.BASELINE_SPENT_LOCALLY.wireName()
              + ", and they are " + shares);
    }
  }

  private static Optional<Long> number(Map<Setting, Optional<Object>> settings, Setting setting) {
    return settings.getOrDefault(setting, Optional.empty()).map(Long.class::cast);
  }

  private static int yearOf(long seconds) {
    return Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).getYear();
  }
}
