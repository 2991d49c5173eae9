package org.omloop.ledger.order;

import java.util.concurrent.TimeUnit;
import org.omloop.ledger.SmallTown;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it takes to write an order's canonical bytes, and to read a signed order strictly. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OrderBenchmark {
  private final SignedOrder payment = new SmallTown().payment();

  @Benchmark
  public byte[] encode() {
    return OrderEncoder.encode(payment.order());
  }

  @Benchmark
  public SignedOrder parse() {
    return SignedOrder.parse(payment.text());
  }
}
