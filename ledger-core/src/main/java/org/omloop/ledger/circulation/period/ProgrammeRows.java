package org.omloop.ledger.circulation.period;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.circulation.rows.Movement;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.LotListener;
import org.omloop.ledger.circulation.trace.Lots;
import org.omloop.ledger.circulation.trace.Rule;
import org.omloop.ledger.circulation.trace.Tracing;

/**
 * The rows behind one programme under one rule, since the ledger began, and how much of each is the programme's money: its
 * grants, what passed that money on or gave it back, and what it left by. What was granted and did not leave is inside.
 *
 * <p>Costs one fold of all rows up to the period's end. Not thread-safe.
 */
final class ProgrammeRows implements LotListener {
  private final JournalRows journal;
  private final Rows rows;
  private final String programme;
  // owned by the fold: minor units by row, in order
  private final Map<Integer, Long> parts = new TreeMap<>();

  private ProgrammeRows(Scope scope, String programme) {
    this.journal = scope.journal();
    this.rows = scope.rows();
    this.programme = programme;
  }

  static Map<Integer, Long> of(Scope scope, String programme, Rule rule, int mostRowsInLots) {
    ProgrammeRows found = new ProgrammeRows(scope, programme);
    int end = scope.endRow();
    Tracing tracing = Reading.tracing(scope, rule, end > mostRowsInLots, found);
    for (int row = 0; row < end; row++) {
      if (found.isOfProgramme(row)) {
        found.parts.put(row, scope.rows().amount(row));
      }
      tracing.fold(row);
    }
    return found.parts;
  }

  private boolean isOfProgramme(int row) {
    Optional<String> granted = journal.programmeOf(row);
    return rows.movement(row) == Movement.INFLOW
        && granted.filter(programme::equals).isPresent();
  }

  @Override
  public void moves(int row, Lots lots) {
    if (rows.movement(row) != Movement.EXIT && rows.hopChange(row) == 0) {
      return;
    }
    for (int lot = 0; lot < lots.count(); lot++) {
      if (isOfProgramme(lots.entryRow(lot))) {
        parts.merge(row, lots.amount(lot), Long::sum);
      }
    }
  }
}
