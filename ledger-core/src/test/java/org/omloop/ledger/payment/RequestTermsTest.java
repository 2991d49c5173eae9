package org.omloop.ledger.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.signing.Sha256;
import org.omloop.ledger.signing.SignatureVerifier;
import org.omloop.ledger.signing.SigningKey;

class RequestTermsTest {
  private static final String LEDGER = "demo.omloop.example/oost";
  private static final AccountId BAKERY = new AccountId("bakery");
  private static final SigningKey TILL = SigningKey.fromSeed(new byte[SigningKey.SEED_BYTES]);
  private static final byte[] NONCE = HexFormat.of().parseHex("0011223344556677");

  /** Worked out in another language from the layout in words: to change them would void every printed code. */
  private static final String WORKED_OUT =
      "01f593f4dc144ac86d05c00f55000004e2814c6ab13b80003c00112233445566774b332d30303432";

  private static final String WORKED_OUT_ID = "XK8C63P1SJZ9DBSWZW7FGVCG63";

  private static RequestTerms terms(Optional<Amount> amount) {
    return RequestTerms.of(
        TILL.publicKey().keyId(), BAKERY, amount, LEDGER, 1_790_000_000L, 600, NONCE, "K3-0042");
  }

  @Test
  void sayWhatTheyWereMadeOf() {
    RequestTerms terms = terms(Optional.of(Amount.of(1_250)));
    assertEquals(Optional.of(Amount.of(1_250)), terms.amount());
    assertEquals(1_790_000_000L, terms.madeAt());
    assertEquals(1_790_000_600L, terms.expiresAt());
    assertEquals("K3-0042", terms.reference());
    assertTrue(terms.isBy(TILL.publicKey().keyId()));
    assertTrue(terms.isFor(BAKERY));
    assertFalse(terms.isFor(new AccountId("grocer")));
    assertTrue(terms.isOn(LEDGER));
    assertFalse(terms.isOn("demo.omloop.example/west"));
    assertEquals(terms, RequestTerms.parse(terms.toString()));
    assertEquals(54, terms.toString().length());
    assertEquals(Optional.empty(), terms(Optional.empty()).amount());
  }

  @Test
  void areLaidOutAsWritten() {
    RequestTerms terms = terms(Optional.of(Amount.of(1_250)));
    assertEquals(WORKED_OUT, HexFormat.of().formatHex(terms.toBytes()));
    assertEquals(WORKED_OUT_ID, terms.id().text());
    byte[] hash = Sha256.of(terms.toBytes());
    assertEquals(
        HexFormat.of().formatHex(Arrays.copyOf(hash, 16)),
        terms.id().name().toString().replace("-", ""));
    assertEquals(terms.id(), RequestId.read(terms.id().text().toLowerCase(java.util.Locale.ROOT)));
  }

  @Test
  void everyOtherByteMakesAnotherRequest() {
    byte[] bytes = terms(Optional.of(Amount.of(1_250))).toBytes();
    RequestId id = RequestTerms.parse(bytes).id();
    for (int at = 1; at < RequestTerms.BYTES - 7; at++) {
      byte[] other = bytes.clone();
      other[at] ^= 1;
      assertNotEquals(id, RequestTerms.parse(other).id(), "byte " + at);
    }
  }

  @Test
  void otherFormsAreRefused() {
    byte[] bytes = terms(Optional.of(Amount.of(1))).toBytes();
    assertMalformed(new byte[0]);
    assertMalformed(Arrays.copyOf(bytes, 39));
    assertMalformed(Arrays.copyOf(bytes, 41));
    assertMalformed(with(bytes, 0, 2));
    assertMalformed(with(with(bytes, 23, 0), 24, 0)); // no life
    assertMalformed(with(bytes, 33, 0)); // a reference does not begin with a zero
    assertMalformed(with(bytes, 36, ' '));
    assertMalformed(with(bytes, 36, 0x7F));
    assertThrows(IllegalArgumentException.class, () -> RequestTerms.parse("AQ"));
    assertThrows(IllegalArgumentException.class, () -> terms(Optional.of(Amount.of(1L << 32))));
  }

  private static byte[] with(byte[] bytes, int at, int value) {
    byte[] other = bytes.clone();
    other[at] = (byte) value;
    return other;
  }

  private static void assertMalformed(byte[] bytes) {
    assertThrows(IllegalArgumentException.class, () -> RequestTerms.parse(bytes));
  }

  @Test
  void aSignedRequestIsByItsKeyAlone() {
    SignedRequest request = SignedRequest.sign(terms(Optional.of(Amount.of(1))), TILL);
    SignatureVerifier verifier = SignatureVerifier.portable();
    assertEquals(request, SignedRequest.parse(request.toBytes()));
    assertTrue(request.isBy(TILL.publicKey(), verifier));
    byte[] seed = new byte[SigningKey.SEED_BYTES];
    seed[0] = 1;
    assertFalse(request.isBy(SigningKey.fromSeed(seed).publicKey(), verifier));
    for (int at = 13; at < SignedRequest.BYTES; at++) {
      byte[] forged = with(request.toBytes(), at, request.toBytes()[at] ^ 0x20);
      if (isWellFormed(forged)) {
        assertFalse(SignedRequest.parse(forged).isBy(TILL.publicKey(), verifier), "byte " + at);
      }
    }
  }

  private static boolean isWellFormed(byte[] bytes) {
    try {
      SignedRequest.parse(bytes);
      return true;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
