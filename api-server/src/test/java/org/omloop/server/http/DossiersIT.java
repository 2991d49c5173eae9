package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omloop.server.identity.Applications;
import org.omloop.server.identity.MasterKey;
import org.omloop.server.identity.People;
import org.omloop.server.postgres.PersonTables;

/** Who the members are, and who asks to be one, as the office keeps it. */
class DossiersIT {
  @TempDir
  private static Path data;

  private static RunningCircuit circuit;
  private static String operator;
  private static String approver;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    operator = circuit.token(circuit.operator);
    approver = circuit.token(circuit.approver);
  }

  @AfterAll
  static void stop() {
    circuit.close();
  }

  private static HttpResponse<String> post(String path, JsonObject body, String token) {
    HttpRequest.Builder request = circuit.request(path).header("Content-Type", "application/json");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return circuit.send(
        request.POST(HttpRequest.BodyPublishers.ofString(body.encode())).build());
  }

  private static HttpResponse<String> change(String account, int version, JsonObject dossier) {
    return post(
        "/v1/accounts/" + account + "/dossier",
        new JsonObject().put("version", version).put("dossier", dossier),
        operator);
  }

  private static int version(String account) {
    return new JsonObject(
            circuit.get("/v1/accounts/" + account + "/dossier", operator).body())
        .getInteger("version");
  }

  private static List<String> found(String text) {
    HttpResponse<String> answer =
        post("/v1/dossiers/searches", new JsonObject().put("text", text), approver);
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body())
        .getJsonArray("dossiers").stream()
            .map(each -> ((JsonObject) each).getString("account"))
            .toList();
  }

  @Test
  void aMemberIsFoundByWordsAddressNumberAndBank() {
    JsonObject anna = new JsonObject()
        .put("name", "Anna Böhm-de Vries")
        .put("email", "Anna@Mail.Example")
        .put("kvk", "12345678");
    assertEquals(200, change("anna", version("anna"), anna).statusCode());
    for (String text :
        List.of("bohm", "VRIES  anna", "anna@mail.example", "12345678", "böhm de vries")) {
      assertEquals(List.of("anna"), found(text), text);
    }
    for (String text : List.of("boh", "anna jansen", "other@mail.example", "87654321", "-")) {
      assertEquals(List.of(), found(text), text);
    }
    assertTrue(found("").contains("anna"));
  }

  @Test
  void aNewNameTakesTheOldOnesPlace() {
    change("bo", version("bo"), new JsonObject().put("name", "Bo Oudenaam"));
    assertEquals(List.of("bo"), found("oudenaam"));
    change("bo", version("bo"), new JsonObject().put("name", "Bo Nieuwenaam"));
    assertEquals(List.of(), found("oudenaam"));
    assertEquals(List.of("bo"), found("nieuwenaam"));
  }

  @Test
  void whoIsSecondIsToldSoAndChangesNothing() {
    int before = version("bakery");
    JsonObject first = new JsonObject().put("name", "Bakker Eerst");
    assertEquals(200, change("bakery", before, first).statusCode());
    HttpResponse<String> second =
        change("bakery", before, new JsonObject().put("name", "Bakker Later"));
    assertEquals(409, second.statusCode());
    assertEquals("/problems/dossier-conflict", new JsonObject(second.body()).getString("type"));
    assertEquals(List.of(), found("later"));
  }

  @ParameterizedTest
  @CsvSource({
    "email, geen adres",
    "kvk, 1234",
    "birthYear, 26",
    "sector, bakker",
    "area, Oost",
    "contractDate, 30-11-2026",
    "phone, bel maar",
    "hobby, vissen"
  })
  void whatDoesNotFitIsNamedAndNotRepeated(String field, String value) {
    int before = version("bo");
    HttpResponse<String> answer = change("bo", before, new JsonObject().put(field, value));
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("/dossier/" + field), answer.body());
    assertFalse(answer.body().contains(value), answer.body());
    assertEquals(before, version("bo"));
  }

  @Test
  void aMemberGetsAllThatIsKeptOfThem() {
    change("anna", version("anna"), new JsonObject().put("name", "Anna Inzage"));
    HttpResponse<String> own =
        circuit.get("/v1/accounts/anna/personal-data", circuit.token(circuit.anna));
    HttpResponse<String> office = circuit.get("/v1/accounts/anna/personal-data", operator);
    assertEquals(200, own.statusCode(), own.body());
    assertEquals(own.body(), office.body());
    JsonObject all = new JsonObject(own.body());
    assertEquals("Anna Inzage", all.getJsonObject("dossier").getString("name"));
    assertEquals("resident", all.getString("role"));
    assertEquals(1, all.getJsonArray("keys").size());
  }

  @Test
  void aMemberGetsTheSameOnPaper() {
    HttpResponse<String> paper = circuit.send(circuit
        .request("/v1/accounts/anna/personal-data")
        .header("Authorization", "Bearer " + circuit.token(circuit.anna))
        .header("Accept", "application/pdf")
        .GET()
        .build());
    assertEquals(200, paper.statusCode(), paper.body());
    assertEquals("application/pdf", paper.headers().firstValue("Content-Type").orElse(""));
    assertTrue(paper.body().startsWith("%PDF-"));
  }

  private static JsonObject resident(String name) {
    return new JsonObject()
        .put("kind", "resident")
        .put("name", name)
        .put("email", "nieuw@mail.example");
  }

  private static List<JsonObject> applications() {
    JsonArray all = new JsonObject(
            circuit.get("/v1/applications?limit=200", operator).body())
        .getJsonArray("applications");
    return all.stream().map(JsonObject.class::cast).toList();
  }

  private static JsonObject applied(String name) {
    HttpResponse<String> answer = post("/v1/applications", resident(name), "");
    assertEquals(201, answer.statusCode(), answer.body());
    assertFalse(answer.body().contains(name));
    return applications().stream()
        .filter(each -> each.getJsonObject("dossier").getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> decide(JsonObject application, JsonObject decision) {
    return post(
        "/v1/applications/" + application.getString("application") + "/decisions",
        decision,
        operator);
  }

  private static JsonObject refusal() {
    return new JsonObject().put("state", "refused").put("reason", "outside-area");
  }

  private static JsonObject page(String query) {
    HttpResponse<String> answer = circuit.get("/v1/applications" + query, operator);
    assertEquals(200, answer.statusCode(), answer.body());
    return new JsonObject(answer.body());
  }

  private static HttpResponse<String> read(String code) {
    return post("/v1/applications/states", new JsonObject().put("code", code), "");
  }

  @Test
  void whoIsRefusedReadsWhyWithTheirCode() {
    HttpResponse<String> sent = post("/v1/applications", resident("Karel Lezer"), "");
    String code = new JsonObject(sent.body()).getString("code");
    JsonObject waiting = new JsonObject(read(code).body());
    assertEquals("waiting", waiting.getString("state"), waiting.encode());
    JsonObject application = applications().stream()
        .filter(each -> each.getJsonObject("dossier").getString("name").equals("Karel Lezer"))
        .findFirst()
        .orElseThrow();
    JsonObject bare = new JsonObject().put("state", "refused");
    for (JsonObject wrong : List.of(
        bare,
        bare.copy().put("reason", "no idea"),
        bare.copy().put("reason", "other"),
        bare.copy().put("reason", "rules").put("words", "x".repeat(501)),
        new JsonObject().put("state", "asked").put("reason", "rules"))) {
      assertEquals(400, decide(application, wrong).statusCode(), wrong.encode());
    }
    assertEquals("waiting", new JsonObject(read(code).body()).getString("state"));
    JsonObject decision = refusal().put("words", "Probeer de kring in je eigen buurt.");
    assertEquals(200, decide(application, decision).statusCode());
    JsonObject refused = new JsonObject(read(code).body());
    assertEquals("refused", refused.getString("state"), refused.encode());
    assertEquals("outside-area", refused.getString("reason"));
    assertEquals("Probeer de kring in je eigen buurt.", refused.getString("words"));
    assertFalse(refused.encode().contains("Karel"), "what they wrote is not read back");
    assertEquals(404, read("00000000000000000000000000").statusCode());
    assertEquals(404, read(code.toLowerCase(java.util.Locale.ROOT)).statusCode());
  }

  @Test
  void aLongListComesInPagesThatSayHowManyThereAre() {
    for (int each = 0; each < 5; each++) {
      applied("Bladzijde " + each);
    }
    JsonObject first = page("?limit=2");
    long total = first.getLong("total");
    assertTrue(total >= 5, first.encode());
    List<String> seen = new java.util.ArrayList<>();
    JsonObject now = first;
    while (true) {
      assertEquals(total, now.getLong("total"));
      now.getJsonArray("applications")
          .forEach(each -> seen.add(((JsonObject) each).getString("application")));
      if (!now.containsKey("next")) {
        break;
      }
      assertEquals(2, now.getJsonArray("applications").size());
      now = page("?limit=2&after=" + now.getString("next"));
    }
    assertEquals(total, seen.stream().distinct().count());
    assertEquals(total, seen.size());
    JsonObject organisations = page("?kind=organisation&state=waiting");
    assertTrue(organisations.getJsonArray("applications").stream()
        .allMatch(each -> ((JsonObject) each).getString("kind").equals("organisation")));
    assertEquals(
        organisations.getLong("total"), organisations.getJsonObject("counts").getLong("waiting"));
    assertEquals(400, circuit.get("/v1/applications?after=1.2", operator).statusCode());
    assertEquals(400, circuit.get("/v1/applications?state=lost", operator).statusCode());
  }

  @Test
  void whoHasTheSameAddressIsPointedOutAndNotRefused() {
    change(
        "anna",
        version("anna"),
        new JsonObject().put("name", "Anna").put("email", "d@mail.example"));
    JsonObject twin = resident("Dubbel Een").put("email", "D@Mail.example");
    assertEquals(201, post("/v1/applications", twin, "").statusCode());
    assertEquals(
        201,
        post("/v1/applications", twin.copy().put("name", "Dubbel Twee"), "").statusCode());
    List<JsonObject> doubles = applications().stream()
        .filter(each -> each.getJsonObject("dossier").getString("name").startsWith("Dubbel"))
        .toList();
    assertEquals(2, doubles.size());
    for (JsonObject each : doubles) {
      JsonArray same = each.getJsonArray("doubles");
      assertEquals(2, same.size(), same.encode());
      assertTrue(same.encode().contains("\"account\":\"anna\""), same.encode());
      assertFalse(same.encode().contains("mail.example"), same.encode());
    }
    change("anna", version("anna"), new JsonObject().put("name", "Anna"));
    for (JsonObject each : applications()) {
      if (each.getJsonObject("dossier").getString("name").startsWith("Dubbel")) {
        assertEquals(1, each.getJsonArray("doubles").size(), each.encode());
      }
    }
  }

  @Test
  void whoIsRefusedIsOffTheList() {
    JsonObject application = applied("Cor Afgewezen");
    JsonObject refused = refusal();
    assertEquals(200, decide(application, refused).statusCode());
    assertEquals(409, decide(application, refused).statusCode());
    assertTrue(applications().stream().noneMatch(each -> each.getString("application")
        .equals(application.getString("application"))));
  }

  @Test
  void anApprovedOneStaysUntilTheAccountIsOpened() {
    JsonObject application = applied("Dina Welkom");
    assertEquals(
        200, decide(application, new JsonObject().put("state", "asked")).statusCode());
    JsonObject approved = new JsonObject().put("state", "approved").put("account", "dina");
    assertEquals(200, decide(application, approved).statusCode());
    HttpResponse<String> colleague = decide(application, approved.copy().put("account", "other"));
    assertEquals(409, colleague.statusCode());
    assertTrue(applications().stream().anyMatch(each -> "dina".equals(each.getString("account"))));
    circuit.open(
        new org.omloop.ledger.account.AccountId("dina"),
        org.omloop.ledger.account.Role.RESIDENT,
        RunningCircuit.newKey());
    assertTrue(applications().stream().noneMatch(each -> "dina".equals(each.getString("account"))));
    assertEquals(List.of("dina"), found("welkom dina"));
  }

  @Test
  void anAccountThatThereIsBelongsToSomebody() {
    JsonObject application = applied("Evert Kaper");
    JsonObject taken = new JsonObject().put("state", "approved").put("account", "anna");
    assertEquals(400, decide(application, taken).statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "legalName", "email", "kvk", "sector", "street"})
  void anOrganisationTellsWhatTheContractNeeds(String missing) {
    JsonObject shop = resident("De Winkel")
        .put("kind", "organisation")
        .put("legalName", "Winkel B.V.")
        .put("kvk", "11223344")
        .put("sector", "SBI2008:4711")
        .put("street", "Dorpsstraat 2");
    assertEquals(201, post("/v1/applications", shop, "").statusCode());
    HttpResponse<String> answer = post("/v1/applications", shop.copy().put(missing, ""), "");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("/" + missing), answer.body());
  }

  private static int looksAt(String what) throws SQLException {
    try (Connection owner = circuit.server.database().ownerConnection();
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(
            "SELECT count(*) FROM omloop.circulation_look WHERE what = '" + what + "'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void whoLooksAtDossiersIsKept() throws SQLException {
    change("anna", version("anna"), new JsonObject().put("name", "Anna Bekeken"));
    int before = looksAt("dossier anna");
    circuit.get("/v1/accounts/anna/dossier", approver);
    assertEquals(before + 1, looksAt("dossier anna"));
    assertEquals(List.of("anna"), found("Bekeken"));
    assertEquals(before + 2, looksAt("dossier anna"));
    circuit.get("/v1/accounts/anna/personal-data", operator);
    assertEquals(before + 3, looksAt("dossier anna"));
    circuit.get("/v1/accounts/anna/personal-data", circuit.token(circuit.anna));
    assertEquals(before + 3, looksAt("dossier anna"), "their own");
  }

  @Test
  void whatIsUnknownOfAContactIsNamed() {
    JsonObject contact = new JsonObject().put("name", "Cato").put("fax", "020 1234567");
    JsonObject dossier = new JsonObject().put("contacts", new JsonArray().add(contact));
    HttpResponse<String> answer = change("bo", version("bo"), dossier);
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("/dossier/contacts/0/fax"), answer.body());
    contact.remove("fax");
    assertEquals(200, change("bo", version("bo"), dossier).statusCode());
  }

  @Test
  void whoIsApprovedAndNeverOpenedCanBeRefused() {
    JsonObject application = applied("Gerda Twijfel");
    JsonObject approved = new JsonObject().put("state", "approved").put("account", "gerda");
    assertEquals(200, decide(application, approved).statusCode());
    JsonObject refused = refusal();
    assertEquals(200, decide(application, refused).statusCode());
    assertEquals(List.of(), found("Twijfel"), "the account is nobody's again");
    assertEquals(409, decide(application, refused).statusCode());
    assertTrue(applications().stream().noneMatch(each -> each.getString("application")
        .equals(application.getString("application"))));
  }

  @Test
  void whoIsApprovedAndOpenedCannot() {
    JsonObject application = applied("Hanna Blijft");
    JsonObject approved = new JsonObject().put("state", "approved").put("account", "hanna");
    assertEquals(200, decide(application, approved).statusCode());
    circuit.open(
        new org.omloop.ledger.account.AccountId("hanna"),
        org.omloop.ledger.account.Role.RESIDENT,
        RunningCircuit.newKey());
    assertEquals(409, decide(application, refusal()).statusCode());
    assertEquals(List.of("hanna"), found("Blijft"));
    JsonObject data =
        new JsonObject(circuit.get("/v1/accounts/hanna/personal-data", operator).body());
    assertEquals("approved", data.getJsonObject("application").getString("state"));
  }

  @Test
  void whatCameToNothingIsForgottenAlsoWhenItWasApproved() {
    for (String name : List.of("ida", "jet")) {
      JsonObject approved = new JsonObject().put("state", "approved").put("account", name);
      assertEquals(200, decide(applied(name + " Vergeten"), approved).statusCode());
    }
    circuit.open(
        new org.omloop.ledger.account.AccountId("ida"),
        org.omloop.ledger.account.Role.RESIDENT,
        RunningCircuit.newKey());
    Vertx vertx = Vertx.vertx();
    try {
      Clock later =
          Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Applications.KEPT_SECONDS + 60));
      People people = new People(
          new PersonTables(vertx, circuit.server.database()),
          MasterKey.in(data.resolve("keys"), false),
          later);
      new Applications(
              people, id -> circuit.server.books().directory().account(id).isPresent())
          .forget()
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    } finally {
      vertx.close();
    }
    assertEquals(List.of("ida"), found("Vergeten"));
  }

  @Test
  void nobodyWritesTheirOwnContract() {
    JsonObject bold = resident("Frits").put("contractNumber", "2026-1");
    assertEquals(400, post("/v1/applications", bold, "").statusCode());
  }
}
