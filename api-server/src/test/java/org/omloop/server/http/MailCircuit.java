package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.ServerConfig;
import org.omloop.server.notices.MailClock;
import org.omloop.server.notices.MailSettings;
import org.omloop.server.notices.QuietHours;
import org.omloop.server.notices.SmtpSettings;
import org.slf4j.LoggerFactory;

/** A circuit, a real mail server for its mail to arrive at, and a clock by which it goes out. */
final class MailCircuit implements AutoCloseable {
  static final String EMAIL = "anna.jansen@mail.example";
  static final Instant NOON = Instant.parse("2026-11-10T11:00:00Z");
  static final Instant NIGHT = Instant.parse("2026-11-10T22:00:00Z");

  final Path folder;
  final ListAppender<ILoggingEvent> log = new ListAppender<>();
  final AtomicInteger issues = new AtomicInteger(1);
  final MailClock clock = new MailClock(NOON);
  Optional<RunningCircuit> circuit = Optional.empty();
  Optional<GreenMail> greenMail = Optional.empty();

  MailCircuit(Path folder) {
    this.folder = folder;
    log.start();
    root().addAppender(log);
  }

  static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  /** Whatever a test did: nobody's address is in a line of the log. */
  @Override
  public void close() {
    circuit.ifPresent(RunningCircuit::close);
    greenMail.ifPresent(GreenMail::stop);
    root().detachAppender(log);
    log.list.stream()
        .filter(each -> !each.getLoggerName().startsWith("com.icegreen"))
        .filter(each -> each.getLevel().isGreaterOrEqual(Level.INFO))
        .map(each -> each.getFormattedMessage() + each.getThrowableProxy())
        .forEach(line -> assertFalse(line.contains("mail.example"), line));
  }

  RunningCircuit start(Optional<SmtpSettings> smtp) {
    RunningCircuit started = RunningCircuit.start(config(smtp));
    circuit = Optional.of(started);
    return started;
  }

  ServerConfig config(Optional<SmtpSettings> smtp) {
    return RunningCircuit.config(folder.resolve("data"))
        .with(new MailSettings(
            smtp,
            "post@kring.example",
            Optional.of("https://kring.example"),
            QuietHours.DEFAULT,
            clock,
            Duration.ofMillis(100)));
  }

  /** A noon more than a week later, on which nothing has been mailed yet and nobody wants mail. */
  void beginADay() {
    takeAddressAway();
    clock.passTo(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9 * 24 + 11)));
    try {
      greenMail.orElseThrow().purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  /** It is told where there was one; a week later nothing of it is left. */
  private void takeAddressAway() {
    long before = removals();
    boolean hadAddress = !get("/v1/accounts/anna/mailbox", circuit.orElseThrow().anna)
        .getString("address")
        .isEmpty();
    choose("", "none");
    if (hadAddress) {
      await(() -> removals() > before);
    }
  }

  private long removals() {
    return received().stream()
        .filter(each -> subject(each).contains("weggehaald"))
        .count();
  }

  /** Tells whether a line of the log begins so. */
  boolean logged(String beginning) {
    synchronized (log) {
      return log.list.stream().anyMatch(each -> each.getFormattedMessage().startsWith(beginning));
    }
  }

  static Optional<SmtpSettings> smtp(int port, SmtpSettings.Tls tls) {
    return Optional.of(
        new SmtpSettings("127.0.0.1", port, tls, Optional.empty(), "", Optional.empty()));
  }

  GreenMail mailServer(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    server.start();
    greenMail = Optional.of(server);
    return server;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RunningCircuit withMail() {
    int port = freePort();
    mailServer(port);
    return start(smtp(port, SmtpSettings.Tls.NONE));
  }

  List<MimeMessage> received() {
    return Arrays.asList(greenMail.orElseThrow().getReceivedMessages());
  }

  MimeMessage last(int count) {
    await(() -> received().size() >= count);
    assertEquals(count, received().size());
    return received().get(count - 1);
  }

  static void await(BooleanSupplier what) {
    long until = System.nanoTime() + 60_000_000_000L;
    while (!what.getAsBoolean()) {
      assertTrue(System.nanoTime() < until, "not within a minute");
      LockSupport.parkNanos(50_000_000L);
    }
  }

  HttpResponse<String> post(String path, JsonObject body, String... headers) {
    HttpRequest.Builder request = circuit
        .orElseThrow()
        .request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.encode()));
    for (int at = 0; at < headers.length; at += 2) {
      request.header(headers[at], headers[at + 1]);
    }
    return circuit.orElseThrow().send(request.build());
  }

  HttpResponse<String> post(String path, JsonObject body, SigningKey by) {
    return post(path, body, "Authorization", "Bearer " + circuit.orElseThrow().token(by));
  }

  JsonObject get(String path, SigningKey by) {
    HttpResponse<String> answer =
        circuit.orElseThrow().get(path, circuit.orElseThrow().token(by));
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  void apply(String language) {
    JsonObject application =
        new JsonObject().put("kind", "resident").put("name", "Anna Jansen").put("email", EMAIL);
    HttpResponse<String> answer =
        post("/v1/applications", application, "Accept-Language", language);
    assertEquals(201, answer.statusCode(), answer.body());
  }

  static JsonObject choice(String address, String events) {
    return new JsonObject()
        .put("address", address)
        .put("language", "nl")
        .put("events", events)
        .put("statement", "none");
  }

  JsonObject choose(String address, String events) {
    return choose(choice(address, events));
  }

  JsonObject choose(JsonObject choice) {
    HttpResponse<String> answer =
        post("/v1/accounts/anna/mailbox", choice, circuit.orElseThrow().anna);
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  HttpResponse<String> confirm(String code) {
    return post(
        "/v1/accounts/anna/mailbox/confirmations",
        new JsonObject().put("code", code),
        circuit.orElseThrow().anna);
  }

  static String code(MimeMessage mail) {
    Matcher digits = Pattern.compile("(?m)^(\\d{6})\\s*$").matcher(text(mail));
    assertTrue(digits.find(), text(mail));
    return digits.group(1);
  }

  static String text(MimeMessage mail) {
    try {
      return mail.getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String header(MimeMessage mail, String name) {
    try {
      return String.valueOf(mail.getHeader(name, null));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  void confirmed(String events) {
    choose(EMAIL, events);
    HttpResponse<String> answer = confirm(code(last(1)));
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(EMAIL, new JsonObject(answer.body()).getString("address"));
  }

  /** Issues 1.00 to Anna, and waits until she is told. */
  void issue() {
    long before = told("topped-up");
    RunningCircuit running = circuit.orElseThrow();
    HttpResponse<String> issued = running.post(
        "/v1/orders",
        RunningCircuit.sign(
            new Order.Issue(
                RunningCircuit.terms(),
                RunningCircuit.ANNA,
                Amount.of(100),
                "bank-" + issues.incrementAndGet()),
            running.operator));
    assertEquals(201, issued.statusCode(), issued.body());
    await(() -> told("topped-up") > before);
  }

  long told(String kind) {
    return get("/v1/accounts/anna/notices", circuit.orElseThrow().anna)
        .getJsonArray("notices")
        .stream()
        .filter(each -> ((JsonObject) each).getString("kind").equals(kind))
        .count();
  }
}
