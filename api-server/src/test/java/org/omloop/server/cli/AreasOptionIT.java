package org.omloop.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of areas that cannot be used is said in one line, before anything is started. */
class AreasOptionIT {
  @TempDir
  private Path folder;

  @Test
  void isReadBeforeTheServerStarts() throws IOException {
    assertSays("areas.json is not there");
    Files.writeString(file(), "[]");
    assertSays("is not right: it is not JSON");
    Files.write(file(), new byte[5_000_001]);
    assertSays("is larger than 5 MB");
  }

  private Path file() {
    return folder.resolve("areas.json");
  }

  private void assertSays(String why) {
    CommandRun run =
        CommandRun.of("serve", "--data=" + folder.resolve("data"), "--areas=" + file());
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains(why), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(Files.notExists(folder.resolve("data")));
  }
}
