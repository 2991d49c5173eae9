package org.omloop.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFolderTest {
  private static final Path OF_THE_MACHINE = Path.of("/var/lib/omloop-demo");

  @TempDir
  private Path folder;

  @Test
  void aDemoOfAnOrdinaryUserStaysWhereItIsStarted() throws IOException {
    assertEquals(inside("rwx------").resolve("omloop-demo"), started(false));
  }

  @Test
  void aDemoOfRootLeavesAFolderThatOnlyRootMayEnter() throws IOException {
    inside("rwx------");
    assertEquals(OF_THE_MACHINE, started(true));
  }

  @Test
  void aDemoOfRootStaysWhereEverybodyMayPass() throws IOException {
    // The temporary folder itself may lie below one that is closed.
    assumeTrue(LedgerFolder.ofDemo(folder.getParent(), true).startsWith(folder.getParent()));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertEquals(inside("rwxr-xr-x").resolve("omloop-demo"), started(true));
  }

  private Path inside(String permissions) throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.setPosixFilePermissions(inside, PosixFilePermissions.fromString(permissions));
    return inside;
  }

  private Path started(boolean isRoot) {
    return LedgerFolder.ofDemo(folder.resolve("inside"), isRoot);
  }
}
