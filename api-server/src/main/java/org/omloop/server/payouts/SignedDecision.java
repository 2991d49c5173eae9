package org.omloop.server.payouts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.signed.SignedText;

/**
 * What one of the operator's people decides about a batch: that exactly this file may go to the bank, or that it goes
 * back to its drafter. Its members count for nothing before the signature has been checked. Immutable and thread-safe.
 *
 * @param ledger the origin of the ledger that the redemptions are in
 * @param saidAt when, unix seconds
 * @param kind {@code APPROVED} or {@code SENT_BACK}
 * @param sha256 of the file's bytes, hexadecimal; empty where it is sent back
 * @param reason why it is sent back, 1 to 140 characters; empty where it is approved
 */
public record SignedDecision(
    SignedText signed,
    String ledger,
    long saidAt,
    BatchId batch,
    Step.Kind kind,
    String sha256,
    String reason) {
  private static final String TYPE = "omloop-payout-decision+jws";
  private static final Set<String> MEMBERS =
      Set.of("batch", "decision", "iat", "ledger", "reason", "sha256");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST_REASON = 140;

  /** Approves a file, as a compact JWS. */
  public static String approve(
      BatchId batch, String sha256, String ledger, long saidAt, SigningKey key) {
    return sign(batch, Step.Kind.APPROVED, sha256, "", ledger, saidAt, key);
  }

  /** Sends a batch back, as a compact JWS. */
  public static String sendBack(
      BatchId batch, String reason, String ledger, long saidAt, SigningKey key) {
    return sign(batch, Step.Kind.SENT_BACK, "", reason, ledger, saidAt, key);
  }

  private static String sign(
      BatchId batch,
      Step.Kind kind,
      String sha256,
      String reason,
      String ledger,
      long saidAt,
      SigningKey key) {
    return SignedText.sign(
        TYPE,
        Map.of(
            "batch", batch.toString(),
            "decision", kind.wireName(),
            "iat", saidAt,
            "ledger", ledger,
            "reason", reason,
            "sha256", sha256),
        key);
  }

  /** Reads a decision; empty when it is anything but one in its form. */
  public static Optional<SignedDecision> parse(String jws) {
    return SignedText.parse(TYPE, jws)
        .filter(signed -> signed.payload().keySet().equals(MEMBERS))
        .flatMap(SignedDecision::read)
        .filter(SignedDecision::isWhole);
  }

  private static Optional<SignedDecision> read(SignedText signed) {
    if (!(signed.payload().get("iat") instanceof Long saidAt)
        || !(signed.payload().get("reason") instanceof String reason)
        || !(signed.payload().get("sha256") instanceof String sha256)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SignedDecision(
          signed,
          signed.text("ledger"),
          saidAt,
          BatchId.parse(signed.text("batch")),
          Step.Kind.named(signed.text("decision")),
          sha256,
          reason));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private boolean isWhole() {
    return switch (kind) {
      case APPROVED -> SHA256.matcher(sha256).matches() && reason.isEmpty();
      case SENT_BACK -> sha256.isEmpty() && !reason.isBlank() && reason.length() <= LONGEST_REASON;
      case EXPORTED -> false;
    };
  }
}
