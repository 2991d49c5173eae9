package org.omloop.ledger.order;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.Sha256;

/**
 * A promise to enrol one key on an account for whoever shows the code: single use, and dead after its time.
 *
 * @param codeHash SHA-256 of the code's UTF-8 bytes, base64url
 * @param holder random name of the person invited
 * @param label what kind of key it will be
 * @param rights what the key may do
 * @param until unix seconds
 */
public record Invitation(
    String codeHash, String holder, String label, Set<Right> rights, long until) {
  public Invitation {
    rights = Set.copyOf(rights);
  }

  /** Returns how a code stands in the journal before it is used. */
  public static String hash(String code) {
    return Base64Url.encode(Sha256.of(code.getBytes(StandardCharsets.US_ASCII)));
  }
}
