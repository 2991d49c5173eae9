package org.omloop.server.founding;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.SigningKey;

/**
 * The server's two keys: one signs the log's checkpoints, one what the server books itself. Each is a file with the
 * seed in base64url, readable by its owner alone.
 */
public record ServerKeys(SigningKey log, SigningKey server) {
  private static final String LOG = "log.key";
  private static final String SERVER = "server.key";

  /** Reads the keys in a folder, or makes them when there are none; a ledger that has begun must have them. */
  public static ServerKeys in(Path folder, boolean mayCreate) {
    return new ServerKeys(
        key(folder.resolve(LOG), mayCreate), key(folder.resolve(SERVER), mayCreate));
  }

  private static SigningKey key(Path file, boolean mayCreate) {
    try {
      if (Files.exists(file)) {
        return read(file);
      }
      if (!mayCreate) {
        throw new FoundingFailed(file + " is missing: this ledger was signed with it."
            + " Restore it from your backup of the keys");
      }
      SigningKey fresh = SigningKey.generate(new SecureRandom());
      write(file, fresh);
      return fresh;
    } catch (IOException e) {
      throw new FoundingFailed("cannot use the key file " + file + ": " + e.getMessage(), e);
    }
  }

  private static SigningKey read(Path file) throws IOException {
    try {
      return SigningKey.fromSeed(
          Base64Url.decode(Files.readString(file, StandardCharsets.US_ASCII).strip()));
    } catch (IllegalArgumentException e) {
      throw new FoundingFailed(file + " does not hold a key: restore it from your backup", e);
    }
  }

  private static void write(Path file, SigningKey key) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (UnsupportedOperationException e) {
      Files.createFile(file); // Windows: the folder's own permissions must do
    }
    Files.writeString(
        file, Base64Url.encode(key.exportSeed()) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
  }
}
