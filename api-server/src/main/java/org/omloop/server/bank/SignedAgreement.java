package org.omloop.server.bank;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.Sha256;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.signed.SignedText;

/**
 * A second person's yes to a decision about bank lines, to exactly its words. Its members count for nothing before the
 * signature has been checked. Immutable and thread-safe.
 *
 * @param saidAt when, unix seconds
 * @param sha256 of the first person's compact JWS, hexadecimal
 */
public record SignedAgreement(
    SignedText signed, String ledger, long saidAt, OrderId decision, String sha256) {
  private static final String TYPE = "omloop-bank-agreement+jws";
  private static final Set<String> MEMBERS = Set.of("decision", "iat", "ledger", "sha256");

  /** Signs, as a compact JWS. */
  public static String sign(
      OrderId decision, String words, String ledger, long saidAt, SigningKey second) {
    return SignedText.sign(
        TYPE,
        Map.of(
            "decision",
            decision.toString(),
            "iat",
            saidAt,
            "ledger",
            ledger,
            "sha256",
            hash(words)),
        second);
  }

  /** Returns what a decision's words are named by. */
  static String hash(String words) {
    return HexFormat.of().formatHex(Sha256.of(words.getBytes(StandardCharsets.US_ASCII)));
  }

  /** Tells whether it is about those words. */
  public boolean isAbout(LineDecision other) {
    return isAbout(other.id().toString(), other.signed());
  }

  /** Tells whether it is about a decision of that name and in those words, a compact JWS. */
  public boolean isAbout(String name, String words) {
    return decision.toString().equals(name) && sha256.equals(hash(words));
  }

  /** Reads an agreement; empty when it is anything but one in its form. */
  public static Optional<SignedAgreement> parse(String jws) {
    return SignedText.parse(TYPE, jws)
        .filter(signed -> signed.payload().keySet().equals(MEMBERS))
        .flatMap(SignedAgreement::read);
  }

  private static Optional<SignedAgreement> read(SignedText signed) {
    if (!(signed.payload().get("iat") instanceof Long saidAt)
        || !OrderId.isValid(signed.text("decision"))) {
      return Optional.empty();
    }
    return Optional.of(new SignedAgreement(
        signed,
        signed.text("ledger"),
        saidAt,
        OrderId.parse(signed.text("decision")),
        signed.text("sha256")));
  }
}
