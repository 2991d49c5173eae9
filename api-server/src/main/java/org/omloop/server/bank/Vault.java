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

  /**
   * Returns bytes that only this server reads: a nonce, then what was sealed.
   *
   * @param place where they are kept: table, column and the row's key; they open at no other
   */
  public byte[] seal(byte[] plain, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed;
    try {
      sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES in GCM", e);
    }
    byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
    return all;
  }

  /**
   * Returns what was sealed for a place, or before seals were for places.
   *
   * @throws IllegalStateException if it was sealed under another key or for another place, or changed
   */
  public byte[] open(byte[] sealed, String place) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new IllegalStateException("too short to have been sealed");
    }
    try {
      return open(sealed, cipher(Cipher.DECRYPT_MODE, nonce(sealed), place));
    } catch (GeneralSecurityException of) {
      return openOld(sealed);
    }
  }

  /** What was sealed for a place has a tag over that place's name, so it never opens here. */
  private byte[] openOld(byte[] sealed) {
    try {
      return open(sealed, cipher(Cipher.DECRYPT_MODE, nonce(sealed), ""));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "sealed under another key or for another place, or changed", e);
    }
  }

  private static byte[] nonce(byte[] sealed) {
    return Arrays.copyOf(sealed, NONCE_BYTES);
  }

  private static byte[] open(byte[] sealed, Cipher cipher) throws GeneralSecurityException {
    return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
  }

  /** Returns the place of a whole file, by its hash as the table has it. */
  public static String placeOfFile(String hash) {
    return "bank_file.sealed " + hash;
  }

  /** Returns what an account number is found by, without telling which it is. */
  public String index(Iban iban) {
    return Base64Url.encode(hmac(index, iban.text()));
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
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
