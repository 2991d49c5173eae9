package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.ledger.order.Order;
import org.omloop.server.Server;
import org.omloop.server.notices.RefusingMailServer;
import org.omloop.server.notices.SmtpSettings;
import org.omloop.server.signed.SignedText;

/** What becomes of mail that cannot go, or not now. */
class MailTroubleIT {
  @TempDir
  private Path data;

  private MailCircuit mail;

  @BeforeEach
  void begin() {
    mail = new MailCircuit(data);
  }

  @AfterEach
  void end() {
    mail.close();
  }

  @Test
  void whatAMailServerRefusesIsShownToTheOfficeWithoutTheAddress() throws IOException {
    try (RefusingMailServer server = new RefusingMailServer("550 5.1.1")) {
      RunningCircuit running = mail.start(MailCircuit.smtp(server.port(), SmtpSettings.Tls.NONE));
      mail.apply("nl");
      MailCircuit.await(() -> failures(running).size() == 1);
      JsonObject failure = failures(running).getJsonObject(0);
      assertEquals("application-received", failure.getString("kind"));
      assertEquals("refused", failure.getString("outcome"));
      assertEquals(550, failure.getInteger("status"));
      assertFalse(failure.encode().contains("@"), failure.encode());
      assertEquals(1, server.refused());
    }
  }

  private JsonArray failures(RunningCircuit running) {
    return mail.get("/v1/mail/failures", running.operator).getJsonArray("failures");
  }

  private long waiting(RunningCircuit running) {
    return mail.get("/v1/mail/failures", running.operator).getLong("waiting");
  }

  @Test
  void whatIsRefusedForNowIsTriedLess() throws IOException {
    try (RefusingMailServer server = new RefusingMailServer("450 4.2.1")) {
      RunningCircuit running = mail.start(MailCircuit.smtp(server.port(), SmtpSettings.Tls.NONE));
      mail.apply("nl");
      MailCircuit.await(() -> {
        mail.clock.pass(Duration.ofHours(48));
        return failures(running).size() == 1;
      });
      assertEquals("given-up", failures(running).getJsonObject(0).getString("outcome"));
      assertEquals(10, server.refused());
    }
  }

  @Test
  void aServerThatDoesNotRelayForUsEndsNoMail() throws IOException {
    try (RefusingMailServer server = new RefusingMailServer("550 5.7.1")) {
      RunningCircuit running = mail.start(MailCircuit.smtp(server.port(), SmtpSettings.Tls.NONE));
      mail.apply("nl");
      MailCircuit.await(() -> mail.logged("mail waits: answered 550 5.7.1"));
      assertEquals(0, failures(running).size());
    }
  }

  @Test
  void mailWaitsForItsServer() {
    int port = MailCircuit.freePort();
    RunningCircuit running = mail.start(MailCircuit.smtp(port, SmtpSettings.Tls.NONE));
    mail.apply("nl");
    MailCircuit.await(() -> mail.logged("mail waits: no answer"));
    MailCircuit.await(() -> {
      mail.clock.pass(Duration.ofMinutes(3));
      return waiting(running) == 1;
    });
    mail.mailServer(port);
    mail.clock.pass(Duration.ofHours(24)); // nor is it night then
    assertEquals("Je aanmelding bij Kring Proef is binnen", MailCircuit.subject(mail.last(1)));
    MailCircuit.await(() -> waiting(running) == 0);
  }

  @Test
  void nothingIsSaidInTheOpenWhereSecrecyIsAsked() {
    int port = MailCircuit.freePort();
    mail.mailServer(port); // which has no STARTTLS
    mail.start(MailCircuit.smtp(port, SmtpSettings.Tls.STARTTLS));
    mail.apply("nl");
    MailCircuit.await(() -> mail.logged("mail waits"));
    assertEquals(0, mail.received().size());
  }

  @Test
  void aRestartSendsNothingTwice() {
    int port = MailCircuit.freePort();
    mail.mailServer(port);
    mail.start(MailCircuit.smtp(port, SmtpSettings.Tls.NONE));
    mail.apply("nl");
    mail.last(1);
    mail.circuit.orElseThrow().server.close();
    RunningCircuit before = mail.circuit.orElseThrow();
    Server again =
        Server.start(mail.config(MailCircuit.smtp(port, SmtpSettings.Tls.NONE)), end -> {});
    try {
      before.moveTo(again.address());
      mail.apply("nl");
      mail.last(2);
    } finally {
      again.close();
    }
  }

  @Test
  void withoutAMailServerMailIsInFilesThatGoWithTheMember() throws Exception {
    RunningCircuit running = mail.start(Optional.empty());
    mail.choose(MailCircuit.EMAIL, "at-once");
    Path outbox = mail.folder.resolve("data/outbox");
    MailCircuit.await(() -> files(outbox).size() == 1);
    Path file = files(outbox).get(0);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    MimeMessage written =
        new MimeMessage(Session.getInstance(new Properties()), Files.newInputStream(file));
    assertEquals("Kring Proef: je code voor dit e-mailadres", written.getSubject());
    assertEquals(MailCircuit.EMAIL, MailCircuit.header(written, "To"));
    assertFalse(MailCircuit.header(written, "Date").equals("null")
        || MailCircuit.header(written, "Message-ID").equals("null"));
    assertTrue(Files.readString(file).lines().count() > 5);
    assertFalse(Pattern.compile("(?<!\r)\n").matcher(Files.readString(file)).find());
    assertEquals(200, mail.confirm(MailCircuit.code(written)).statusCode());
    mail.issue();
    MailCircuit.await(() -> files(outbox).size() == 2);
    spendAndClose(running);
    String asked = SignedText.sign(
        "omloop-erasure+jws",
        Map.of("account", "anna", "iat", RunningCircuit.now(), "ledger", RunningCircuit.ORIGIN),
        running.operator);
    HttpResponse<String> erased =
        running.post("/v1/accounts/anna/erasures", "application/jose", asked);
    assertEquals(200, erased.statusCode(), erased.body());
    assertEquals(List.of(), files(outbox));
    assertEquals(
        0,
        mail.get("/v1/accounts/anna/notices", running.anna)
            .getJsonArray("notices")
            .size());
  }

  private static void spendAndClose(RunningCircuit running) {
    HttpResponse<String> spent =
        running.post("/v1/payments", RunningCircuit.pay(5_100, running.anna));
    assertEquals(201, spent.statusCode(), spent.body());
    HttpResponse<String> closed = running.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Close(RunningCircuit.terms(), RunningCircuit.ANNA), running.operator));
    assertEquals(201, closed.statusCode(), closed.body());
  }

  private static List<Path> files(Path outbox) {
    if (!Files.isDirectory(outbox)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(outbox)) {
      return all.filter(each -> each.toString().endsWith(".eml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
