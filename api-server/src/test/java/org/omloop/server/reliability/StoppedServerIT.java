package org.omloop.server.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is told to stop takes its database with it, whenever that is. */
class StoppedServerIT {
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir
  Path data;

  @Test
  void alsoWhileItStarts() throws InterruptedException {
    Process process = ServerProcess.begin(data);
    Wait.until("database that starts", () -> Files.exists(running()));
    stop(process);
  }

  @Test
  void alsoWhileItAnswers() throws InterruptedException {
    ServerProcess server = ServerProcess.on(data);
    stop(server.process());
  }

  private void stop(Process server) throws InterruptedException {
    server.destroy();
    assertTrue(server.waitFor(60, TimeUnit.SECONDS));
    assertEquals(ENDED_BY_SIGTERM, server.exitValue());
    assertTrue(
        Files.notExists(running()), "PostgreSQL removes this file as the last thing it does");
  }

  private Path running() {
    return data.resolve("postgres/data/postmaster.pid");
  }
}
