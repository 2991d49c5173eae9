package org.omloop.server.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.address.Password;
import org.omloop.server.postgres.embedded.OwnPostgresql;
import org.omloop.server.postgres.folder.DataFolder;

/**
 * An operator's own database: the one that {@code OMLOOP_TEST_DATABASE_URL} names, empty and with its owner, or else
 * one made with the oldest PostgreSQL installed here.
 */
class OwnDatabaseIT extends DatabaseContract {
  @TempDir
  static Path temporary;

  private static Optional<OwnPostgresql> server = Optional.empty();
  private static DatabaseAddress address;
  private static DataFolder folder;

  @Override
  void prepare() throws IOException {
    String given = System.getenv("OMLOOP_TEST_DATABASE_URL");
    Optional<Path> installed = OwnPostgresql.installed();
    assumeTrue(
        given != null || installed.isPresent(),
        "SKIPPED: no PostgreSQL in /usr/lib/postgresql and no OMLOOP_TEST_DATABASE_URL");
    if (given == null) {
      Path home = Files.createDirectories(temporary.resolve("own").resolve("postgres"));
      server = Optional.of(OwnPostgresql.start(installed.orElseThrow(), home));
    }
    address = server.map(OwnPostgresql::address).orElseGet(() -> DatabaseAddress.parse(given));
    folder = DataFolder.open(temporary.resolve("data"));
  }

  @AfterAll
  static void stopPostgresql() {
    Optional.ofNullable(folder).ifPresent(DataFolder::close);
    server.ifPresent(OwnPostgresql::close);
  }

  @Override
  DataFolder folder() {
    return folder;
  }

  @Override
  DatabaseSettings settings() {
    return at(address);
  }

  private static DatabaseSettings at(DatabaseAddress address) {
    return new DatabaseSettings(Optional.of(address), Map.of());
  }

  private static void isRefused(DatabaseAddress wrong, String words) {
    String message = assertThrows(
            DatabaseUnavailable.class, () -> Database.start(folder, at(wrong)))
        .getMessage();
    assertTrue(message.contains(words), message);
    assertTrue(message.contains(wrong.place()), message);
    assertFalse(message.contains(wrong.password().reveal()), message);
    assertEquals(1, message.lines().count(), message);
  }

  private static DatabaseAddress elsewhere(String host, int port) {
    return new DatabaseAddress(
        host,
        port,
        address.database(),
        address.user(),
        address.password(),
        address.tls(),
        address.certificate());
  }

  @Test
  void aWrongPasswordIsSaidToBeWrong() {
    isRefused(address.as(address.user(), new Password("wrong one")), "user and password");
  }

  @Test
  void anUnknownUserIsSaidToBeWrong() {
    isRefused(address.as("nobody_here", new Password("wrong one")), "user and password");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    isRefused(address.inDatabase("no such database"), "no such database");
  }

  @Test
  void aPortWhereNobodyListensIsNamed() {
    isRefused(elsewhere(address.host(), 1), "does not answer");
  }

  @Test
  void aHostThatIsNotThereIsNamed() {
    isRefused(elsewhere("nowhere.invalid", address.port()), "does not answer");
  }

  @Test
  void aRoleThatServesAnotherOmloopKeepsItsPassword() {
    try (DataFolder other = DataFolder.open(temporary.resolve("other"))) {
      String message = assertThrows(
              DatabaseUnavailable.class, () -> Database.start(other, at(address)))
          .getMessage();
      assertTrue(message.contains("omloop_writer"), message);
      assertTrue(message.contains("OMLOOP_WRITER_PASSWORD"), message);
    }
  }

  @Test
  void givenPasswordsOpenRolesThatExist() {
    try (DataFolder other = DataFolder.open(temporary.resolve("another"))) {
      Map<DatabaseRole, Password> passwords = Map.of(
          DatabaseRole.WRITER, folder.password("omloop_writer").orElseThrow(),
          DatabaseRole.READER, folder.password("omloop_reader").orElseThrow(),
          DatabaseRole.IDENTITY, folder.password("omloop_identity").orElseThrow());
      Database.start(other, new DatabaseSettings(Optional.of(address), passwords))
          .close();
      assertTrue(other.password("omloop_writer").isEmpty(), "a given password is not kept");
    }
  }
}
