package org.omloop.server.bench;

import java.util.List;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.SignatureVerifier;
import org.omloop.server.directory.Directory;

/** Signature checks alone, by both verifiers: what this machine could do if it did nothing else. */
record CheckLoad(List<SignedOrder> orders, Directory directory, double seconds) {
  static final String FASTEST_ONE = "checks, fastest, 1 core";
  static final String FASTEST_ALL = "checks, fastest, all cores";
  static final String PORTABLE_ONE = "checks, Bouncy Castle, 1 core";
  static final String PORTABLE_ALL = "checks, Bouncy Castle, all cores";

  List<Measurement> measurements() {
    int cores = Runtime.getRuntime().availableProcessors();
    return List.of(
        checks(FASTEST_ONE, SignatureVerifier.fastest(), 1),
        checks(FASTEST_ALL, SignatureVerifier.fastest(), cores),
        checks(PORTABLE_ONE, SignatureVerifier.portable(), 1),
        checks(PORTABLE_ALL, SignatureVerifier.portable(), cores));
  }

  private Measurement checks(String name, SignatureVerifier verifier, int threads) {
    return new Measurement(name, () -> Load.threads(threads, seconds, 1, at -> checker(verifier)));
  }

  private Runnable checker(SignatureVerifier verifier) {
    int[] next = {0};
    return () -> {
      SignedOrder order = orders.get(next[0]++ % orders.size());
      var signature = order.signatures().get(0);
      var key = directory.keyFor(order, signature.key()).orElseThrow();
      if (!verifier.isValid(key, signature.signed(), signature.signature())) {
        throw new IllegalStateException("a good signature was refused");
      }
    };
  }
}
