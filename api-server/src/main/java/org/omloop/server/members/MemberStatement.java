package org.omloop.server.members;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.signed.SignedText;

/**
 * What one of the operator's people states of a member. Its members count for nothing before the signature has been
 * checked. Immutable and thread-safe.
 *
 * @param ledger the origin of the ledger that the account is in
 * @param saidAt when, unix seconds
 */
public record MemberStatement(SignedText signed, String ledger, long saidAt, Member member) {
  private static final String TYPE = "omloop-member+jws";
  private static final Set<String> MEMBERS =
      Set.of("account", "iat", "ledger", "legalName", "name", "neighbourhood", "street");

  /** States who a member is, as a compact JWS. */
  public static String sign(Member member, String ledger, long saidAt, SigningKey operator) {
    return SignedText.sign(
        TYPE,
        Map.of(
            "account", member.account().value(),
            "iat", saidAt,
            "ledger", ledger,
            "legalName", member.legalName(),
            "name", member.name(),
            "neighbourhood", member.neighbourhood(),
            "street", member.street()),
        operator);
  }

  /** Reads a statement; empty when it is anything but one in its form. */
  public static Optional<MemberStatement> parse(String jws) {
    return SignedText.parse(TYPE, jws)
        .filter(signed -> signed.payload().keySet().equals(MEMBERS))
        .flatMap(MemberStatement::read);
  }

  private static Optional<MemberStatement> read(SignedText signed) {
    if (!(signed.payload().get("iat") instanceof Long saidAt)) {
      return Optional.empty();
    }
    try {
      Member member = new Member(
          new AccountId(signed.text("account")),
          signed.text("name"),
          signed.text("legalName"),
          signed.text("street"),
          signed.text("neighbourhood"));
      return Optional.of(new MemberStatement(signed, signed.text("ledger"), saidAt, member));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
