package org.omloop.server.bank;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.SigningKey;

/**
 * Seals what banks tell of payers before it goes into the database: AES-256-GCM under a key that follows from the server's
 * own and lies outside the database. Thread-safe.
 */
public final class Vault {
  private static final String MAC = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec sealing;
  private final SecretKeySpec index;
  private final SecureRandom random = new SecureRandom();

  /** Derives its keys, in the manner of HKDF's second step (RFC 5869). */
  public Vault(SigningKey server) {
    SecretKeySpec from = new SecretKeySpec(server.exportSeed(), MAC);
    this.sealing = new SecretKeySpec(hmac(from, "omloop bank seal\1"), "AES");
    this.index = new SecretKeySpec(hmac(from, "omloop bank index\1"), MAC);
  }

  /** Returns bytes that only this server reads: a nonce, then what was sealed. */
  public byte[] seal(byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, plain, 0, plain.length);
    byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
    return all;
  }

  /**
   * Returns what was sealed.
   *
   * @throws IllegalStateException if it was sealed under another key, or changed
   */
  public byte[] open(byte[] sealed) {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    return crypt(Cipher.DECRYPT_MODE, nonce, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
  }

  /** Returns what an account number is found by, without telling which it is. */
  public String index(Iban iban) {
    return Base64Url.encode(hmac(index, iban.text()));
  }

  private byte[] crypt(int mode, byte[] nonce, byte[] text, int from, int length) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text, from, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealed under another key, or changed", e);
    }
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Vault[hidden]";
  }
}
