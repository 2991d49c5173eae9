package org.omloop.server.books;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.omloop.server.bank.DecisionKind;
import org.omloop.server.books.StoredFacts.BankLineFact;

/**
 * Bank statements, their lines and what was booked against them, each beside the other. An entry belongs to the statement
 * that has its line. Of a statement whose lines are not kept, that is: which its entry alone tells of, it belongs to the
 * first that follows it in the journal. Effectively immutable.
 */
public final class Reserve {
  private static final long NONE = Long.MAX_VALUE;

  private final JournalFacts journal;
  private final List<BankLineFact> lines;
  private final Map<String, BankLineFact> byKey;
  private final Set<String> booked = new HashSet<>();
  private final Map<BankOrder, Long> statementOf = new HashMap<>();
  private final Set<Long> withLines = new HashSet<>();

  Reserve(JournalFacts journal, List<BankLineFact> lines) {
    this.journal = journal;
    this.lines = lines;
    this.byKey = lines.stream().collect(toMap(BankLineFact::key, each -> each, (one, two) -> one));
    lines.forEach(each -> withLines.add(each.statement()));
    journal.bank.orders().forEach(this::assign);
  }

  private void assign(BankOrder order) {
    booked.add(order.line());
    BankLineFact line = byKey.get(order.line());
    statementOf.put(order, line != null ? line.statement() : statementAfter(order));
  }

  private long statementAfter(BankOrder order) {
    List<BookedStatement> statements = journal.bank.statements();
    for (BookedStatement each : statements) {
      if (each.index() > order.index() && !hasLines(each)) {
        return each.facts().number();
      }
    }
    return NONE;
  }

  /** Tells whether a statement's lines are kept; one without movements has none. */
  boolean hasLines(BookedStatement statement) {
    return withLines.contains(statement.facts().number());
  }

  /** Returns the line that an entry names, where it is kept. */
  Optional<BankLineFact> line(BankOrder order) {
    return Optional.ofNullable(byKey.get(order.line()));
  }

  /** Tells whether an entry's line is on no statement. */
  boolean isUnderWay(BankOrder order) {
    return statement(order) == NONE;
  }

  private long statement(BankOrder order) {
    return Objects.requireNonNull(statementOf.get(order));
  }

  /** Tells whether an entry names a line. */
  boolean isBooked(BankLineFact line) {
    return booked.contains(line.key());
  }

  /** Tells whether two people say that a line is the operator's own money, which came in or is gone. */
  static boolean isOwn(BankLineFact line) {
    return line.isSettled()
        && line.decision()
            .filter(
                each -> each.kind() == DecisionKind.COSTS || each.kind() == DecisionKind.OWN_MONEY)
            .isPresent();
  }

  /** Returns the lines that nobody booked or settled, the oldest first. */
  public List<BankLineFact> unmatched() {
    return lines.stream()
        .filter(each -> !booked.contains(each.key()) && !each.isSettled())
        .sorted(Comparator.comparing(BankLineFact::bookedOn))
        .toList();
  }

  /** Returns the day of each statement, in order. */
  public List<ReserveDay> days() {
    List<ReserveDay> days = new ArrayList<>();
    journal.bank.statements().forEach(each -> days.add(at(each, each.day())));
    return days;
  }

  /** Returns the last statement held against the books as they are now; empty before the first statement. */
  public Optional<ReserveDay> now() {
    List<BookedStatement> all = journal.bank.statements();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(at(all.get(all.size() - 1), LocalDate.MAX));
  }

  private long sum(long upToStatement, Predicate<BankLineFact> which) {
    return lines.stream()
        .filter(each -> each.statement() <= upToStatement && which.test(each))
        .mapToLong(BankLineFact::amount)
        .sum();
  }

  private ReserveDay at(BookedStatement statement, LocalDate until) {
    long number = statement.facts().number();
    long underWay = 0;
    for (BankOrder each : journal.bank.orders()) {
      boolean onStatement = statement(each) <= number;
      boolean inBooks = !each.day().isAfter(until);
      if (inBooks && !onStatement) {
        underWay += each.amount();
      } else if (!inBooks && onStatement) {
        underWay -= each.amount();
      }
    }
    // What went back is counted until its other half is on a statement: together they come to
    // nought.
    long notBooked = sum(number, each -> !booked.contains(each.key()));
    long own = sum(number, each -> !booked.contains(each.key()) && isOwn(each));
    return new ReserveDay(
        number,
        statement.day(),
        statement.facts().closing(),
        underWay,
        notBooked - own,
        own,
        journal.balancesAfter(until));
  }
}
