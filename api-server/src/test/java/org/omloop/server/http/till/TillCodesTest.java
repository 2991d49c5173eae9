package org.omloop.server.http.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.payment.RequestId;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.SigningKey;

class TillCodesTest {
  private static final KeyId TILL =
      SigningKey.fromSeed(new byte[32]).publicKey().keyId();

  /** Worked out with Python's hmac, under the bytes 0 to 15. */
  @ParameterizedTest
  @CsvSource({
    "0123456789ABCDEFGHJKMNPQRS, 1250, 371797",
    "0123456789ABCDEFGHJKMNPQRS, 1251, 638990",
    "ZZZZZZZZZZZZZZZZZZZZZZZZZZ, 1, 769102"
  })
  void isCutDownAsRfc4226Says(String request, long amount, String code) {
    byte[] secret = Base64Url.decode("AAECAwQFBgcICQoLDA0ODw");
    assertEquals(code, TillCodes.code(secret, new RequestId(request), Amount.of(amount)));
  }

  @Test
  void eachTillOfEachServerHasItsOwnSecretAndAlwaysTheSame() {
    SigningKey server = SigningKey.generate(new SecureRandom());
    String secret = TillCodes.of(server).secretOf(TILL);
    assertEquals(secret, TillCodes.of(server).secretOf(TILL));
    assertNotEquals(secret, TillCodes.of(server).secretOf(server.publicKey().keyId()));
    SigningKey other = SigningKey.generate(new SecureRandom());
    assertNotEquals(secret, TillCodes.of(other).secretOf(TILL));
  }
}
