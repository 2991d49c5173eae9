package org.omloop.server.circulation;

import java.util.Optional;
import org.omloop.ledger.circulation.period.ClosingItems;
import org.omloop.ledger.circulation.period.PeriodReport;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;

/**
 * What everybody may see of a period that runs: money in circulation and its cover, of the whole circuit, which are always
 * exact (circulation.md, section 7, rule 2). Any more would be a figure of a period with an end of the asker's choice.
 */
final class RunningReport {
  private RunningReport() {}

  static PeriodReport of(PeriodReport exact) {
    return new PeriodReport(
        Tier.PUBLIC,
        exact.origin(),
        exact.name(),
        exact.unit(),
        exact.scale(),
        exact.period(),
        exact.size(),
        exact.root(),
        exact.tuple(),
        Optional.empty(),
        exact.tables().stream()
            .filter(table -> table.id().equals("closing"))
            .map(ClosingItems::wholeCircuit)
            .toList());
  }
}
