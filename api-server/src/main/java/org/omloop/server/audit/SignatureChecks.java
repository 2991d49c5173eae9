package org.omloop.server.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.omloop.ledger.order.OrderSignature;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.ledger.signing.SignatureVerifier;

/**
 * Checks signatures on all cores, a bounded number ahead of whoever asks. The keys come from the replay, which is how
 * each signature meets the keys of its own time.
 *
 * <p>Confined to the verifying thread; the checks themselves run on the pool.
 */
final class SignatureChecks {
  private static final int BATCH = 128;

  private record Claim(long index, PublicKey key, OrderSignature signature) {}

  private final ExecutorService pool;
  private final int mostUnderWay;
  private final SignatureVerifier verifier = SignatureVerifier.fastest();
  private final Deque<Awaited<Optional<Finding>>> underWay = new ArrayDeque<>();
  private List<Claim> batch = new ArrayList<>(BATCH);
  private Optional<Finding> forged = Optional.empty();
  private long count;

  SignatureChecks(ExecutorService pool, int mostUnderWay) {
    this.pool = pool;
    this.mostUnderWay = mostUnderWay;
  }

  void add(long index, PublicKey key, OrderSignature signature) {
    batch.add(new Claim(index, key, signature));
    count++;
    if (batch.size() == BATCH) {
      send();
    }
  }

  private void send() {
    List<Claim> sent = batch;
    underWay.add(Awaited.on(pool, () -> firstForged(sent)));
    batch = new ArrayList<>(BATCH);
    while (underWay.size() > mostUnderWay) {
      settleOldest();
    }
  }

  private void settleOldest() {
    Optional<Finding> answer = underWay.remove().get();
    forged = forged.or(() -> answer);
  }

  private Optional<Finding> firstForged(List<Claim> claims) {
    return claims.stream()
        .filter(each -> !verifier.isValid(
            each.key(), each.signature().signed(), each.signature().signature()))
        .findFirst()
        .map(each -> Finding.at(
            each.index(),
            Check.SIGNATURES,
            "entry " + each.index() + " bears a signature that key "
                + each.key().keyId() + " has not made"));
  }

  /** Tells whether a forged signature has come to light. */
  boolean hasForged() {
    return forged.isPresent();
  }

  /** Waits for all checks, and returns the first signature that is not what it claims to be. */
  Optional<Finding> finish() {
    send();
    while (!underWay.isEmpty()) {
      settleOldest();
    }
    return forged;
  }

  long count() {
    return count;
  }
}
