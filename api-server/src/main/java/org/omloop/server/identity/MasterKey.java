package org.omloop.server.identity;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.omloop.ledger.signing.Base64Url;

/**
 * The key outside the database that opens each person's own: 256 random bits in the file {@code identity.key}, readable
 * by its owner alone. Two keys are derived from it in the manner of HKDF's second step (RFC 5869): one wraps, one makes
 * blind indexes. Immutable and thread-safe.
 */
public final class MasterKey {
  private static final String FILE = "identity.key";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final DataKey wrapping;
  private final SecretKeySpec indexing;

  private MasterKey(byte[] secret) {
    this.wrapping = new DataKey(hmac(new SecretKeySpec(secret, ALGORITHM), "omloop wrapping\1"));
    this.indexing = new SecretKeySpec(
        hmac(new SecretKeySpec(secret, ALGORITHM), "omloop blind index\1"), ALGORITHM);
  }

  /**
   * Reads the key in a folder, or makes it.
   *
   * @param mayCreate whether nothing has been encrypted with it yet
   * @throws MasterKeyMissing if it is not there and may not be made, or cannot be read
   */
  public static MasterKey in(Path folder, boolean mayCreate) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        if (!mayCreate) {
          throw new MasterKeyMissing(file + " is missing: without it nobody can read who the"
              + " members are. Restore it from your backup of the keys");
        }
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        write(file, Base64Url.encode(secret) + "\n");
      }
      return new MasterKey(secret(file));
    } catch (IOException e) {
      throw new MasterKeyMissing("cannot use the key file " + file + ": " + e.getMessage(), e);
    }
  }

  private static byte[] secret(Path file) throws IOException {
    try {
      byte[] secret =
          Base64Url.decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
      if (secret.length == BYTES) {
        return secret;
      }
    } catch (IllegalArgumentException e) {
      throw new MasterKeyMissing(file + " does not hold a key: restore it from your backup", e);
    }
    throw new MasterKeyMissing(file + " does not hold a key: restore it from your backup");
  }

  private static void write(Path file, String text) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path beside = folder.resolve(FILE + ".new"); // a key that is half there is worse than none
    Files.deleteIfExists(beside);
    try (FileChannel channel = open(beside)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    force(folder);
  }

  private static FileChannel open(Path file) throws IOException {
    Set<StandardOpenOption> isNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    FileAttribute<?> own =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      return FileChannel.open(file, isNew, own);
    } catch (UnsupportedOperationException e) {
      return FileChannel.open(file, isNew); // Windows: the folder's own permissions must do
    }
  }

  /** A name is on the disk when its folder is. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders, and needs this not.
    }
  }

  /**
   * Tries the key on somebody who is kept, so that no second key gets mixed with the first.
   *
   * @throws MasterKeyMissing if it is not the key that this person was kept with
   */
  public void requireOpens(KeptPerson kept) {
    try {
      unwrap(kept.wrappedKey(), kept.id());
    } catch (IllegalStateException e) {
      throw new MasterKeyMissing(
          FILE + " is not the key that the members were kept with: restore that one from your"
              + " backup of the keys",
          e);
    }
  }

  /** Encrypts a person's key. */
  Buffer wrap(DataKey key, String person) {
    return wrapping.seal(key.text(), "key " + person);
  }

  /**
   * Opens a person's key.
   *
   * @throws IllegalStateException if it was wrapped by another master key or for another person
   */
  DataKey unwrap(Buffer wrapped, String person) {
    return new DataKey(Base64Url.decode(wrapping.open(wrapped, "key " + person)));
  }

  /** Returns what a value of a field is found by: the same for the same value, and of no use without this key. */
  Buffer index(String field, String value) {
    return Buffer.buffer(hmac(indexing, field + "\0" + value));
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "MasterKey[hidden]";
  }
}
