package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.server.webhooks.Network;
import org.omloop.server.webhooks.WebhookSettings;

/** The example for webshops does what it says, run as a reader of docs/webshops.md would. */
class WebshopExampleIT {
  private static final Path EXAMPLE = Path.of("..", "docs", "examples", "Webshop.java");

  @Test
  void aWebshopIsToldThatItWasPaid(@TempDir Path data, @TempDir Path shop) throws Exception {
    Path authorities;
    try (Receiver certified = Receiver.start(shop)) { // makes a certificate for localhost
      authorities = certified.authorities();
    }
    WebhookSettings settings = new WebhookSettings(
        List.of(Network.parse("127.0.0.0/8"), Network.parse("::1/128")), Optional.of(authorities));
    try (RunningCircuit circuit =
        RunningCircuit.start(RunningCircuit.config(data).with(settings))) {
      Process program = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              EXAMPLE.toString(),
              properties(circuit, shop).toString(),
              "1250",
              "order-2026-17")
          .redirectErrorStream(true)
          .start();
      try (BufferedReader said = new BufferedReader(
          new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
        RequestTerms terms = RequestTerms.parse(line(said, "request ").split(" ")[2]);
        Order pay = new Order.Pay(
            RunningCircuit.terms(),
            RunningCircuit.ANNA,
            RunningCircuit.BAKERY,
            Amount.of(1_250),
            Optional.of(terms),
            Optional.empty());
        HttpResponse<String> paid =
            circuit.post("/v1/payments", RunningCircuit.sign(pay, circuit.anna));
        assertEquals(201, paid.statusCode(), paid.body());
        long entry = new JsonObject(paid.body()).getLong("index");
        assertEquals("paid 1250 in entry " + entry + " for order-2026-17", line(said, "paid "));
        assertEquals(0, program.onExit().join().exitValue());
      } finally {
        program.destroyForcibly();
      }
    }
  }

  private static String line(BufferedReader said, String beginning) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.startsWith(beginning)) {
        return line;
      }
    }
    throw new AssertionError("the program did not say " + beginning + "but " + all);
  }

  private static Path properties(RunningCircuit circuit, Path shop) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String seed = HexFormat.of().formatHex(circuit.baker.exportSeed());
    Properties properties = new Properties();
    properties.setProperty("server", circuit.server.address());
    properties.setProperty("ledger", RunningCircuit.ORIGIN);
    properties.setProperty("account", RunningCircuit.BAKERY.value());
    properties.setProperty(
        "privateKey",
        Base64.getEncoder()
            .encodeToString(HexFormat.of().parseHex("302e020100300506032b657004220420" + seed)));
    properties.setProperty("publicKey", circuit.baker.publicKey().toString());
    properties.setProperty("webhook", "https://localhost:" + port + "/paid");
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("keystore", shop.resolve("shop.p12").toString());
    properties.setProperty("password", "changeit");
    Path file = shop.resolve("webshop.properties");
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, "");
    }
    assertTrue(Files.exists(EXAMPLE));
    return file;
  }
}
