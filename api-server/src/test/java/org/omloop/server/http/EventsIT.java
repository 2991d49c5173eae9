package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.signing.SigningKey;

/** A till hears of every entry about its account, once and in order, also after a cut. */
@Timeout(60)
class EventsIT {
  @TempDir
  static Path data;

  private static RunningCircuit circuit;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  /** One event: its name, its id where it has one, its data. */
  private record Event(String name, String id, JsonObject data) {}

  private static final class Stream implements AutoCloseable {
    private final BufferedReader lines;

    Stream(HttpRequest.Builder request) throws IOException, InterruptedException {
      HttpResponse<java.io.InputStream> answer =
          circuit.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertEquals(200, answer.statusCode());
      lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    Event next() throws IOException {
      String name = "";
      String id = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("data: ")) {
          return new Event(name, id, new JsonObject(line.substring(6)));
        }
      }
      throw new IOException("the stream has ended");
    }

    Event nextEntry() throws IOException {
      Event event = next();
      while (event.name().equals("ping")) {
        event = next();
      }
      return event;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

  private static HttpRequest.Builder stream(SigningKey key) {
    return circuit
        .request("/v1/accounts/bakery/events")
        .header("Authorization", "Bearer " + circuit.token(key));
  }

  private static long pay(long amount) {
    String answer =
        circuit.post("/v1/payments", RunningCircuit.pay(amount, circuit.anna)).body();
    return new JsonObject(answer).getLong("index");
  }

  @Test
  void aPaymentIsHeardAsSoonAsItIsBooked() throws Exception {
    try (Stream till = new Stream(stream(circuit.cashier))) {
      assertEquals("ping", till.next().name());
      long index = pay(7);
      Event event = till.nextEntry();

      assertEquals("entry", event.name());
      assertEquals(Long.toString(index), event.id());
      assertEquals(7, event.data().getJsonObject("order").getLong("amount"));
      assertEquals("purchase", event.data().getString("kind"));
    }
  }

  @Test
  void aRefusalIsHeardByThePayeeToo() throws Exception {
    try (Stream till = new Stream(stream(circuit.cashier))) {
      long index = pay(9_999_999);
      Event event = till.nextEntry();

      assertEquals(Long.toString(index), event.id());
      assertEquals("insufficient-funds", event.data().getString("reason"));
    }
  }

  @Test
  void whatWasMissedComesFirst() throws Exception {
    long seen = pay(1);
    List<Long> missed =
        new ArrayList<>(LongStream.of(pay(2), pay(9_999_999), pay(3)).boxed().toList());
    try (Stream till =
        new Stream(stream(circuit.baker).header("Last-Event-ID", Long.toString(seen)))) {
      missed.add(pay(4));
      for (long index : missed) {
        assertEquals(Long.toString(index), till.nextEntry().id());
      }
    }
  }

  @Test
  void everyEntryIsHeardOnceWhilePaymentsGoOn() throws Exception {
    long seen = pay(1);
    List<Long> booked = new ArrayList<>();
    Thread payer = new Thread(() -> {
      for (int each = 0; each < 40; each++) {
        booked.add(pay(1));
      }
    });
    payer.start();
    try (Stream till =
        new Stream(stream(circuit.baker).header("Last-Event-ID", Long.toString(seen)))) {
      List<Long> heard = new ArrayList<>();
      while (heard.size() < 40) {
        heard.add(Long.valueOf(till.nextEntry().id()));
      }
      payer.join();
      assertEquals(booked, heard);
    }
  }

  @Test
  void aCookieOpensTheStreamWhereNoTokenCanBeSent() throws Exception {
    HttpResponse<String> sold = circuit.send(circuit
        .request("/v1/accounts/bakery/stream-cookies")
        .header("Authorization", "Bearer " + circuit.token(circuit.cashier))
        .POST(HttpRequest.BodyPublishers.noBody())
        .build());
    String cookie = sold.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    try (Stream till =
        new Stream(circuit.request("/v1/accounts/bakery/events").header("Cookie", cookie))) {
      assertEquals("ping", till.next().name());
    }
  }

  @Test
  void aRevokedKeysStreamEnds() throws Exception {
    SigningKey lost = RunningCircuit.newKey();
    circuit.post("/v1/keys", RunningCircuit.enrol(RunningCircuit.BAKERY, lost, circuit.baker));
    try (Stream till = new Stream(stream(lost))) {
      assertEquals("ping", till.next().name());
      circuit.post("/v1/keys", RunningCircuit.revoke(RunningCircuit.BAKERY, lost, circuit.baker));
      IOException end = org.junit.jupiter.api.Assertions.assertThrows(
          IOException.class, till::next, "nothing is told any more, not even the revocation");
      assertTrue(end.getMessage().contains("end"), end.getMessage());
    }
  }
}
