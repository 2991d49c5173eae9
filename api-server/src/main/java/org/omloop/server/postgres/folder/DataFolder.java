package org.omloop.server.postgres.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.address.Password;

/**
 * A server's data folder, opened and locked: while this object is open no other process has the folder open.
 *
 * <pre>
 * DIR/omloop.lock   locked while a server runs; holds its process id
 * DIR/format        number of this layout
 * DIR/passwords/    one file a database role, readable by the server's user only
 * DIR/postgres/     the embedded database
 * </pre>
 *
 * <p>Thread-safe. The lock goes with the process, however it ends.
 */
public final class DataFolder implements AutoCloseable {
  private static final int FORMAT = 1;

  private final Path path;
  private final FolderLock lock;

  private DataFolder(Path path, FolderLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens the folder, and makes it if it is not there.
   *
   * @throws DatabaseUnavailable if it cannot be made, read or written, another process has it open, or a newer omloop
   *     made it
   */
  public static DataFolder open(Path path) {
    try {
      Path folder = OwnerOnly.createFolders(path.toAbsolutePath().normalize()).toRealPath();
      FolderLock lock = FolderLock.take(folder);
      try {
        checkFormat(folder);
      } catch (IOException | DatabaseUnavailable e) {
        lock.close();
        throw e;
      }
      return new DataFolder(folder, lock);
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "data folder " + path + " cannot be used: " + reason(e) + "; choose another with --data",
          e);
    }
  }

  /** The folder's absolute path, without symbolic links. */
  public Path path() {
    return path;
  }

  /** The password kept under this name, or empty when none is. */
  public Optional<Password> password(String name) {
    return new PasswordFiles(path).read(name);
  }

  /** The password kept under this name; a new one is generated and kept when there is none. */
  public Password passwordOrNew(String name) {
    return password(name).orElseGet(() -> keep(name, Password.generate()));
  }

  private Password keep(String name, Password password) {
    try {
      new PasswordFiles(path).write(name, password);
      return password;
    } catch (IOException e) {
      throw new DatabaseUnavailable("data folder " + path + " cannot be written: " + reason(e), e);
    }
  }

  /** Tells whether a server has ever used this folder. */
  public static boolean isOne(Path path) {
    return Files.exists(path.resolve("format"));
  }

  private static void checkFormat(Path folder) throws IOException {
    Path file = folder.resolve("format");
    if (!Files.exists(file)) {
      OwnerOnly.write(file, FORMAT + "\n");
      return;
    }
    String format = Files.readString(file).strip();
    if (!format.matches("\\d{1,9}")) {
      throw new DatabaseUnavailable(
          "data folder " + folder + " is damaged: " + file + " holds no number; restore a backup");
    }
    if (Integer.parseInt(format) > FORMAT) {
      throw new DatabaseUnavailable("data folder " + folder + " was made by a newer omloop (format "
          + format + ", this one knows " + FORMAT + "); install that version");
    }
  }

  /** What went wrong, in words; the JDK's messages for the common cases are bare file names. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof FileAlreadyExistsException existing) {
      return existing.getFile() + " is not a folder";
    }
    if (e instanceof FileSystemException failed && failed.getReason() != null) {
      return failed.getReason() + " (" + failed.getFile() + ")";
    }
    return String.valueOf(e.getMessage());
  }

  /** Lets the next process in. */
  @Override
  public void close() {
    lock.close();
  }
}
