package org.omloop.ledger.journal;

import java.util.concurrent.TimeUnit;
import org.omloop.ledger.SmallTown;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it takes to write an entry as a leaf, and to read it back at start. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LeafBenchmark {
  private final SmallTown town = new SmallTown();
  private final JournalEntry entry = SmallTown.posted(town.ledger(), town.payment());
  private final byte[] leaf = entry.leaf();

  @Benchmark
  public byte[] encode() {
    return entry.leaf();
  }

  @Benchmark
  public JournalEntry decode() {
    return LeafDecoder.decode(leaf);
  }
}
