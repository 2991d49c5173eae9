package org.omloop.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that is gone when the command ends. */
record TemporaryFolder(Path path) implements AutoCloseable {
  static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("omloop-"));
    } catch (IOException e) {
      throw new CannotRun("cannot make a temporary folder: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      FileTree.delete(path);
    } catch (IOException e) {
      throw new CannotRun("cannot remove the temporary folder " + path + ": " + e.getMessage(), e);
    }
  }
}
