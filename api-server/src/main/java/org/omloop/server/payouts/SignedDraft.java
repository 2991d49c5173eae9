package org.omloop.server.payouts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.signed.SignedText;

/**
 * What one of the operator's people drafts: which redemptions to pay out together. Its members count for nothing before
 * the signature has been checked. Immutable and thread-safe.
 *
 * @param ledger the origin of the ledger that the redemptions are in
 * @param saidAt when, unix seconds
 * @param redemptions 1 to {@value #MOST}, each once
 */
public record SignedDraft(
    SignedText signed, String ledger, long saidAt, BatchId batch, List<OrderId> redemptions) {
  /** How many payouts a batch has at most: so many fit into what one signature is over. */
  public static final int MOST = 50;

  private static final String TYPE = "omloop-payout-batch+jws";
  private static final Set<String> MEMBERS = Set.of("batch", "iat", "ledger", "orders");

  /** Signs a draft, as a compact JWS. */
  public static String sign(
      BatchId batch, List<OrderId> redemptions, String ledger, long saidAt, SigningKey operator) {
    return SignedText.sign(
        TYPE,
        Map.of(
            "batch",
            batch.toString(),
            "iat",
            saidAt,
            "ledger",
            ledger,
            "orders",
            redemptions.stream().map(OrderId::toString).toList()),
        operator);
  }

  /** Reads a draft; empty when it is anything but one in its form. */
  public static Optional<SignedDraft> parse(String jws) {
    return SignedText.parse(TYPE, jws)
        .filter(signed -> signed.payload().keySet().equals(MEMBERS))
        .flatMap(SignedDraft::read);
  }

  private static Optional<SignedDraft> read(SignedText signed) {
    if (!(signed.payload().get("iat") instanceof Long saidAt)
        || !(signed.payload().get("orders") instanceof List<?> orders)
        || orders.isEmpty()
        || orders.size() > MOST
        || new HashSet<>(orders).size() < orders.size()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new SignedDraft(
          signed,
          signed.text("ledger"),
          saidAt,
          BatchId.parse(signed.text("batch")),
          orders.stream().map(String::valueOf).map(OrderId::parse).toList()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
