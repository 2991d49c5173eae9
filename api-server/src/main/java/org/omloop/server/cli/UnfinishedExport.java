package org.omloop.server.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an export writes, beside where it will stand: half an export must never look like a whole one, nor cost an
 * earlier one. Closing removes what was not kept.
 *
 * <p>Confined to one thread.
 */
final class UnfinishedExport implements AutoCloseable {
  private static final String ENDING = ".unfinished";

  /** Something that grows in one place, for another. */
  private record Part(Path growing, Path target) {}

  private final List<Part> parts = new ArrayList<>();

  /** Returns where a folder may grow; its place must be free. */
  Path folder(Path target) throws IOException {
    Path wanted = target.toAbsolutePath().normalize();
    requireFree(wanted);
    try {
      Path parent = Files.createDirectories(wanted.getParent());
      return grow(Files.createTempDirectory(parent, wanted.getFileName() + ENDING), wanted);
    } catch (IOException e) {
      throw cannotWrite(target, e);
    }
  }

  /** Returns where a file may grow; one that stands in its place is replaced when the whole is kept. */
  Path file(Path target) throws IOException {
    Path wanted = target.toAbsolutePath().normalize();
    if (Files.isDirectory(wanted)) {
      throw new CannotRun(target + " is a folder; name a file");
    }
    try {
      return grow(
          Files.createTempFile(wanted.getParent(), wanted.getFileName() + ".", ENDING), wanted);
    } catch (IOException e) {
      throw cannotWrite(target, e);
    }
  }

  /** What failed is a file of a name that nobody knows. */
  private static CannotRun cannotWrite(Path target, IOException cause) {
    return new CannotRun(
        target
            + " cannot be written: the folder it is to stand in is not there, or not yours to write",
        cause);
  }

  private Path grow(Path growing, Path target) {
    parts.add(new Part(growing, target));
    return growing;
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

  /** Puts everything in its place. */
  void keep() throws IOException {
    for (Part each : parts) {
      if (Files.isDirectory(each.growing())) {
        makeRoom(each.target());
        Files.move(each.growing(), each.target());
      } else {
        Files.move(each.growing(), each.target(), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void makeRoom(Path target) throws IOException {
    try {
      Files.deleteIfExists(target);
    } catch (DirectoryNotEmptyException e) {
      throw new CannotRun(target + " has been filled meanwhile; name a new folder with --out", e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Part each : parts) {
      FileTree.delete(each.growing());
    }
  }
}
