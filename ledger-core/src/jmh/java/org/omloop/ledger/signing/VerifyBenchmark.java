package org.omloop.ledger.signing;

import java.util.concurrent.TimeUnit;
import org.omloop.ledger.SmallTown;
import org.omloop.ledger.order.OrderSignature;
import org.omloop.ledger.order.SignedOrder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a signature check takes on one core, by both verifiers; they decide the same (docs/adr/0002). */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VerifyBenchmark {
  private final SmallTown town = new SmallTown();
  private final SignedOrder payment = town.payment();
  private final OrderSignature signature = payment.signatures().get(0);
  private final PublicKey key = town.ledger().keyFor(payment, signature.key()).orElseThrow();

  @Benchmark
  public boolean fastest() {
    return SignatureVerifier.fastest().isValid(key, signature.signed(), signature.signature());
  }

  @Benchmark
  public boolean portable() {
    return SignatureVerifier.portable().isValid(key, signature.signed(), signature.signature());
  }
}
