package org.omloop.server.council;

import java.util.List;

/** Money by when it came in. */
final class Cohorts {
  private static final String ALL = "all";

  private Cohorts() {}

  /** Returns the lines of the cohort that is shown where there is room for one: all money, else the latest. */
  static List<ReportTable.Row> shown(ReportTable table) {
    List<String> cohorts = table.words("cohort");
    if (cohorts.isEmpty()) {
      return List.of();
    }
    return table.where("cohort", cohorts.contains(ALL) ? ALL : cohorts.get(cohorts.size() - 1));
  }
}
