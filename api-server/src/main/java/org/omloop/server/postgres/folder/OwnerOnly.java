package org.omloop.server.postgres.folder;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files and folders that their owner alone may read. Where the file system has no such permissions (Windows), the
 * folder's inherited rights hold, which for a user's own folder come to the same.
 */
public final class OwnerOnly {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private OwnerOnly() {}

  /** Makes the folder and those above it, as far as they are not there; those that are keep their rights. */
  public static Path createFolders(Path folder) throws IOException {
    return Files.createDirectories(folder, only("rwx------"));
  }

  /** Writes whole or not at all: a file cut short by a crash would be worse than none. */
  public static void write(Path file, String text) throws IOException {
    Path fresh =
        Files.createTempFile(file.getParent(), file.getFileName() + ".", ".new", only("rw-------"));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] only(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
