package org.omloop.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.folder.DataFolder;

/**
 * Where a demo keeps its ledger when nobody says where: in a folder of its own, which each demo begins anew, so that
 * there is something to export and verify afterwards; in a temporary folder where that cannot be had.
 *
 * @param temporary what is removed when the demo ends
 */
record DemoFolder(Path path, Optional<TemporaryFolder> temporary) implements AutoCloseable {
  /** Tells a demo's folder from everybody else's: only with this file in it is one emptied. */
  private static final String MARK = "demo";

  static DemoFolder open() {
    return begunAnew(LedgerFolder.ofDemo().toAbsolutePath())
        .map(path -> new DemoFolder(path, Optional.empty()))
        .orElseGet(() -> {
          TemporaryFolder folder = TemporaryFolder.create();
          return new DemoFolder(folder.path(), Optional.of(folder));
        });
  }

  private static Optional<Path> begunAnew(Path folder) {
    try {
      if (Files.exists(folder) && !isFreeToEmpty(folder)) {
        return Optional.empty();
      }
      FileTree.delete(folder);
      Files.createDirectory(folder);
      Files.createFile(folder.resolve(MARK));
      return Optional.of(folder);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A folder that another server has open is locked. */
  private static boolean isFreeToEmpty(Path folder) {
    if (!Files.exists(folder.resolve(MARK))) {
      return false;
    }
    try {
      DataFolder.open(folder).close();
      return true;
    } catch (DatabaseUnavailable inUse) {
      return false;
    }
  }

  @Override
  public void close() {
    temporary.ifPresent(TemporaryFolder::close);
  }
}
