package org.omloop.server.audit;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of an exported journal, in the layout that {@code .ci/go/checklog.go} documents. Thread-safe.
 */
public interface ExportedFiles {
  /**
   * Returns a file's bytes; empty when there is no such file, or it is longer than anything that belongs there.
   *
   * @param path relative, with slashes
   * @throws java.io.UncheckedIOException when it is there and cannot be read
   */
  Optional<byte[]> read(String path);

  /** Returns the paths of all files below a folder, in any order; to be closed. */
  Stream<String> below(String folder);
}
