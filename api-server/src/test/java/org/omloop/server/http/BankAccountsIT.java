package org.omloop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omloop.ledger.signing.Base64Url;
import org.omloop.ledger.signing.SigningKey;
import org.omloop.server.Server;
import org.omloop.server.identity.BankAccount;
import org.omloop.server.identity.BankAccounts;
import org.omloop.server.identity.MasterKey;
import org.omloop.server.identity.MasterKeyMissing;
import org.omloop.server.identity.People;
import org.omloop.server.identity.PersonStore;
import org.omloop.server.postgres.PersonTables;

/** Members tell where their euros go; it is kept so that the database alone does not tell it. */
class BankAccountsIT {
  private static final String IBAN = "NL91ABNA0417164300";
  private static final String NAME = "Bakkerij Geheimzinnig";

  @TempDir
  private static Path data;

  private static RunningCircuit circuit;
  private static Vertx vertx;

  @BeforeAll
  static void start() {
    circuit = RunningCircuit.start(data);
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close();
    circuit.close();
  }

  private static BankAccount account(int salt) {
    return told(IBAN, salt);
  }

  private static JsonObject json(BankAccount account) {
    return new JsonObject()
        .put("iban", account.iban())
        .put("ibanHash", account.ibanHash())
        .put("name", account.name())
        .put("salt", account.salt());
  }

  private static BankAccount told(String iban, int salt) {
    byte[] bytes = new byte[16];
    bytes[0] = (byte) salt;
    return new BankAccount(iban, NAME, Base64Url.encode(bytes));
  }

  private static HttpResponse<String> tell(JsonObject body, SigningKey key) {
    return tell(body, key, circuit);
  }

  private static HttpResponse<String> tell(
      JsonObject body, SigningKey key, RunningCircuit circuit) {
    return tell("bakery", body, key, circuit);
  }

  private static HttpResponse<String> tell(
      String account, JsonObject body, SigningKey key, RunningCircuit circuit) {
    return circuit.send(circuit
        .request("/v1/accounts/" + account + "/bank-accounts")
        .header("Authorization", "Bearer " + circuit.token(key))
        .header("Content-Type", "application/json")
        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body.encode()))
        .build());
  }

  private static Optional<BankAccount> find(BankAccount account, Path keys) {
    MasterKey master = MasterKey.in(keys, false);
    return new BankAccounts(new People(
            new PersonTables(vertx, circuit.server.database()), master, Clock.systemUTC()))
        .find(account.ibanHash())
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  @Test
  void whatAMemberToldIsFoundByItsHash() {
    BankAccount told = account(1);
    assertEquals(Optional.empty(), find(told, data.resolve("keys")));
    assertEquals(200, tell(json(told), circuit.baker).statusCode());
    assertEquals(200, tell(json(told), circuit.baker).statusCode());
    assertEquals(Optional.of(told), find(told, data.resolve("keys")));
  }

  @Test
  void theDatabaseAloneTellsNothing() throws SQLException {
    assertEquals(200, tell(json(account(2)), circuit.baker).statusCode());
    String all = dump();
    assertTrue(all.contains(account(2).ibanHash()), all);
    assertFalse(all.contains(IBAN), "the IBAN is in the database");
    assertFalse(all.contains(NAME), "the name is in the database");
  }

  private static String dump() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection owner = circuit.server.database().ownerConnection();
        Statement statement = owner.createStatement()) {
      for (String table : new String[] {"person", "blind_index", "bank_account"}) {
        try (ResultSet rows = statement.executeQuery("SELECT t.*, "
            + (table.equals("blind_index") ? "encode(value, 'escape')" : "''")
            + " FROM identity." + table + " t")) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int at = 1; at <= columns; at++) {
              all.append(new String(
                      Optional.ofNullable(rows.getBytes(at)).orElse(new byte[0]),
                      java.nio.charset.StandardCharsets.UTF_8))
                  .append(' ');
            }
          }
        }
      }
    }
    return all.toString();
  }

  @Test
  void neitherWriterNorReaderMayLookIn() throws SQLException {
    try (Connection owner = circuit.server.database().ownerConnection();
        Statement statement = owner.createStatement()) {
      for (String role : new String[] {"omloop_writer", "omloop_reader"}) {
        try (ResultSet rows = statement.executeQuery("SELECT has_schema_privilege('" + role
            + "', 'identity', 'USAGE') OR has_table_privilege('" + role
            + "', 'identity.person', 'SELECT')")) {
          rows.next();
          assertFalse(rows.getBoolean(1), role);
        }
      }
      try (ResultSet rows = statement.executeQuery(
          "SELECT has_schema_privilege('omloop_identity', 'omloop', 'USAGE')")) {
        rows.next();
        assertFalse(rows.getBoolean(1), "who knows names need not know payments");
      }
    }
  }

  @Test
  void anotherMasterKeyOpensNothing(@TempDir Path elsewhere) {
    BankAccount told = account(3);
    tell(json(told), circuit.baker);
    MasterKey.in(elsewhere, true);
    Throwable cause = assertThrows(
            java.util.concurrent.CompletionException.class, () -> find(told, elsewhere))
        .getCause();
    assertTrue(cause instanceof IllegalStateException, String.valueOf(cause));
    assertFalse(String.valueOf(cause).contains(IBAN));
  }

  @Test
  void aLostMasterKeyIsNotMadeAnew(@TempDir Path empty) {
    String message =
        assertThrows(MasterKeyMissing.class, () -> MasterKey.in(empty, false)).getMessage();
    assertTrue(message.contains("identity.key is missing"), message);
  }

  @Test
  void anotherMasterKeyStartsNoServer(@TempDir Path folder) throws java.io.IOException {
    Path key = folder.resolve("keys/identity.key");
    RunningCircuit first = RunningCircuit.start(folder);
    try {
      assertEquals(200, tell(json(account(1)), first.baker, first).statusCode());
    } finally {
      first.close();
    }
    String right = Files.readString(key);
    Files.delete(key);
    MasterKey.in(folder.resolve("keys"), true);
    String message = assertThrows(
            MasterKeyMissing.class,
            () -> Server.start(RunningCircuit.config(folder), end -> {}).close())
        .getMessage();
    assertTrue(message.contains("is not the key that the members were kept with"), message);
    Files.writeString(key, right);
    Server.start(RunningCircuit.config(folder), end -> {}).close();
  }

  /** As a crash leaves it: the file gets its name only when it is whole. */
  @Test
  void aKeyThatIsHalfWrittenIsNone(@TempDir Path empty) throws java.io.IOException {
    Files.writeString(empty.resolve("identity.key.new"), "AAA");
    MasterKey.in(empty, true);
    assertEquals(44, Files.size(empty.resolve("identity.key")));
    assertFalse(Files.exists(empty.resolve("identity.key.new")));
    MasterKey.in(empty, false);
  }

  @Test
  void nobodyFillsTheTable() throws SQLException {
    for (int salt = 0; salt < PersonStore.BANK_ACCOUNTS_A_DAY; salt++) {
      BankAccount told = told("NL02ABNA0123456789", salt);
      assertEquals(200, tell("bo", json(told), circuit.bo, circuit).statusCode(), "salt " + salt);
    }
    HttpResponse<String> more =
        tell("bo", json(told("NL02ABNA0123456789", 99)), circuit.bo, circuit);
    assertEquals(409, more.statusCode(), more.body());
    assertTrue(more.body().contains("/problems/bank-accounts-exhausted"), more.body());
    BankAccount first = told("NL02ABNA0123456789", 0);
    assertEquals(200, tell("bo", json(first), circuit.bo, circuit).statusCode(), "is kept");
    try (Connection owner = circuit.server.database().ownerConnection();
        Statement statement = owner.createStatement()) {
      statement.executeUpdate("UPDATE identity.bank_account SET made_at = made_at - 86400");
    }
    assertEquals(
        200,
        tell("bo", json(told("NL02ABNA0123456789", 99)), circuit.bo, circuit).statusCode(),
        "the next day");
  }

  @Test
  void onlyItsOwnerReadsTheKeyFile() throws java.io.IOException {
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(data.resolve("keys/identity.key"))));
  }

  @ParameterizedTest
  @CsvSource({
    "iban, NL91ABNA0417164301",
    "iban, nl91abna0417164300",
    "name, ''",
    "salt, AAAA",
    "ibanHash, 47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU",
    "memo, x"
  })
  void whatDoesNotFitIsNamedAndNotRepeated(String member, String value) {
    JsonObject body = json(account(4)).put(member, value);
    HttpResponse<String> answer = tell(body, circuit.baker);
    assertEquals(400, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(member), answer.body());
    assertFalse(value.length() > 4 && answer.body().contains(value), answer.body());
    assertEquals(Optional.empty(), find(account(4), data.resolve("keys")));
  }

  @Test
  void aCashierTellsNothing() {
    assertEquals(403, tell(json(account(5)), circuit.cashier).statusCode());
    assertEquals(404, tell(json(account(5)), circuit.anna).statusCode());
  }
}
