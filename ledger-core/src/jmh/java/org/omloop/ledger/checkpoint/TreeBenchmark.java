package org.omloop.ledger.checkpoint;

import java.util.concurrent.TimeUnit;
import org.omloop.ledger.SmallTown;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it takes to hash a leaf and append it to the tree. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TreeBenchmark {
  private final SmallTown town = new SmallTown();
  private final byte[] leaf = SmallTown.posted(town.ledger(), town.payment()).leaf();
  private final JournalTree tree = JournalTree.empty();

  @Benchmark
  public JournalTree append() {
    tree.append(Hash.leaf(leaf), (level, index, hash) -> {});
    return tree;
  }
}
