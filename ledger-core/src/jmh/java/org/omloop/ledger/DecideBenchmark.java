package org.omloop.ledger;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.omloop.ledger.order.SignedOrder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it takes to decide a payment whose signature has been checked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecideBenchmark {
  private static final int PAYMENTS = 5_000;

  private final SmallTown town = new SmallTown();
  private final List<SignedOrder> payments =
      Stream.generate(town::payment).limit(PAYMENTS).toList();
  private Ledger ledger = new Ledger();

  /** An order is decided once, so each invocation decides all of them in a new ledger. */
  @Setup(Level.Invocation)
  public void found() {
    ledger = town.ledger();
  }

  @Benchmark
  @OperationsPerInvocation(PAYMENTS)
  public Ledger decide() {
    for (SignedOrder each : payments) {
      SmallTown.posted(ledger, each);
    }
    return ledger;
  }
}
