package org.omloop.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger is founded once, so the codes with which its operators begin must not get lost. */
class FoundingIT {
  @TempDir
  private Path data;

  @Test
  void aServerThatCannotListenHasFoundedNothing() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CannotListen refused = assertThrows(
          CannotListen.class, () -> start("127.0.0.1", other.getLocalPort()).close());
      assertTrue(refused.getMessage().contains("--port"), refused.getMessage());
    }
    CannotListen nowhere =
        assertThrows(CannotListen.class, () -> start("nowhere.invalid", 0).close());
    assertTrue(nowhere.getMessage().contains("no such host"), nowhere.getMessage());

    try (Server server = start("127.0.0.1", 0)) {
      assertEquals(1, server.codes().size());
      Path file = data.resolve("operator-codes");
      assertTrue(Files.readString(file).contains(server.codes().get(0).code()));
      assertEquals(
          PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    }
    try (Server again = start("127.0.0.1", 0)) {
      assertTrue(again.codes().isEmpty(), "founded once");
    }
    assertFalse(Files.readString(data.resolve("operator-codes")).isEmpty());
  }

  private Server start(String host, int port) {
    JsonObject settings = new JsonObject()
        .put("origin", "test.omloop.example/founding")
        .put("name", "Kring Proef")
        .put(
            "operators",
            new JsonArray()
                .add(new JsonObject()
                    .put("holder", "chair")
                    .put("label", "desk")
                    .put("rights", new JsonArray().add("operate"))))
        .put("settings", new JsonObject());
    return Server.start(ServerConfig.in(data).at(host, port).founding(settings), ended -> {});
  }
}
