package org.omloop.server.postgres.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.address.Password;

/**
 * The passwords of the database roles: one file each, readable by the server's user only. They may be read while a
 * server has the folder locked.
 *
 * @param folder the data folder
 */
public record PasswordFiles(Path folder) {
  /** The password kept under this name, or empty when none is. */
  public Optional<Password> read(String name) {
    Path file = file(name);
    try {
      return Files.exists(file)
          ? Optional.of(new Password(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new DatabaseUnavailable(
          "password file " + file + " cannot be read; restore it from a backup", e);
    }
  }

  void write(String name, Password password) throws IOException {
    OwnerOnly.createFolders(folder.resolve("passwords"));
    OwnerOnly.write(file(name), password.reveal() + "\n");
  }

  private Path file(String name) {
    return folder.resolve("passwords").resolve(name);
  }
}
