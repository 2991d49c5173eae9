package org.omloop.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import org.omloop.server.postgres.folder.DataFolder;

/** Which data folder a command means that reads a ledger. */
final class LedgerFolder {
  /** Where {@code serve} keeps its ledger when nothing else is said. */
  static final Path SERVED = Path.of("omloop-data");

  private static final Path DEMO = Path.of("omloop-demo");

  private LedgerFolder() {}

  /** Where {@code demo} keeps its ledger when nothing else is said. */
  static Path ofDemo() {
    return ofDemo(Path.of(""), System.getProperty("user.name").equals("root"));
  }

  /**
   * Where a demo that is started in this folder keeps its ledger. PostgreSQL may have to run as another user than root,
   * who cannot pass through root's own folders: below those it is the machine's folder for such things.
   */
  static Path ofDemo(Path startedIn, boolean isRoot) {
    return isRoot && !isOpenToAll(startedIn)
        ? Path.of("/var/lib").resolve(DEMO)
        : startedIn.resolve(DEMO);
  }

  private static boolean isOpenToAll(Path folder) {
    try {
      for (Path each = folder.toRealPath(); each != null; each = each.getParent()) {
        if (!Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the folder that was asked for; else the server's, or the last demo's where there is no other. */
  static Path of(Optional<Path> asked) {
    return asked.orElseGet(
        () -> !Files.exists(SERVED) && DataFolder.isOne(ofDemo()) ? ofDemo() : SERVED);
  }

  /** Returns that folder; it must hold a ledger. */
  static Path existing(Optional<Path> asked) {
    Path folder = of(asked);
    if (!DataFolder.isOne(folder)) {
      throw new CannotRun(
          "there is no ledger in " + folder + "; name the data folder of a server with --data DIR");
    }
    return folder;
  }
}
