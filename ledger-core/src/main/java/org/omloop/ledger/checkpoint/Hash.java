package org.omloop.ledger.checkpoint;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A SHA-256 hash in the Merkle tree: of a leaf, or of the two halves below a node. The two are told apart by their
 * first byte, so that no leaf can pose as a node (RFC 6962 §2.1).
 */
public final class Hash {
  /** Length of a hash, in bytes. */
  public static final int BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;
  private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Hash::sha256);

  /** The root of the tree without leaves: the hash of nothing. */
  public static final Hash EMPTY_ROOT = new Hash(sha256().digest());

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The hash that these bytes are: 32 of them, else {@link IllegalArgumentException}. */
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A hash has 32 bytes");
    }
    return new Hash(bytes.clone());
  }

  /** The hash that stands at an offset, as in the data of a tile. */
  static Hash at(byte[] bytes, int offset) {
    return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
  }

  /** Reads the 44 base64 characters of a hash; throws {@link IllegalArgumentException} for any other text. */
  public static Hash parse(String text) {
    return of(Base64Text.decode(text));
  }

  /** The hash of a leaf: of 0x00 and its bytes. */
  public static Hash leaf(byte[] entry) {
    MessageDigest digest = SHA256.get();
    digest.update(LEAF);
    digest.update(entry);
    return new Hash(digest.digest());
  }

  /** The hash of a node: of 0x01 and its two halves. */
  public static Hash node(Hash left, Hash right) {
    MessageDigest digest = SHA256.get();
    digest.update(NODE);
    digest.update(left.bytes);
    digest.update(right.bytes);
    return new Hash(digest.digest());
  }

  /** The 32 bytes, a copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Appends the 32 bytes, as in the data of a tile. */
  public void writeTo(ByteBuffer buffer) {
    buffer.put(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    // The first bytes of a hash are as good as any hash of it.
    return ByteBuffer.wrap(bytes).getInt();
  }

  /** The hash in base64, as checkpoints and receipts write it; {@link #parse} reads it. */
  @Override
  public String toString() {
    return Base64Text.encode(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }
}
