package org.omloop.server.bank;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.omloop.ledger.signing.SigningKey;

/** What is sealed for one place opens at no other. */
class VaultTest {
  private static final byte[] TEXT = "who paid".getBytes(StandardCharsets.UTF_8);
  private static final String PLACE = "bank_line.sealed one";
  private static final String ELSEWHERE = "bank_line.sealed two";

  private final SigningKey server = SigningKey.generate(new SecureRandom());
  private final Vault vault = new Vault(server);

  @Test
  void opensWhereItWasSealedFor() {
    assertArrayEquals(TEXT, vault.open(vault.seal(TEXT, PLACE), PLACE));
  }

  @Test
  void opensNowhereElse() {
    byte[] sealed = vault.seal(TEXT, PLACE);
    assertThrows(IllegalStateException.class, () -> vault.open(sealed, ELSEWHERE));
    assertThrows(IllegalStateException.class, () -> vault.open(sealed, ""));
  }

  @Test
  void opensNothingThatChangedOrIsAnotherServers() {
    byte[] sealed = vault.seal(TEXT, PLACE);
    Vault other = new Vault(SigningKey.generate(new SecureRandom()));
    assertThrows(IllegalStateException.class, () -> other.open(sealed, PLACE));
    sealed[sealed.length - 1] ^= 1;
    assertThrows(IllegalStateException.class, () -> vault.open(sealed, PLACE));
    assertThrows(IllegalStateException.class, () -> vault.open(new byte[3], PLACE));
  }

  @Test
  void opensWhatWasSealedBeforeSealsHadPlaces() throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(server.exportSeed(), "HmacSHA256"));
    byte[] key = mac.doFinal("omloop bank seal\1".getBytes(StandardCharsets.UTF_8));
    byte[] old = new byte[12 + TEXT.length + 16];
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, new byte[12]));
    cipher.doFinal(TEXT, 0, TEXT.length, old, 12);
    assertArrayEquals(TEXT, vault.open(old, PLACE));
  }
}
