package org.omloop.server.identity;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.omloop.ledger.signing.Base64Url;

/**
 * One person's key: AES-256-GCM with a random nonce of 96 bits before what it encrypts (NIST SP 800-38D). What is
 * encrypted for one place opens at no other. Immutable and thread-safe.
 */
final class DataKey {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final byte[] key;

  DataKey(byte[] key) {
    this.key = key.clone();
  }

  static DataKey generate(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return new DataKey(key);
  }

  /** Returns the key itself, for wrapping. */
  String text() {
    return Base64Url.encode(key);
  }

  /** Encrypts a text for a place, such as {@code dossier} and whose. */
  Buffer seal(String text, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    return Buffer.buffer(nonce)
        .appendBytes(run(Cipher.ENCRYPT_MODE, nonce, place, text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Decrypts.
   *
   * @throws IllegalStateException if it is damaged, or was sealed with another key or for another place
   */
  String open(Buffer sealed, String place) {
    byte[] all = sealed.getBytes();
    byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
    byte[] secret = Arrays.copyOfRange(all, NONCE_BYTES, Math.max(all.length, NONCE_BYTES));
    return new String(run(Cipher.DECRYPT_MODE, nonce, place, secret), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, String place, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("personal data cannot be opened with this key", e);
    }
  }

  @Override
  public String toString() {
    return "DataKey[hidden]";
  }
}
