package org.omloop.server.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.Tile;

/** An exported journal in a folder on disk. Immutable and thread-safe. */
public record ExportFolder(Path root) implements ExportedFiles {
  /** The longest file there is: an entry bundle of the longest leaves. */
  private static final long LONGEST = Tile.FULL_WIDTH * (2L + Leaf.MOST_BYTES);

  @Override
  public Optional<byte[]> read(String path) {
    Path file = root.resolve(path);
    try {
      boolean readable = Files.isRegularFile(file) && Files.size(file) <= LONGEST;
      return readable ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  @SuppressWarnings("StreamResourceLeak") // the caller closes it
  public Stream<String> below(String folder) {
    Path start = root.resolve(folder);
    try {
      return Files.isDirectory(start)
          ? Files.walk(start).filter(file -> !Files.isDirectory(file)).map(this::name)
          : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(start + " cannot be read: " + e.getMessage(), e);
    }
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }
}
