package org.omloop.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole year through the real server. The command itself fails where the figures are not those of the plan. */
class DemoYearIT {
  @TempDir
  private Path folder;

  @Test
  void theServersFiguresAreThosePlanned() throws IOException {
    assumeTrue(Boolean.getBoolean("omloop.long"), "SKIPPED: a year takes long (mvn verify -Plong)");
    Path json = folder.resolve("figures.json");
    CommandRun demo = CommandRun.of(
        "demo",
        "--days=365",
        "--exit",
        "--port=0",
        "--data=" + folder.resolve("data"),
        "--json=" + json);
    assertEquals(0, demo.exitCode(), demo.err());
    JsonObject figures = new JsonObject(Files.readString(json));
    assertEquals(750, figures.getLong("members"));
    assertEquals(126, figures.getLong("organisations"));
    assertTrue(figures.getLong("entries") > 80_000, figures.encode());
  }
}
