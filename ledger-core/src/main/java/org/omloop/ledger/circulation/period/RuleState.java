package org.omloop.ledger.circulation.period;

import java.math.BigDecimal;
import java.util.Optional;
import org.omloop.ledger.circulation.trace.Spells;

/**
 * What one rule says at a moment, since the first row.
 *
 * @param spells C5: those that have ended
 * @param lm3 C8; empty before the first inflow
 * @param retained C12: S at {@link Ages#COMPARED_DAYS} over all money; empty while no money is that old
 * @param sample what became of each entry event's money, for the bands of both
 */
record RuleState(
    Spells spells, Optional<BigDecimal> lm3, Optional<BigDecimal> retained, EventSample sample) {}
