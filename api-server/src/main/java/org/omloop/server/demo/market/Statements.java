package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.omloop.server.demo.neighbourhood.DutchCalendar;

/**
 * The statements of the account where the euros are: on the evening of each bank day, and of the plan's last day, the
 * bank says what came in and went out, so that the cover can be told at the end of any day.
 */
final class Statements implements Rhythm {
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 45);

  private final Book book;
  private final int lastDay;
  private Optional<BankStatement> last = Optional.empty();

  Statements(Book book, int lastDay) {
    this.book = book;
    this.lastDay = lastDay;
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (DutchCalendar.isBankDay(date) || day == lastDay) {
      book.wish(date.atTime(END_OF_DAY), this::state);
    }
  }

  private void state(LocalDateTime now) {
    List<BankLine> lines = book.takeBankLines();
    if (!lines.isEmpty()) {
      LocalDate today = now.toLocalDate();
      BankStatement statement = new BankStatement(
          last.map(before -> before.number() + 1).orElse(1L),
          last.map(before -> before.last().plusDays(1)).orElse(today),
          today,
          last.map(BankStatement::closing).orElse(0L),
          lines);
      book.plan(now, new Act.Statement(statement));
      last = Optional.of(statement);
    }
  }
}
