package org.omloop.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.folder.DataFolder;

/**
 * Where a demo keeps its ledger when nobody says where: in {@code omloop-demo}, which each demo begins anew, so that
 * there is something to export and verify afterwards; in a temporary folder where that cannot be had.
 *
 * @param temporary what is removed when the demo ends
 */
record DemoFolder(Path path, Optional<TemporaryFolder> temporary) implements AutoCloseable {
  /** Tells a demo's folder from everybody else's: only with this file in it is one emptied. */
  private static final String MARK = "demo";

  static DemoFolder open() {
    return begunAnew(LedgerFolder.DEMO.toAbsolutePath())
        .map(path -> new DemoFolder(path, Optional.empty()))
        .orElseGet(() -> {
          TemporaryFolder folder = TemporaryFolder.create();
          return new DemoFolder(folder.path(), Optional.of(folder));
        });
  }

  private static Optional<Path> begunAnew(Path folder) {
    try {
      if (!isReachable(folder) || Files.exists(folder) && !isFreeToEmpty(folder)) {
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

  /** PostgreSQL may have to run as another user than root, who cannot pass through root's own folders. */
  private static boolean isReachable(Path folder) throws IOException {
    if (!System.getProperty("user.name").equals("root")) {
      return true;
    }
    for (Path above = folder.getParent(); above != null; above = above.getParent()) {
      if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    temporary.ifPresent(TemporaryFolder::close);
  }
}
