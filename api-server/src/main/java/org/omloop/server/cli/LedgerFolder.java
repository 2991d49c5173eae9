package org.omloop.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.omloop.server.postgres.folder.DataFolder;

/** Which data folder a command means that reads a ledger. */
final class LedgerFolder {
  /** Where {@code serve} keeps its ledger when nothing else is said. */
  static final Path SERVED = Path.of("omloop-data");

  /** Where the last {@code demo} in this folder kept its ledger. */
  static final Path DEMO = Path.of("omloop-demo");

  private LedgerFolder() {}

  /** Returns the folder that was asked for; else the server's, or the last demo's where there is no other. */
  static Path of(Optional<Path> asked) {
    return asked.orElseGet(() -> !Files.exists(SERVED) && DataFolder.isOne(DEMO) ? DEMO : SERVED);
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
