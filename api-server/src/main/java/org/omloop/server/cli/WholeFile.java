package org.omloop.server.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Writes a file that is whole or not there: beside what stood there, which it then replaces. So a full disk leaves the old
 * one as it was. What is no plain file, such as {@code /dev/stdout}, is written to directly.
 */
final class WholeFile {
  private WholeFile() {}

  /**
   * Writes it over what stood there, under its permissions.
   *
   * @throws IOException when it could not be written; what stood there still does
   */
  static void write(Path file, byte[] content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "it is a folder");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.write(file, content);
      return;
    }
    Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path beside = place.resolveSibling(
        "." + place.getFileName() + "." + ProcessHandle.current().pid());
    try {
      writeNew(beside, place, content);
      Files.move(
          beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** A disk that is full may say so only when it has to have everything. */
  private static void writeNew(Path beside, Path place, byte[] content) throws IOException {
    Files.deleteIfExists(beside);
    try (FileChannel channel =
        FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      keepPermissions(place, beside);
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** What was for few eyes stays so; where there are no such permissions, as on Windows, there is nothing to keep. */
  private static void keepPermissions(Path place, Path beside) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(beside, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null && Files.exists(place)) {
      view.setPermissions(Files.getPosixFilePermissions(place));
    }
  }
}
