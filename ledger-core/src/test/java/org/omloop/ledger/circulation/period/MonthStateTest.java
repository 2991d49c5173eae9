package org.omloop.ledger.circulation.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;

/** One fold over all months finds the states that the months' own reports name. */
class MonthStateTest {
  @Test
  void statesAreThoseOfTheMonthsReports() {
    JournalRows journal = RandomMarket.journal(7);
    List<Scope> months = Stream.of(9, 10, 11)
        .map(month -> Period.month(2026, month))
        .flatMap(month ->
            PublicEditions.size(journal, month)
                .map(size -> new Scope(journal, month, size))
                .stream())
        .toList();
    for (int most : List.of(TracedPeriods.MOST_ROWS_IN_LOTS, 30, 0)) {
      List<MonthState> found = MonthState.of(months, TracedPeriods.RULES, most);
      assertEquals(months, found.stream().map(MonthState::scope).toList());
      for (MonthState month : found) {
        Tuple tuple = Tuple.of(TracedPeriods.of(month.scope(), most));
        assertEquals(tuple.states(), month.states());
        assertEquals(tuple.detail(), month.detail());
        assertEquals(tuple.classifications(), month.classifications());
      }
    }
  }
}
