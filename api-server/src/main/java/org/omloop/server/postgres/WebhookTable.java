package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.payment.RequestId;
import org.omloop.server.webhooks.Answer;
import org.omloop.server.webhooks.Delivery;
import org.omloop.server.webhooks.Due;
import org.omloop.server.webhooks.Endpoint;
import org.omloop.server.webhooks.WebhookStore;

/** Webhook endpoints and deliveries in the database. Thread-safe. */
public final class WebhookTable implements WebhookStore {
  private static final int CONNECTIONS = 4;

  /** More than one endpoint may wait for at once, so that a slow one keeps nobody else waiting. */
  private static final int AT_ONCE = 4;

  private static final String ACTIVE = "disabled_at IS NULL AND removed_at IS NULL";

  /** The old place, the new place and what is to be told of the entries between stand or fall together. */
  private static final String ADVANCE = """
      WITH place AS (
        SELECT c.next AS since, least(h.size, c.next + 1000) AS until
        FROM webhook_cursor c CROSS JOIN journal_head h FOR UPDATE OF c
      ), moved AS (
        UPDATE webhook_cursor SET next = place.until FROM place WHERE place.until > place.since
      ), added AS (
        INSERT INTO webhook_delivery (endpoint, entry, request, made_at, next_at)
        SELECT w.id, e.index, r.id, $1::bigint, $1::bigint
        FROM place
        JOIN journal_entry e ON e.index >= place.since AND e.index < place.until
        JOIN payment_request r ON r.name = e.refers_to
        JOIN webhook_endpoint w ON w.account = r.payee AND w.first_entry <= e.index
        WHERE e.reason IS NULL AND w.disabled_at IS NULL AND w.removed_at IS NULL
        ON CONFLICT DO NOTHING
      )
      SELECT until - since FROM place""";

  private static final String DUE = """
      SELECT w.*, d.entry, d.tries, d.request, r.jws, e.leaf
      FROM (
        SELECT *, row_number() OVER (PARTITION BY endpoint ORDER BY next_at, entry) AS place
        FROM webhook_delivery WHERE next_at <= $1
      ) d
      JOIN webhook_endpoint w ON w.id = d.endpoint
      JOIN payment_request r ON r.id = d.request
      JOIN journal_entry e ON e.index = d.entry
      WHERE d.place <= %d AND w.disabled_at IS NULL AND w.removed_at IS NULL
        AND (w.resumes_at IS NULL OR w.resumes_at <= $1)
      ORDER BY d.next_at, d.entry LIMIT 256""".formatted(AT_ONCE);

  /** $1 endpoint, $2 entry, $3 now, $4 next try, $5 status, $6 trouble, $7 good, $8 gone, $9 not before. */
  private static final String NOTE = """
      WITH endpoint AS (
        UPDATE webhook_endpoint SET
          disabled_at = CASE WHEN $8::boolean THEN coalesce(disabled_at, $3::bigint) ELSE disabled_at END,
          resumes_at = coalesce($9::bigint, resumes_at)
        WHERE id = $1 AND ($8 OR $9::bigint IS NOT NULL)
      ), ended AS (
        UPDATE webhook_delivery SET next_at = NULL WHERE endpoint = $1 AND entry <> $2 AND $8
      )
      UPDATE webhook_delivery d SET
        tries = tries + 1, tried_at = $3, status = $5::integer, trouble = $6::text,
        delivered_at = CASE WHEN $7::boolean THEN $3 END,
        next_at = CASE WHEN w.disabled_at IS NULL AND w.removed_at IS NULL THEN $4::bigint END
      FROM webhook_endpoint w
      WHERE w.id = d.endpoint AND d.endpoint = $1 AND d.entry = $2""";

  private final Pool pool;

  /** Opens connections as they are needed. */
  public WebhookTable(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, CONNECTIONS);
  }

  @Override
  public Future<Boolean> add(Endpoint endpoint) {
    return pool.withTransaction(connection ->
        oneAtATime(endpoint.account(), connection).compose(alone -> insert(endpoint, connection)));
  }

  /** Nobody else counts this account's endpoints before the transaction has ended. */
  private static Future<?> oneAtATime(AccountId account, SqlClient connection) {
    return connection
        .preparedQuery("SELECT pg_advisory_xact_lock(hashtextextended('webhooks ' || $1, 0))")
        .execute(Tuple.of(account.value()));
  }

  private static Future<Boolean> insert(Endpoint endpoint, SqlClient connection) {
    return connection
        .preparedQuery("""
            INSERT INTO webhook_endpoint
              (id, account, url, base, generation, shares_secret, made_at, first_entry)
            SELECT $1, $2, $3, $4, $5, $6, $7, (SELECT size FROM journal_head)
            WHERE (SELECT count(*) FROM webhook_endpoint
                   WHERE account = $2 AND removed_at IS NULL) < $8
            ON CONFLICT DO NOTHING""")
        .execute(Tuple.from(new Object[] {
          endpoint.id(),
          endpoint.account().value(),
          endpoint.url(),
          endpoint.base(),
          endpoint.generation(),
          endpoint.sharesSecret(),
          endpoint.madeAt(),
          (long) MOST
        }))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Optional<Endpoint>> find(AccountId account, String id) {
    return pool.preparedQuery("SELECT * FROM webhook_endpoint WHERE account = $1 AND id = $2")
        .execute(Tuple.of(account.value(), id))
        .map(rows -> read(rows, WebhookTable::endpoint).stream().findFirst());
  }

  @Override
  public Future<List<Endpoint>> of(AccountId account) {
    return pool.preparedQuery(
            "SELECT * FROM webhook_endpoint WHERE account = $1 ORDER BY made_at DESC, id LIMIT 200")
        .execute(Tuple.of(account.value()))
        .map(rows -> read(rows, WebhookTable::endpoint));
  }

  @Override
  public Future<Boolean> rotate(String id, long now) {
    return pool.preparedQuery(
            "UPDATE webhook_endpoint SET generation = generation + 1, rotated_at = $2 WHERE id = $1 AND "
                + ACTIVE)
        .execute(Tuple.of(id, now))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Void> remove(String id, long now) {
    return pool.preparedQuery("""
            WITH ended AS (
              UPDATE webhook_delivery SET next_at = NULL WHERE endpoint = $1 AND next_at IS NOT NULL
            )
            UPDATE webhook_endpoint SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL""").execute(Tuple.of(id, now)).mapEmpty();
  }

  @Override
  public Future<Void> forget(AccountId account) {
    return pool.withTransaction(connection -> connection
        .preparedQuery("""
            DELETE FROM webhook_delivery
            WHERE endpoint IN (SELECT id FROM webhook_endpoint WHERE account = $1)""")
        .execute(Tuple.of(account.value()))
        .compose(gone -> connection
            .preparedQuery("DELETE FROM webhook_endpoint WHERE account = $1")
            .execute(Tuple.of(account.value())))
        .mapEmpty());
  }

  @Override
  public Future<List<Delivery>> deliveries(String id) {
    return pool.preparedQuery(
            "SELECT * FROM webhook_delivery WHERE endpoint = $1 ORDER BY entry DESC LIMIT 200")
        .execute(Tuple.of(id))
        .map(rows -> read(rows, WebhookTable::delivery));
  }

  @Override
  public Future<Optional<Delivery>> redeliver(String id, long entry, long now) {
    return pool.preparedQuery("""
            UPDATE webhook_delivery d SET tries = 0, next_at = $3, delivered_at = NULL
            FROM webhook_endpoint w
            WHERE d.endpoint = $1 AND d.entry = $2 AND w.id = d.endpoint
              AND w.disabled_at IS NULL AND w.removed_at IS NULL
            RETURNING d.*""")
        .execute(Tuple.of(id, entry, now))
        .map(rows -> read(rows, WebhookTable::delivery).stream().findFirst());
  }

  @Override
  public Future<Long> advance(long now) {
    return pool.preparedQuery(ADVANCE)
        .execute(Tuple.of(now))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Future<List<Due>> due(long now) {
    return pool.preparedQuery(DUE)
        .execute(Tuple.of(now))
        .map(rows -> read(rows, WebhookTable::due));
  }

  @Override
  public Future<Void> note(Due due, Answer answer, OptionalLong nextAt, long now) {
    return pool.preparedQuery(NOTE)
        .execute(Tuple.from(new @Nullable Object[] {
          due.endpoint().id(),
          due.entry(),
          now,
          boxed(nextAt),
          answer.status().isPresent() ? answer.status().getAsInt() : null,
          answer.trouble().orElse(null),
          answer.isGood(),
          answer.isGone(),
          answer.slowsDown() ? boxed(nextAt) : null
        }))
        .mapEmpty();
  }

  private static <T> List<T> read(RowSet<Row> rows, Function<Row, T> as) {
    List<T> all = new ArrayList<>();
    rows.forEach(row -> all.add(as.apply(row)));
    return all;
  }

  private static Endpoint endpoint(Row row) {
    return new Endpoint(
        row.getString("id"),
        new AccountId(row.getString("account")),
        row.getString("url"),
        row.getString("base"),
        row.getInteger("generation"),
        row.getBoolean("shares_secret"),
        row.getLong("made_at"),
        time(row, "rotated_at"),
        time(row, "disabled_at"),
        time(row, "removed_at"));
  }

  private static Delivery delivery(Row row) {
    Integer status = row.getInteger("status");
    return new Delivery(
        row.getLong("entry"),
        new RequestId(row.getString("request")),
        row.getInteger("tries"),
        time(row, "next_at"),
        time(row, "tried_at"),
        time(row, "delivered_at"),
        status == null ? OptionalInt.empty() : OptionalInt.of(status),
        Optional.ofNullable(row.getString("trouble")));
  }

  private static Due due(Row row) {
    return new Due(
        endpoint(row),
        row.getLong("entry"),
        row.getInteger("tries"),
        row.getString("request"),
        row.getString("jws"),
        row.getBuffer("leaf").getBytes());
  }

  private static OptionalLong time(Row row, String column) {
    Long time = row.getLong(column);
    return time == null ? OptionalLong.empty() : OptionalLong.of(time);
  }

  private static @Nullable Long boxed(OptionalLong time) {
    return time.isPresent() ? time.getAsLong() : null;
  }
}
