package org.omloop.server.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the bank's files lie in {@code done/} of a watched folder. They name who paid and are not encrypted, and what was
 * taken in is kept, sealed, by the server itself; of what was refused there is no other copy.
 */
final class FolderTerm {
  private static final Logger LOG = LoggerFactory.getLogger(FolderTerm.class);
  private static final Duration TERM = Duration.ofDays(30);

  private FolderTerm() {}

  /** Says of a file that it was put there now: the bank may have written it long before. Only its owner may say so. */
  static void begin(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.debug("{} keeps the time that the bank gave it: {}", file, e.toString());
    }
  }

  /** Deletes what has lain in a folder for its term; one that cannot be deleted keeps no other. Blocks. */
  static void end(Path folder, Instant now) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> end(file, now.minus(TERM).toEpochMilli()));
    }
  }

  private static void end(Path file, long before) {
    try {
      if (Files.getLastModifiedTime(file).toMillis() < before) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("{} has reached its term and cannot be deleted: {}", file, e.toString());
    }
  }
}
