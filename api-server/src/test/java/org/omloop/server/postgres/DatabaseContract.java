package org.omloop.server.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.folder.DataFolder;

/** What holds for every database, the embedded one and an operator's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DatabaseContract {
  private static final String NO_RIGHT = "42501";

  private final Vertx vertx = Vertx.vertx();
  private Database database;

  /** Makes ready what the other two need; comes first and once. */
  abstract void prepare() throws IOException;

  abstract DataFolder folder();

  abstract DatabaseSettings settings();

  @BeforeAll
  final void prepareAndStart() throws IOException {
    prepare();
    startDatabase();
  }

  private void startDatabase() {
    database = Database.start(folder(), settings());
  }

  @AfterAll
  final void stopDatabase() {
    vertx.close().await();
    if (database != null) {
      database.close();
    }
  }

  private String run(PgConnectOptions as, String sql) {
    PgConnection connection = PgConnection.connect(vertx, as).await();
    try {
      return connection
          .query(sql)
          .execute()
          .map(rows ->
              rows.size() == 0 ? "" : String.valueOf(rows.iterator().next().getValue(0)))
          .await();
    } finally {
      connection.close().await();
    }
  }

  private void isForbidden(PgConnectOptions as, String sql) {
    PgException refused = assertThrows(PgException.class, () -> run(as, sql), sql);
    assertEquals(NO_RIGHT, refused.getSqlState(), refused.getMessage());
  }

  @Test
  void theWriterAddsToTheJournalAndMovesTheHead() {
    run(database.writer(), """
        BEGIN;
        INSERT INTO journal_entry (index, booked_at, order_id, kind, leaf)
          VALUES (0, 1, gen_random_uuid(), 'issue', '{}');
        INSERT INTO posting (index, amount, line, debit, account) VALUES (0, 1, 0, true, 'a');
        INSERT INTO account VALUES ('a', 'holder', 'resident', '', '', 0, 'open', 1, 0, 0);
        UPDATE account SET balance = 2;
        UPDATE journal_head SET size = 1, checkpoint = 'note' WHERE size = 0;
        ROLLBACK""");
    assertEquals("0", run(database.reader(), "SELECT size FROM journal_head"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE journal_entry SET leaf = ''",
        "UPDATE journal_entry SET booked_at = 0",
        "DELETE FROM journal_entry",
        "TRUNCATE journal_entry",
        "UPDATE posting SET amount = 1",
        "DELETE FROM posting",
        "TRUNCATE posting",
        "UPDATE hash_tile SET hashes = ''",
        "DELETE FROM hash_tile",
        "TRUNCATE hash_tile",
        "INSERT INTO journal_head (only_row, size, checkpoint) VALUES (false, 0, '')",
        "DELETE FROM journal_head",
        "TRUNCATE journal_head",
        "DELETE FROM account",
        "DELETE FROM account_key",
        "DELETE FROM flyway_schema_history",
        "CREATE TABLE omloop.other (id bigint)",
        "CREATE TABLE public.other (id bigint)",
        "CREATE ROLE other"
      })
  void theWriterMayNot(String sql) {
    isForbidden(database.writer(), sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DROP TABLE journal_entry", "ALTER TABLE journal_entry DISABLE TRIGGER ALL"})
  void theWriterOwnsNothing(String sql) {
    isForbidden(database.writer(), sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO journal_entry VALUES (0, 0, gen_random_uuid(), null, 'issue', null, '')",
        "UPDATE journal_head SET size = 1",
        "UPDATE account SET balance = 1",
        "DELETE FROM posting",
        "TRUNCATE account_key",
        "CREATE TABLE public.other (id bigint)"
      })
  void theReaderMayNot(String sql) {
    isForbidden(database.reader(), sql);
  }

  @Test
  void thereIsOneHeadAtMost() {
    String second = "INSERT INTO journal_head (only_row, size, checkpoint) VALUES (%s, 0, '')";
    assertThrows(PgException.class, () -> run(database.owner(), second.formatted("true")));
    assertThrows(PgException.class, () -> run(database.owner(), second.formatted("false")));
  }

  @Test
  void startingAgainChangesNothing() {
    String tables =
        "SELECT string_agg(relname || relfilenode, ' ' ORDER BY relname) FROM pg_class WHERE relkind = 'r'"
            + " AND relnamespace = 'omloop'::regnamespace";
    String before = run(database.owner(), tables);
    restart();
    assertEquals(before, run(database.owner(), tables));
  }

  @Test
  void aSchemaFromTheFutureIsLeftAlone() {
    run(database.owner(), """
        INSERT INTO flyway_schema_history
          VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 1, 'x', now(), 1, true)""");
    try {
      startIsRefused("made by a newer omloop (schema step 99");
    } finally {
      undo("DELETE FROM flyway_schema_history WHERE version = '99'");
    }
  }

  @Test
  void aSchemaChangedByHandIsLeftAlone() {
    run(
        database.owner(),
        "UPDATE flyway_schema_history SET checksum = checksum + 1 WHERE version = '1'");
    try {
      startIsRefused("changed by hand");
    } finally {
      undo("UPDATE flyway_schema_history SET checksum = checksum - 1 WHERE version = '1'");
    }
  }

  private void restart() {
    database.close();
    startDatabase();
  }

  private void startIsRefused(String words) {
    database.close();
    String message =
        assertThrows(DatabaseUnavailable.class, this::startDatabase).getMessage();
    assertTrue(message.contains(words), message);
    assertEquals(1, message.lines().count(), message);
  }

  /** A refused start has stopped the embedded server; its address comes back with it. */
  private void undo(String sql) {
    database.ensureRunning();
    run(database.owner(), sql);
    restart();
  }
}
