package org.omloop.server.circulation;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.period.PeriodReport.Tier;

/**
 * Keeps what was published, where the journal stood each day, and what was inside each month; nothing in it is ever changed. Thread-safe; a future
 * fails when the store cannot be reached.
 */
public interface CirculationStore {
  /** Returns all editions, in order of their numbers. */
  Future<List<Edition>> editions();

  /** Returns an edition's report, as it was published. */
  Future<Optional<String>> report(Period period, Tier tier, int number);

  /**
   * Keeps an edition, unless there is one of that number.
   *
   * @return whether it is kept
   */
  Future<Boolean> add(Edition edition, String report);

  /** Returns all days that were kept, in order. */
  Future<List<DaySnapshot>> days();

  /** Returns what was kept of month's ends, in order. */
  Future<List<StateSnapshot>> states();

  /** Keeps states of months' ends; those that are kept already stay as they are. */
  Future<Void> keepStates(List<StateSnapshot> states);

  /** Keeps days; those that are kept already stay as they are. */
  Future<Void> keep(List<DaySnapshot> days);
}
