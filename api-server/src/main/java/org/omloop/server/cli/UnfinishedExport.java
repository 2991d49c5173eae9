package org.omloop.server.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder an export is written to, beside where it will stand: half an export must never look like a whole one.
 * Closing it removes what was not kept.
 *
 * @param target where it will stand; empty when no folder was asked for
 * @param folder where it grows
 */
record UnfinishedExport(Optional<Path> target, Optional<Path> folder) implements AutoCloseable {
  static UnfinishedExport of(Optional<Path> target) throws IOException {
    if (target.isEmpty()) {
      return new UnfinishedExport(target, Optional.empty());
    }
    Path wanted = target.get().toAbsolutePath().normalize();
    requireFree(wanted);
    Path beside = wanted.resolveSibling(wanted.getFileName() + ".unfinished");
    Files.createDirectories(beside.getParent());
    FileTree.delete(beside);
    Files.createDirectory(beside);
    return new UnfinishedExport(Optional.of(wanted), Optional.of(beside));
  }

  private static void requireFree(Path wanted) throws IOException {
    if (wanted.getFileName() == null || Files.exists(wanted) && !isEmptyFolder(wanted)) {
      throw new CannotRun(wanted + " is already there; name a new folder with --out");
    }
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }

  /** Puts the whole export in its place. */
  void keep() throws IOException {
    if (target.isPresent()) {
      try {
        Files.deleteIfExists(target.get());
      } catch (DirectoryNotEmptyException e) {
        throw new CannotRun(
            target.get() + " has been filled meanwhile; name a new folder with --out", e);
      }
      Files.move(folder.orElseThrow(), target.get());
    }
  }

  @Override
  public void close() throws IOException {
    if (folder.isPresent()) {
      FileTree.delete(folder.get());
    }
  }
}
