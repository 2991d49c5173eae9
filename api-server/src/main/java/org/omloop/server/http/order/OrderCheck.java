package org.omloop.server.http.order;

import java.util.Optional;
import java.util.function.BiFunction;
import org.omloop.ledger.order.OrderSignature;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.ledger.signing.SignatureVerifier;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;

/**
 * Decides whether a text is an order that may be submitted: of the right form, and each signature valid by a key we
 * know. Costs some tens of microseconds a signature, so it belongs on the {@link VerificationPool}. Thread-safe.
 */
public final class OrderCheck {
  private final BiFunction<SignedOrder, KeyId, Optional<PublicKey>> keyFor;
  private final SignatureVerifier verifier;

  /**
   * Makes a check.
   *
   * @param keyFor finds the key a signature must verify under
   */
  public OrderCheck(
      BiFunction<SignedOrder, KeyId, Optional<PublicKey>> keyFor, SignatureVerifier verifier) {
    this.keyFor = keyFor;
    this.verifier = verifier;
  }

  /**
   * Reads an order and checks its signatures.
   *
   * @throws org.omloop.ledger.order.MalformedOrder when it is no order
   * @throws Problem when a signer is unknown, or a signature does not hold
   */
  SignedOrder check(String text) {
    SignedOrder order = SignedOrder.parse(text);
    for (OrderSignature each : order.signatures()) {
      PublicKey key = keyFor
          .apply(order, each.key())
          .orElseThrow(() -> about(ProblemType.UNKNOWN_SIGNER, each.key(), "is not enrolled"));
      if (!verifier.isValid(key, each.signed(), each.signature())) {
        throw about(ProblemType.WRONG_SIGNATURE, each.key(), "did not sign these bytes");
      }
    }
    return order;
  }

  private static Problem about(ProblemType type, KeyId key, String what) {
    return Problem.of(type, InvalidPart.inBody("", type.wireName(), "the key " + key + " " + what));
  }
}
