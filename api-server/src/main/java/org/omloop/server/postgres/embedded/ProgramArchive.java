package org.omloop.server.postgres.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for one platform, as packed in the libraries: a tar archive compressed with xz. */
final class ProgramArchive {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final int ANY_EXECUTE_BIT = 0111;

  private final URL archive;

  ProgramArchive(URL archive) {
    this.archive = archive;
  }

  /**
   * The folder below {@code cache} with these very programs, unpacked if they are not there yet. A folder by that name
   * is always whole: unpacking happens beside it and ends in a rename, so two processes may do it at once.
   */
  Path unpackedIn(Path cache) throws IOException {
    Path whole = cache.resolve("postgresql-" + fingerprint());
    if (Files.isDirectory(whole)) {
      return whole;
    }
    Path part = Files.createTempDirectory(cache, "unpacking-");
    try {
      unpack(part);
      if (POSIX) {
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      rename(part, whole);
    } finally {
      deleteAll(part);
    }
    return whole;
  }

  /** Tells one version's archive from the next without reading it: its length and, in a jar, its CRC. */
  private String fingerprint() throws IOException {
    URLConnection connection = archive.openConnection();
    // A cached jar would stay open after us, and cannot be closed by us without closing it for
    // others.
    connection.setUseCaches(false);
    long length = connection.getContentLengthLong();
    if (connection instanceof JarURLConnection jar) {
      long checksum = jar.getJarEntry().getCrc();
      jar.getJarFile().close();
      return "%08x-%d".formatted(checksum, length);
    }
    return Long.toString(length);
  }

  private void unpack(Path target) throws IOException {
    try (InputStream bytes = new BufferedInputStream(archive.openStream(), 1 << 16);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(entry, tar, target);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("the archive reaches outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    if (POSIX) {
      boolean runs = (entry.getMode() & ANY_EXECUTE_BIT) != 0;
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static void rename(Path part, Path whole) throws IOException {
    try {
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(whole)) { // else another process was first, with the same content
        throw e;
      }
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ProgramArchive::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
