package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.Server;
import org.omloop.server.ServerConfig;
import org.omloop.server.areas.Areas;
import org.omloop.server.payouts.FileForm;

/** Limits of one network address, where a proxy says whose address it is. */
class BehindProxyIT {
  private static final int CALLS = 40;

  @TempDir
  static Path data;

  @Test
  void eachCallerHasALimitOfTheirOwnWhateverTheySend() throws Exception {
    JsonObject settings = new JsonObject()
        .put("origin", "test.omloop.example/proxy")
        .put("name", "Kring Proef")
        .put(
            "operators",
            new JsonArray()
                .add(new JsonObject()
                    .put("holder", "chair")
                    .put("label", "desk")
                    .put("rights", new JsonArray().add("operate"))))
        .put("settings", new JsonObject());
    HttpSettings limited = new HttpSettings(Set.of(), true, 2, 0, 8, Areas.NONE, FileForm.V09);
    try (Server server = Server.start(
        ServerConfig.in(data).at("127.0.0.1", 0).with(limited).founding(settings), end -> {})) {
      assertEquals(0, tooMany(server, call -> "203.0.113." + call), "many callers");
      assertTrue(tooMany(server, call -> "198.51.100.1") > 0, "one caller");
      assertTrue(
          tooMany(server, call -> "203.0.113." + call + ", 198.51.100.2") > 0,
          "one caller who sends addresses of others");
    }
  }

  private static long tooMany(Server server, IntFunction<String> forwardedFor) {
    return IntStream.range(0, CALLS)
        .filter(call -> status(server, forwardedFor.apply(call)) == 429)
        .count();
  }

  private static int status(Server server, String forwardedFor) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/v1/currency"))
        .header("X-Forwarded-For", forwardedFor)
        .build();
    try {
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
