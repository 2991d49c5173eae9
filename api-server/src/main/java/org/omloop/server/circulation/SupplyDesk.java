package org.omloop.server.circulation;

import static java.util.stream.Collectors.toMap;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.disclosure.Period.Length;
import org.omloop.ledger.circulation.period.Scope;
import org.omloop.ledger.circulation.period.StuckBalance;
import org.omloop.ledger.circulation.period.StuckBalances;
import org.omloop.ledger.circulation.period.Supplier;
import org.omloop.ledger.circulation.period.Suppliers;
import org.omloop.ledger.circulation.period.SupplyGaps;
import org.omloop.server.circulation.Follower.Question;

/**
 * Where suppliers are missing, whose money sleeps, and whom a shop could pay: answered from the rows in memory, on the
 * follower's worker.
 *
 * <p>Thread-safe. While the journal is read for the first time every future fails with {@link JournalUnread}.
 */
public final class SupplyDesk {
  private static final int PAUSES_PER_WORK = 20;

  /**
   * Whom an organisation could pay, as it may see it.
   *
   * @param size how many entries count
   * @param asOf when the last of them was booked, in milliseconds since the epoch
   */
  public record Told(long size, long asOf, List<Supplier> suppliers) {}

  /** What was learned of all payments, and when; made anew at most so often that it takes a twentieth of the time. */
  private record Learned(Scope scope, Suppliers suppliers, long madeNanos, long tookNanos) {
    static Learned of(Scope scope) {
      long began = System.nanoTime();
      Suppliers suppliers = new Suppliers(scope);
      long ended = System.nanoTime();
      return new Learned(scope, suppliers, ended, ended - began);
    }

    boolean isGoodFor(long size) {
      boolean isRecent = System.nanoTime() - madeNanos < PAUSES_PER_WORK * tookNanos;
      return scope.size() == size || isRecent;
    }

    Told toldTo(String account) {
      OptionalInt found = scope.rows().accounts().find(account);
      List<Supplier> told =
          found.isPresent() ? suppliers.toldTo(found.getAsInt()) : List.<Supplier>of();
      return new Told(scope.size(), scope.asOf(), told);
    }
  }

  private final Follower follower;
  private @Nullable Learned learned; // owned by the worker

  SupplyDesk(Follower follower) {
    this.follower = follower;
  }

  /**
   * Returns where money left for want of a supplier; empty where there is no such period.
   *
   * @param asked empty: the last quarter that is over, or the running one where none is
   */
  public Future<Optional<MeasuredTable>> gaps(Optional<Period> asked) {
    return ask(journal -> {
      Period period = asked.orElseGet(() -> lastQuarter(journal));
      return scope(journal, period)
          .map(scope ->
              MeasuredTable.of(scope, isOver(journal, period), SupplyGaps.of(scope), Map.of()));
    });
  }

  /**
   * Returns whose balance sleeps, and whom each could pay; empty where there is no such period.
   *
   * @param asked at whose end; empty: now
   */
  public Future<Optional<MeasuredTable>> stuck(Optional<Period> asked) {
    return ask(journal -> {
      Period period = asked.orElseGet(() -> last(journal, Length.MONTH));
      return scope(journal, period).map(scope -> {
        List<StuckBalance> all = StuckBalances.all(scope);
        return MeasuredTable.of(
            scope,
            isOver(journal, period),
            StuckBalances.table(all),
            all.stream().collect(toMap(StuckBalance::account, StuckBalance::suppliers)));
      });
    });
  }

  /** Returns whom an organisation could pay, as it may see it itself; nobody for a resident, and for no account. */
  public Future<Told> suppliers(AccountId account) {
    return ask(journal -> {
      Learned known = learned;
      if (known == null || !known.isGoodFor(journal.size())) {
        known = Learned.of(journal.scope(last(journal, Length.MONTH), journal.now()));
        learned = known;
      }
      return known.toldTo(account.value());
    });
  }

  private <T> Future<T> ask(Question<T> question) {
    return follower.extent().isPresent()
        ? follower.ask(question)
        : Future.failedFuture(new JournalUnread());
  }

  /** A period that is over is as the journal knew it then. */
  private static Optional<Scope> scope(MeasuredJournal journal, Period period) {
    return journal.covers(period)
        ? Optional.of(journal.scope(period, journal.end(period).orElseGet(journal::now)))
        : Optional.empty();
  }

  private static boolean isOver(MeasuredJournal journal, Period period) {
    return journal.end(period).isPresent();
  }

  private static Period lastQuarter(MeasuredJournal journal) {
    return of(journal, Length.QUARTER)
        .filter(each -> isOver(journal, each))
        .reduce((first, next) -> next)
        .orElseGet(() -> last(journal, Length.QUARTER));
  }

  private static Period last(MeasuredJournal journal, Length length) {
    return of(journal, length).reduce((first, next) -> next).orElseThrow();
  }

  private static Stream<Period> of(MeasuredJournal journal, Length length) {
    return journal.extent().periods().stream().filter(each -> each.length() == length);
  }
}
