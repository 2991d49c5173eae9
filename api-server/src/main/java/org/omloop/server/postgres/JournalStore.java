package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.server.journal.Group;
import org.omloop.server.journal.Journal;
import org.omloop.server.journal.JournalForked;

/**
 * Appends to the journal, on one connection of its own. Its database role may move the head on and may change or
 * delete no entry.
 *
 * <p>A group is one SQL statement, hence one transaction and one round trip: it moves the head if the head is where
 * this writer left it, and everything else it inserts is joined to that row, so that a lost race inserts nothing.
 *
 * <p>Confined to the sequencer's event loop, which sends the next group only after the answer to the last.
 */
public final class JournalStore implements Journal {
  private static final int PAGE = 2_000;

  /** A statement that waits longer, such as for a lock, is given up by the database. */
  private static final String DATABASE_PATIENCE = "10s";

  /** No answer for longer than the database itself would wait: it, or the way to it, is gone. */
  private static final long PATIENCE_SECONDS = 15;

  private static final long CLOSING_SECONDS = 1;

  private static final String APPEND = """
      WITH head AS (
        UPDATE journal_head SET size = $3, checkpoint = $4
        WHERE size = $1 AND checkpoint = $2
        RETURNING 1
      ), entries AS (
        INSERT INTO journal_entry (index, order_id, booked_at, kind, reason, refers_to, leaf)
        SELECT e.* FROM head, unnest($5::bigint[], $6::uuid[], $7::bigint[], $8::text[], $9::text[],
          $10::uuid[], $11::bytea[]) e
      ), postings AS (
        INSERT INTO posting (account, index, line, debit, amount)
        SELECT p.* FROM head, unnest($12::text[], $13::bigint[], $14::smallint[], $15::boolean[],
          $16::bigint[]) p
      ), accounts AS (
        INSERT INTO account AS a
          (id, type, role, sector, area, level, status, balance, held, credit_limit)
        SELECT c.* FROM head, unnest($17::text[], $18::text[], $19::text[], $20::text[],
          $21::text[], $22::integer[], $23::text[], $24::bigint[], $25::bigint[], $26::bigint[]) c
        ON CONFLICT (id) DO UPDATE SET (role, sector, area, level, status, balance, held, credit_limit)
          = (excluded.role, excluded.sector, excluded.area, excluded.level, excluded.status,
             excluded.balance, excluded.held, excluded.credit_limit)
      ), keys AS (
        INSERT INTO account_key AS k
          (key_id, account, public_key, rights, holder, label, per_order, per_day, active_from, revoked)
        SELECT c.* FROM head, unnest($27::text[], $28::text[], $29::text[], $30::text[],
          $31::text[], $32::text[], $33::bigint[], $34::bigint[], $35::bigint[], $36::boolean[]) c
        ON CONFLICT (key_id) DO UPDATE SET revoked = excluded.revoked
      ), tiles AS (
        INSERT INTO hash_tile (level, tile, hashes)
        SELECT t.* FROM head, unnest($37::integer[], $38::bigint[], $39::bytea[]) t
      )
      SELECT count(*) FROM head""";

  private final Vertx vertx;
  private final Database database;
  private final PgConnectOptions options;
  private Future<PgConnection> connection = Future.failedFuture("not connected yet");

  /** Makes a store that connects when the journal is first read. */
  public JournalStore(Vertx vertx, Database database) {
    this(vertx, database, database.writer());
  }

  private JournalStore(Vertx vertx, Database database, PgConnectOptions options) {
    this.vertx = vertx;
    this.database = database;
    this.options = options
        .setCachePreparedStatements(true)
        .setPipeliningLimit(1)
        .addProperty("statement_timeout", DATABASE_PATIENCE);
  }

  /** Makes a store that writes to the same tables in another schema, as the owner. */
  static JournalStore in(String schema, Vertx vertx, Database database) {
    return new JournalStore(vertx, database, database.owner().addProperty("search_path", schema));
  }

  @Override
  public Future<Void> append(Group group) {
    return connection
        .compose(open -> open.preparedQuery(APPEND).execute(GroupColumns.of(group)))
        .compose(rows -> rows.iterator().next().getLong(0) == 1
            ? Future.succeededFuture()
            : Future.<Void>failedFuture(new JournalForked(group.before().size())))
        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** A commit may have failed because the database is no more, so that is seen to first. */
  @Override
  public Future<Head> replay(Consumer<Group.Leaf> each) {
    return DatabaseWatch.revive(vertx, database)
        .compose(running -> reconnect())
        .compose(open -> replayPage(0, page(open, 0), each, open).compose(read -> head(open)));
  }

  /** A connection whose last answer was lost may still be at work: it is closed, never used again. */
  private Future<PgConnection> reconnect() {
    Future<PgConnection> last = connection;
    connection = last.compose(PgConnection::close)
        .timeout(
            CLOSING_SECONDS,
            TimeUnit.SECONDS) // it waits its turn behind an answer that may never come
        .transform(closed ->
            PgConnection.connect(vertx, options).timeout(PATIENCE_SECONDS, TimeUnit.SECONDS));
    return connection;
  }

  private Future<Head> head(PgConnection open) {
    return open.query("SELECT size, checkpoint FROM journal_head")
        .execute()
        .map(rows -> rows.iterator().next())
        .map(row -> new Head(row.getLong(0), row.getString(1)));
  }

  /** While one page is handed over the next is read and decoded: a start takes as long as the slower of the two. */
  private Future<Void> replayPage(
      long index, Future<List<Group.Leaf>> page, Consumer<Group.Leaf> each, PgConnection open) {
    return page.compose(leaves -> {
      Future<Void> handedOver = vertx.executeBlocking(() -> handOver(leaves, each), false);
      if (leaves.size() < PAGE) {
        return handedOver;
      }
      Future<List<Group.Leaf>> next = page(open, index + PAGE);
      return Future.join(handedOver, next)
          .compose(both -> replayPage(index + PAGE, next, each, open));
    });
  }

  private static @Nullable Void handOver(List<Group.Leaf> leaves, Consumer<Group.Leaf> each) {
    leaves.forEach(each);
    return null;
  }

  /** Decoding is work for workers, not for an event loop. */
  private Future<List<Group.Leaf>> page(PgConnection open, long index) {
    return open.preparedQuery(
            "SELECT leaf FROM journal_entry WHERE index >= $1 ORDER BY index LIMIT $2")
        .execute(Tuple.of(index, PAGE))
        .compose(rows -> vertx.executeBlocking(() -> decode(rows), false));
  }

  private static List<Group.Leaf> decode(RowSet<Row> rows) {
    List<byte[]> leaves = new ArrayList<>(rows.size());
    rows.forEach(row -> leaves.add(row.getBuffer(0).getBytes()));
    return leaves.parallelStream()
        .map(leaf -> new Group.Leaf(LeafDecoder.decode(leaf), leaf))
        .toList();
  }

  /** Closes the connection. */
  public Future<Void> close() {
    return connection.compose(PgConnection::close).otherwiseEmpty();
  }
}
