package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.omloop.ledger.signing.SigningKey;

/** People are told what happened, by mail to a real mail server, and as they chose. */
class MailIT {
  @TempDir
  private static Path data;

  private static MailCircuit mail;
  private static RunningCircuit running;

  @BeforeAll
  static void start() {
    mail = new MailCircuit(data);
    running = mail.withMail();
  }

  @AfterAll
  static void stop() {
    mail.close();
  }

  @BeforeEach
  void beginADay() {
    mail.beginADay();
  }

  @Test
  void whoAsksToJoinIsAnsweredInTheirLanguage() throws MessagingException {
    mail.apply("en");
    MimeMessage received = mail.last(1);
    assertEquals("Your application to Kring Proef has arrived", received.getSubject());
    assertEquals("Kring Proef <post@kring.example>", MailCircuit.header(received, "From"));
    assertEquals(MailCircuit.EMAIL, MailCircuit.header(received, "To"));
    assertFalse(
        MailCircuit.text(received).contains("Jansen"), "whose address it is nobody has confirmed");
    JsonArray applications =
        mail.get("/v1/applications", running.operator).getJsonArray("applications");
    String id = applications.getJsonObject(applications.size() - 1).getString("application");
    HttpResponse<String> refused = mail.post(
        "/v1/applications/" + id + "/decisions",
        new JsonObject().put("state", "refused").put("reason", "outside-area"),
        running.operator);
    assertEquals(200, refused.statusCode(), refused.body());
    assertEquals("About your application to Kring Proef", MailCircuit.subject(mail.last(2)));
  }

  @Test
  void anAddressGetsNothingButItsCodeUntilThatIsGiven() {
    JsonObject chosen = mail.choose(MailCircuit.EMAIL, "at-once");
    assertEquals("", chosen.getString("address"));
    assertEquals(MailCircuit.EMAIL, chosen.getString("pending"));
    MimeMessage asked = mail.last(1);
    mail.issue();
    HttpResponse<String> wrong = mail.confirm("12345");
    assertEquals(409, wrong.statusCode(), wrong.body());
    assertEquals(200, mail.confirm(MailCircuit.code(asked)).statusCode());
    mail.issue();
    MimeMessage told = mail.last(2);
    assertEquals("Kring Proef: er is geld opgeladen", MailCircuit.subject(told));
    assertFalse(
        MailCircuit.text(told).matches("(?s).*\\d,\\d\\d.*"), "mail is read by whoever carries it");
    assertEquals("List-Unsubscribe=One-Click", MailCircuit.header(told, "List-Unsubscribe-Post"));
  }

  @Test
  void fiveWrongCodesEndACode() {
    mail.choose(MailCircuit.EMAIL, "at-once");
    String right = MailCircuit.code(mail.last(1));
    String wrong = right.equals("000000") ? "000001" : "000000";
    for (int tries = 0; tries < 5; tries++) {
      assertEquals(409, mail.confirm(wrong).statusCode());
    }
    assertEquals(409, mail.confirm(right).statusCode());
  }

  @Test
  void nobodysMailboxIsFilledWithCodes() {
    for (int codes = 1; codes <= 5; codes++) {
      mail.choose("somebody" + codes + "@mail.example", "none");
      mail.last(codes);
    }
    HttpResponse<String> sixth = mail.post(
        "/v1/accounts/anna/mailbox",
        MailCircuit.choice("somebody6@mail.example", "none"),
        running.anna);
    assertEquals(409, sixth.statusCode(), sixth.body());
    assertEquals("/problems/mail-codes-exhausted", new JsonObject(sixth.body()).getString("type"));
  }

  @Test
  void theAddressBeforeIsToldOfAnother() {
    mail.confirmed("none");
    mail.choose("new@mail.example", "none");
    MailCircuit.await(() -> mail.received().size() == 3);
    List<String> subjects = mail.received().stream()
        .skip(1)
        .map(each -> MailCircuit.header(each, "To") + " " + MailCircuit.subject(each))
        .sorted()
        .toList();
    assertEquals(
        List.of(
            MailCircuit.EMAIL + " Kring Proef: je mail gaat straks naar een ander adres",
            "new@mail.example Kring Proef: je code voor dit e-mailadres"),
        subjects);
  }

  @Test
  void whoTakesTheAddressAwayDoesNotEndItsWarnings() {
    mail.confirmed("none");
    mail.choose("", "none");
    assertEquals("Kring Proef: je e-mailadres is weggehaald", MailCircuit.subject(mail.last(2)));
    mail.choose("thief@mail.example", "none");
    MailCircuit.await(() -> mail.received().size() == 4);
    String code = mail.received().stream()
        .filter(each -> MailCircuit.header(each, "To").equals("thief@mail.example"))
        .map(MailCircuit::code)
        .findFirst()
        .orElseThrow();
    assertEquals(200, mail.confirm(code).statusCode());
    SigningKey another = RunningCircuit.newKey();
    running.post("/v1/keys", RunningCircuit.enrol(RunningCircuit.ANNA, another, running.anna));
    MailCircuit.await(() -> mail.received().size() == 6);
    assertEquals(
        Set.of(MailCircuit.EMAIL, "thief@mail.example"),
        mail.received().stream() // mailbox by mailbox, not as they came
            .filter(each -> MailCircuit.subject(each).contains("toestel"))
            .map(each -> MailCircuit.header(each, "To"))
            .collect(Collectors.toSet()));
  }

  @Test
  void codesAskedForAtOnceAreCountedToo() {
    List<CompletableFuture<Integer>> asked = IntStream.range(0, 20)
        .mapToObj(each -> MailCircuit.choice("many" + each + "@mail.example", "none"))
        .map(choice -> CompletableFuture.supplyAsync(
            () -> mail.post("/v1/accounts/anna/mailbox", choice, running.anna).statusCode()))
        .toList();
    assertEquals(5, asked.stream().filter(each -> each.join() == 200).count());
  }

  @Test
  void theNightIsQuietButForSafety() {
    mail.confirmed("at-once");
    mail.clock.pass(Duration.between(MailCircuit.NOON, MailCircuit.NIGHT));
    mail.issue();
    SigningKey lost = RunningCircuit.newKey();
    running.post("/v1/keys", RunningCircuit.enrol(RunningCircuit.ANNA, lost, running.anna));
    assertEquals("Kring Proef: er is een toestel bij gekomen", MailCircuit.subject(mail.last(2)));
    running.post("/v1/keys", RunningCircuit.revoke(RunningCircuit.ANNA, lost, running.anna));
    assertEquals("Kring Proef: een toestel is geblokkeerd", MailCircuit.subject(mail.last(3)));
    mail.clock.pass(Duration.ofHours(9));
    assertEquals("Kring Proef: er is geld opgeladen", MailCircuit.subject(mail.last(4)));
  }

  @Test
  void theDayComesInOneMail() {
    mail.confirmed("daily");
    mail.issue();
    mail.issue();
    mail.clock.pass(Duration.ofHours(21));
    MimeMessage day = mail.last(2);
    assertEquals("Kring Proef: berichten van vandaag", MailCircuit.subject(day));
    assertEquals(
        2,
        MailCircuit.text(day).split("Er is geld op je rekening gezet").length - 1,
        MailCircuit.text(day));
  }

  /** The two ways that forms are sent. */
  static Stream<Arguments> oneClicks() {
    return Stream.of(
        Arguments.of("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click"),
        Arguments.of("multipart/form-data; boundary=b", """
            --b\r
            Content-Disposition: form-data; name="List-Unsubscribe"\r
            \r
            One-Click\r
            --b--\r
            """));
  }

  @ParameterizedTest
  @MethodSource("oneClicks")
  void oneClickStopsMail(String form, String body) {
    mail.confirmed("at-once");
    mail.issue();
    String stop = MailCircuit.header(mail.last(2), "List-Unsubscribe");
    assertTrue(stop.startsWith("<https://kring.example/v1/mail/stops/"), stop);
    String path = stop.substring("<https://kring.example".length(), stop.length() - 1);
    HttpResponse<String> asked = running.get(path);
    assertEquals(303, asked.statusCode(), asked.body());
    assertEquals(
        "/mail-stop#" + path.substring(path.lastIndexOf('/') + 1),
        asked.headers().firstValue("Location").orElseThrow());
    assertEquals(
        "at-once",
        mail.get("/v1/accounts/anna/mailbox", running.anna).getString("events"),
        "to look stops nothing");
    assertEquals(
        400,
        running.post(path, form, "--" + "name=List-Unsubscribe ".repeat(2_900)).statusCode());
    HttpResponse<String> stopped = running.post(path, form, body);
    assertEquals(200, stopped.statusCode(), stopped.body());
    JsonObject mailbox = mail.get("/v1/accounts/anna/mailbox", running.anna);
    assertEquals("none", mailbox.getString("events"), mailbox.encode());
    mail.issue();
    mail.apply("nl"); // goes after it
    assertEquals("Je aanmelding bij Kring Proef is binnen", MailCircuit.subject(mail.last(3)));
  }

  @Test
  void whatWasSeenIsNoNews() {
    JsonObject list = mail.get("/v1/accounts/anna/notices", running.anna);
    assertTrue(list.getInteger("unread") >= 1, list.encode());
    JsonObject until = new JsonObject()
        .put("until", list.getJsonArray("notices").getJsonObject(0).getLong("notice"));
    assertEquals(
        200, mail.post("/v1/accounts/anna/notices/reads", until, running.anna).statusCode());
    assertEquals(0, mail.get("/v1/accounts/anna/notices", running.anna).getInteger("unread"));
  }

  @Test
  void wrongChoicesAreSaidAndChangeNothing() {
    for (String address : List.of("anna", "a b@mail.example", "a@b@c.example", "a@mail.example>")) {
      HttpResponse<String> wrong =
          mail.post("/v1/accounts/anna/mailbox", MailCircuit.choice(address, "none"), running.anna);
      assertEquals(400, wrong.statusCode(), wrong.body());
      assertTrue(wrong.body().contains("/address"), wrong.body());
    }
    HttpResponse<String> soon =
        mail.post("/v1/accounts/anna/mailbox", MailCircuit.choice("", "weekly"), running.anna);
    assertEquals(400, soon.statusCode(), soon.body());
    HttpResponse<String> others =
        mail.post("/v1/accounts/anna/mailbox", MailCircuit.choice("", "none"), running.bo);
    assertEquals(404, others.statusCode(), others.body());
    assertEquals("", mail.get("/v1/accounts/anna/mailbox", running.anna).getString("pending"));
  }

  @Test
  void theMonthsStatementComesAsChosenAndIsThatOfTheApi() throws Exception {
    mail.choose(MailCircuit.choice(MailCircuit.EMAIL, "none").put("statement", "csv"));
    assertEquals(200, mail.confirm(MailCircuit.code(mail.last(1))).statusCode());
    MimeMessage month = mail.last(2);
    YearMonth over = YearMonth.from(mail.clock.instant().atZone(ZoneOffset.UTC)).minusMonths(1);
    Multipart parts = (Multipart) month.getContent();
    assertEquals(2, parts.getCount());
    String name = parts.getBodyPart(1).getFileName();
    assertEquals("omloop-anna-" + over.atDay(1) + "-" + over.atEndOfMonth() + ".csv", name);
    HttpResponse<String> own = running.send(running
        .request(
            "/v1/accounts/anna/statements?from=" + over.atDay(1) + "&until=" + over.atEndOfMonth())
        .header("Authorization", "Bearer " + running.token(running.anna))
        .header("Accept", "text/csv")
        .header("Accept-Language", "nl")
        .build());
    assertEquals(200, own.statusCode(), own.body());
    assertEquals(
        own.body(),
        new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  @Test
  void theOfficeIsToldOnceADayOfWhatWaitsForASecondSignature() {
    HttpResponse<String> laid = running.post(
        "/v1/proposals",
        RunningCircuit.revoke(RunningCircuit.BAKERY, running.cashier, running.operator));
    assertEquals(201, laid.statusCode(), laid.body());
    MailCircuit.await(() ->
        mail.get("/v1/accounts/operator/notices", running.approver).getJsonArray("notices").stream()
            .anyMatch(each -> ((JsonObject) each).getString("kind").equals("proposals-waiting")));
    JsonObject box = mail.get("/v1/accounts/operator/mailbox", running.operator);
    assertEquals("", box.getString("address"));
  }
}
