package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.checkpoint.Leaf;
import org.omloop.ledger.checkpoint.LogPublicKey;
import org.omloop.ledger.checkpoint.NoteVerdict;
import org.omloop.ledger.checkpoint.Receipt;
import org.omloop.ledger.checkpoint.ReceiptVerdict;
import org.omloop.ledger.checkpoint.SignedCheckpoint;
import org.omloop.ledger.order.SignedOrder;
import org.omloop.server.http.contract.Contract;
import org.omloop.server.http.contract.Operation;

/** docs/life-of-a-payment.md tells what is so: its names lead to code, and a payment passes its stations. */
class LifeOfAPaymentIT {
  private static final Path DOCUMENT = Path.of("..", "docs", "life-of-a-payment.md");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /** Packages, a class, and perhaps a method with its parameters: {@code postgres.JournalStore.append}. */
  private static final Pattern NAME =
      Pattern.compile("((?:[a-z]+\\.)*[A-Z][A-Za-z]+)(?:\\.([a-z][A-Za-z]*)(?:\\(.*\\))?)?");

  private static final Pattern ADDRESS = Pattern.compile("(GET|POST) (/\\S+)");

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

  @Test
  void whatItNamesIsThere() throws IOException {
    JavaClasses classes = ArchConfiguration.withThreadLocalScope(LifeOfAPaymentIT::ownClasses);
    List<MatchResult> names = codeWords(NAME);

    assertTrue(names.size() > 30, () -> "names were not found: " + names);
    assertEquals(
        List.of(),
        names.stream()
            .filter(name -> classes.stream().noneMatch(each -> leadsTo(each, name)))
            .map(MatchResult::group)
            .toList(),
        "names that lead nowhere");
  }

  /** What our classes refer to elsewhere is not asked for, and would take long to read. */
  private static JavaClasses ownClasses(ArchConfiguration configuration) {
    configuration.setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("org.omloop");
  }

  private static List<MatchResult> codeWords(Pattern form) throws IOException {
    return CODE.matcher(Files.readString(DOCUMENT))
        .results()
        .map(word -> form.matcher(word.group(1).replaceAll("\\s+", " ")))
        .filter(Matcher::matches)
        .map(Matcher::toMatchResult)
        .toList();
  }

  private static boolean leadsTo(JavaClass each, MatchResult name) {
    String method = name.group(2);
    return ("." + each.getName().replace('$', '.')).endsWith("." + name.group(1))
        && (method == null
            || each.getMethods().stream().anyMatch(own -> own.getName().equals(method)));
  }

  @Test
  void itsAddressesAreThoseOfTheContract() throws IOException {
    List<String> addresses =
        Contract.read().operations().stream().map(LifeOfAPaymentIT::address).toList();

    List<String> named = codeWords(ADDRESS).stream().map(MatchResult::group).toList();
    assertEquals(List.of("POST /v1/payments", "GET /log/checkpoint"), named);
    assertTrue(addresses.containsAll(named), addresses::toString);
  }

  private static String address(Operation operation) {
    return operation.method() + " " + operation.path();
  }

  @Test
  @Timeout(60)
  void aPaymentPassesItsStations() {
    try (Stream<String> events = tillsEvents()) {
      Iterator<String> till = events.iterator();
      skipTo("event: ping", till); // from here on nothing escapes it
      SignedOrder order = RunningCircuit.pay(150, circuit.anna);
      HttpResponse<String> answer = circuit.post("/v1/payments", order);
      JsonObject booking = new JsonObject(answer.body());

      assertEquals(201, answer.statusCode(), "station 9: " + answer.body());
      assertEquals("id: " + booking.getLong("index"), skipTo("id: ", till), "station 10");
      assertEquals(ReceiptVerdict.VALID, receipt(booking).verify(logKey()), "station 11");
      assertStandsInTheLog(booking);

      HttpResponse<String> again = circuit.post("/v1/payments", order);
      assertEquals(200, again.statusCode());
      assertTrue(new JsonObject(again.body()).getBoolean("replayed"), "the same bytes");
    }
  }

  private static Stream<String> tillsEvents() {
    try {
      HttpResponse<Stream<String>> answer = circuit.client.send(
          circuit
              .request("/v1/accounts/bakery/events")
              .header("Authorization", "Bearer " + circuit.token(circuit.cashier))
              .build(),
          HttpResponse.BodyHandlers.ofLines());
      assertEquals(200, answer.statusCode());
      return answer.body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String skipTo(String beginning, Iterator<String> lines) {
    String line = lines.next();
    while (!line.startsWith(beginning)) {
      line = lines.next();
    }
    return line;
  }

  private static Receipt receipt(JsonObject booking) {
    JsonObject receipt = booking.getJsonObject("receipt");
    return Receipt.parse(
        Leaf.of(receipt.getString("leaf").getBytes(StandardCharsets.UTF_8)),
        receipt.getString("proof"));
  }

  private static LogPublicKey logKey() {
    return LogPublicKey.parse(
        new JsonObject(circuit.get("/v1/currency").body()).getString("logKey"));
  }

  private static void assertStandsInTheLog(JsonObject booking) {
    SignedCheckpoint head =
        SignedCheckpoint.parse(circuit.get("/log/checkpoint").body());
    assertEquals(NoteVerdict.SIGNED, head.signedBy(logKey()));
    assertTrue(head.checkpoint().size() > booking.getLong("index"));
  }
}
