package org.omloop.server.bank;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.signed.SignedText;

/**
 * What one of the operator's people says that lines of the bank are. Its members count for nothing before the signature has
 * been checked. Immutable and thread-safe.
 *
 * @param ledger the origin of the ledger whose reserve the lines are of
 * @param saidAt when, unix seconds
 * @param decision its own name; of a match the id of the {@code issue} order
 * @param lines their names, 1 to {@value #MOST}, each once
 * @param reason 1 to {@value #LONGEST_REASON} characters; without anybody's name, as auditors read it
 */
public record SignedLineDecision(
    SignedText signed,
    String ledger,
    long saidAt,
    OrderId decision,
    DecisionKind kind,
    List<String> lines,
    String reason) {
  /** How many lines are decided about together at most. */
  public static final int MOST = 10;

  /** As of a batch that is sent back. */
  public static final int LONGEST_REASON = 140;

  private static final String TYPE = "omloop-bank-decision+jws";
  private static final Set<String> MEMBERS =
      Set.of("decision", "iat", "kind", "ledger", "lines", "reason");

  /** Signs a decision, as a compact JWS. */
  public static String sign(
      OrderId decision,
      DecisionKind kind,
      List<String> lines,
      String reason,
      String ledger,
      long saidAt,
      SigningKey operator) {
    return SignedText.sign(
        TYPE,
        Map.of(
            "decision", decision.toString(),
            "iat", saidAt,
            "kind", kind.wireName(),
            "ledger", ledger,
            "lines", lines,
            "reason", reason),
        operator);
  }

  /** Reads a decision; empty when it is anything but one in its form. */
  public static Optional<SignedLineDecision> parse(String jws) {
    return SignedText.parse(TYPE, jws)
        .filter(signed -> signed.payload().keySet().equals(MEMBERS))
        .flatMap(SignedLineDecision::read);
  }

  private static Optional<SignedLineDecision> read(SignedText signed) {
    Optional<DecisionKind> kind = DecisionKind.named(signed.text("kind"));
    String reason = signed.text("reason");
    if (!(signed.payload().get("iat") instanceof Long saidAt)
        || !(signed.payload().get("lines") instanceof List<?> lines)
        || lines.isEmpty()
        || lines.size() > MOST
        || new HashSet<>(lines).size() < lines.size()
        || kind.isEmpty()
        || reason.isBlank()
        || reason.length() > LONGEST_REASON
        || !OrderId.isValid(signed.text("decision"))) {
      return Optional.empty();
    }
    return Optional.of(new SignedLineDecision(
        signed,
        signed.text("ledger"),
        saidAt,
        OrderId.parse(signed.text("decision")),
        kind.get(),
        lines.stream().map(String::valueOf).toList(),
        reason));
  }
}
