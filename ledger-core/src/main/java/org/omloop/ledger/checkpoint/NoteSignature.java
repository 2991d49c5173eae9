package org.omloop.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One signature line of a note: who says to have signed, and the signature. It counts for nothing before it has been
 * verified with a known key.
 *
 * @param name of the key
 * @param base64 the key's id, 4 bytes, and the signature, 1 byte or more
 */
public record NoteSignature(String name, String base64) {
  private static final String PREFIX = "— ";

  public NoteSignature {
    KeyName.require(name);
    if (Base64Text.decode(base64).length <= Integer.BYTES) {
      throw new IllegalArgumentException("A signature line has a key id and a signature");
    }
  }

  static NoteSignature of(String name, int keyId, byte[] signature) {
    byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
        .putInt(keyId)
        .put(signature)
        .array();
    return new NoteSignature(name, Base64Text.encode(bytes));
  }

  /** Reads a line without its newline: em dash, space, name, space, base64. */
  static NoteSignature parse(String line) {
    int space = line.indexOf(' ', PREFIX.length());
    if (!line.startsWith(PREFIX) || space < 0) {
      throw new IllegalArgumentException("Not a signature line");
    }
    return new NoteSignature(line.substring(PREFIX.length(), space), line.substring(space + 1));
  }

  /** Which of the keys of that name is meant. */
  public int keyId() {
    return ByteBuffer.wrap(Base64Text.decode(base64)).getInt();
  }

  /** The signature itself, without the key id. */
  public byte[] signature() {
    byte[] bytes = Base64Text.decode(base64);
    return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
  }

  boolean claims(LogPublicKey key) {
    return name.equals(key.name()) && keyId() == key.id();
  }

  String line() {
    return PREFIX + name + " " + base64;
  }
}
