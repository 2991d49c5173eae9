package org.omloop.ledger.circulation;

import java.util.concurrent.TimeUnit;
import org.omloop.ledger.circulation.books.Books;
import org.omloop.ledger.circulation.rows.Rows;
import org.omloop.ledger.circulation.trace.CohortCalendar;
import org.omloop.ledger.circulation.trace.KeyedTracing;
import org.omloop.ledger.circulation.trace.Offset;
import org.omloop.ledger.circulation.trace.Rule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes to fold a whole ledger, keyed, under each rule, and without a rule. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FoldBenchmark {
  /** More with -p rows=10000000, which needs some 4 GB. */
  @Param({"100000", "1000000"})
  public int rows;

  private Rows ledger = BusyTown.rows(1);

  @Setup
  public void play() {
    ledger = BusyTown.rows(rows);
  }

  @Benchmark
  public Books books() {
    Books books = new Books(ledger);
    for (int row = 0; row < rows; row++) {
      books.fold(row);
    }
    return books;
  }

  @Benchmark
  public KeyedTracing fifo() {
    return fold(Rule.FIFO);
  }

  @Benchmark
  public KeyedTracing lifo() {
    return fold(Rule.LIFO);
  }

  @Benchmark
  public KeyedTracing mixed() {
    return fold(Rule.MIXED);
  }

  private KeyedTracing fold(Rule rule) {
    KeyedTracing tracing = new KeyedTracing(ledger, rule, Offset.hashed(), CohortCalendar.MONTHS);
    for (int row = 0; row < rows; row++) {
      tracing.fold(row);
    }
    return tracing;
  }
}
