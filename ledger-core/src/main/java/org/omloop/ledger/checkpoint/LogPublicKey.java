package org.omloop.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.omloop.ledger.signing.PublicKey;
import org.omloop.ledger.signing.SignatureVerifier;

/**
 * The key by which anyone checks what a log signed, together with the log's name (C2SP signed-note, Ed25519).
 *
 * @param name of the log, its origin
 * @param key its public key
 */
public record LogPublicKey(String name, PublicKey key) {
  /** The signature type of plain Ed25519; it is part of the key's text and of its id. */
  static final byte ED25519 = 1;

  public LogPublicKey {
    KeyName.require(name);
  }

  /**
   * Reads a verifier key as Go's {@code note} package writes it.
   *
   * @throws IllegalArgumentException if the text is anything but {@link #text} of some key
   */
  public static LogPublicKey parse(String text) {
    String[] fields = text.split("\\+", 3);
    if (fields.length != 3) {
      throw new IllegalArgumentException("A verifier key is name+id+key");
    }
    byte[] typed = Base64Text.decode(fields[2]);
    if (typed.length != 1 + PublicKey.BYTES || typed[0] != ED25519) {
      throw new IllegalArgumentException("Not an Ed25519 verifier key");
    }
    LogPublicKey key =
        new LogPublicKey(fields[0], PublicKey.enrol(Arrays.copyOfRange(typed, 1, typed.length)));
    if (!key.text().equals(text)) {
      throw new IllegalArgumentException("The id is not that of this name and key");
    }
    return key;
  }

  /** The key as {@code name+id+key}: the id as 8 hexadecimal digits, type and key in base64. */
  public String text() {
    return name + "+" + HexFormat.of().toHexDigits(id()) + "+" + Base64Text.encode(typed());
  }

  /** The first four bytes of SHA-256 over name, newline, type and key: a hint, never a proof. */
  public int id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      digest.update(typed());
      return ByteBuffer.wrap(digest.digest()).getInt();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }

  // One signature a checkpoint is few, and who checks a receipt need not load native code for it.
  boolean hasSigned(String text, NoteSignature signature) {
    return SignatureVerifier.portable()
        .isValid(key, text.getBytes(StandardCharsets.UTF_8), signature.signature());
  }

  private byte[] typed() {
    byte[] typed = new byte[1 + PublicKey.BYTES];
    typed[0] = ED25519;
    System.arraycopy(key.toBytes(), 0, typed, 1, PublicKey.BYTES);
    return typed;
  }

  @Override
  public String toString() {
    return text();
  }
}
