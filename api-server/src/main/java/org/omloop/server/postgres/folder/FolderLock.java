package org.omloop.server.postgres.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.omloop.server.postgres.address.DatabaseUnavailable;

/**
 * The lock on a data folder. The operating system holds it for this process and drops it when the process ends, even by
 * kill -9, so no stale lock can remain; the process id in the file is there for the message only.
 */
final class FolderLock implements AutoCloseable {
  /** Far behind the text: Windows keeps others from reading what is locked. */
  private static final long LOCKED_BYTE = 1L << 40;

  /**
   * The folders this process has locked. POSIX locks belong to the process, and closing any channel on the file drops
   * them, so a second channel must never be opened.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Locks a folder.
   *
   * @param folder the real path: two names of one folder must not pass for two folders
   */
  static FolderLock take(Path folder) throws IOException {
    long self = ProcessHandle.current().pid();
    if (!HELD.add(folder)) {
      throw inUse(folder, Long.toString(self));
    }
    try {
      return new FolderLock(folder, locked(folder, self));
    } catch (IOException | DatabaseUnavailable e) {
      HELD.remove(folder);
      throw e;
    }
  }

  private static FileChannel locked(Path folder, long self) throws IOException {
    Path file = folder.resolve("omloop.lock");
    FileChannel channel = FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
      channel.close();
      throw inUse(folder, Files.readString(file).strip());
    }
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((self + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
    return channel;
  }

  private static DatabaseUnavailable inUse(Path folder, String process) {
    return new DatabaseUnavailable(
        "data folder " + folder + " is in use by process " + process + "; stop it first");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("the lock on " + folder + " could not be let go", e);
    } finally {
      HELD.remove(folder);
    }
  }
}
