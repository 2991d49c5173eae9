package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.payouts.Batch;
import org.omloop.server.payouts.BatchId;
import org.omloop.server.payouts.BatchStore;
import org.omloop.server.payouts.Debtor;
import org.omloop.server.payouts.Draft;
import org.omloop.server.payouts.FileForm;
import org.omloop.server.payouts.Step;

/** Batches of payouts in the database. Thread-safe. */
public final class BatchTable implements BatchStore {
  private static final int CONNECTIONS = 2;
  private static final String TAKEN = "23505"; // unique_violation

  /** One statement, so that a batch is there with all of its items or not at all. */
  private static final String DRAFT = """
      WITH batch AS (
        INSERT INTO payout_batch
          (batch, drafted_at, key_id, execution_date, form, debtor_name, debtor_iban, jws)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (batch) DO NOTHING RETURNING batch
      ), items AS (
        INSERT INTO payout_item (batch, order_id, position)
        SELECT batch, item.id, (item.place - 1)::smallint
        FROM batch, unnest($9::uuid[]) WITH ORDINALITY AS item (id, place)
        RETURNING 1
      )
      SELECT (SELECT count(*) FROM items) > 0 AS is_new,
        (SELECT jws FROM payout_batch WHERE batch = $1) AS known""";

  private static final String STEP = """
      WITH step AS (
        INSERT INTO payout_step (batch, number, kind, key_id, at, sha256, reason, jws)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT DO NOTHING RETURNING batch, kind
      ), freed AS (
        UPDATE payout_item SET free = true
        WHERE batch IN (SELECT batch FROM step WHERE kind = 'sent-back')
        RETURNING 1
      )
      SELECT count(*) FROM step""";

  private static final String BATCHES = """
      SELECT b.*, (
        SELECT array_agg(i.order_id ORDER BY i.position) FROM payout_item i WHERE i.batch = b.batch
      ) AS orders, s.kind, s.key_id AS step_key, s.at, s.sha256, s.reason, s.jws AS step_jws
      FROM payout_batch b LEFT JOIN payout_step s USING (batch)
      """;

  private final Pool pool;

  /** Opens connections as they are needed. */
  public BatchTable(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, CONNECTIONS);
  }

  @Override
  public Future<Drafting> draft(Draft draft) {
    return pool.preparedQuery(DRAFT)
        .execute(Tuple.from(new Object[] {
          draft.batch().value(),
          draft.draftedAt().getEpochSecond(),
          draft.by().text(),
          draft.executionDate(),
          draft.form().wireName(),
          draft.debtor().name(),
          draft.debtor().iban(),
          draft.signed(),
          ids(draft.redemptions())
        }))
        .map(rows -> {
          Row row = rows.iterator().next();
          return row.getBoolean("is_new") || draft.signed().equals(row.getString("known"))
              ? Drafting.KEPT
              : Drafting.OTHER_WORDS;
        })
        .recover(
            cause -> cause instanceof PgException refused && TAKEN.equals(refused.getSqlState())
                ? Future.succeededFuture(Drafting.TAKEN)
                : Future.failedFuture(cause));
  }

  private static UUID[] ids(List<OrderId> orders) {
    return orders.stream().map(OrderId::value).toArray(UUID[]::new);
  }

  @Override
  public Future<Boolean> add(BatchId batch, int seen, Step step) {
    return pool.preparedQuery(STEP)
        .execute(Tuple.from(new Object[] {
          batch.value(),
          (short) (seen + 1),
          step.kind().wireName(),
          step.by().text(),
          step.at().getEpochSecond(),
          step.sha256(),
          step.reason(),
          step.signed()
        }))
        .map(rows -> rows.iterator().next().getLong(0) == 1);
  }

  @Override
  public Future<Optional<Batch>> find(BatchId batch) {
    return pool.preparedQuery(BATCHES + "WHERE b.batch = $1 ORDER BY s.number")
        .execute(Tuple.of(batch.value()))
        .map(rows -> read(rows).stream().findFirst());
  }

  @Override
  public Future<List<Batch>> latest(int limit) {
    return pool.preparedQuery(BATCHES + """
            WHERE b.batch IN (
              SELECT batch FROM payout_batch ORDER BY drafted_at DESC, batch DESC LIMIT $1)
            ORDER BY b.drafted_at DESC, b.batch DESC, s.number""").execute(Tuple.of(limit)).map(BatchTable::read);
  }

  @Override
  public Future<Map<OrderId, Batch>> of(List<OrderId> redemptions) {
    return pool.preparedQuery(BATCHES + """
            WHERE b.batch IN (
              SELECT batch FROM payout_item WHERE order_id = ANY($1::uuid[]) AND NOT free)
            ORDER BY b.batch, s.number""").execute(Tuple.of(ids(redemptions))).map(rows -> {
      Map<OrderId, Batch> found = new HashMap<>();
      read(rows)
          .forEach(batch -> batch.draft().redemptions().forEach(order -> found.put(order, batch)));
      found.keySet().retainAll(redemptions);
      return found;
    });
  }

  /** A batch has a row for each of its steps, or one without any. */
  private static List<Batch> read(RowSet<Row> rows) {
    Map<UUID, Batch> batches = new LinkedHashMap<>();
    rows.forEach(row -> {
      Batch before =
          batches.computeIfAbsent(row.getUUID("batch"), batch -> new Batch(draft(row), List.of()));
      if (row.getString("kind") != null) {
        batches.put(row.getUUID("batch"), with(before, row));
      }
    });
    return List.copyOf(batches.values());
  }

  private static Batch with(Batch before, Row row) {
    List<Step> steps = new ArrayList<>(before.steps());
    steps.add(new Step(
        Step.Kind.named(row.getString("kind")),
        KeyId.parse(row.getString("step_key")),
        Instant.ofEpochSecond(row.getLong("at")),
        row.getString("sha256"),
        row.getString("reason"),
        row.getString("step_jws")));
    return new Batch(before.draft(), steps);
  }

  private static Draft draft(Row row) {
    return new Draft(
        new BatchId(row.getUUID("batch")),
        List.of(row.getArrayOfUUIDs("orders")).stream().map(OrderId::new).toList(),
        KeyId.parse(row.getString("key_id")),
        Instant.ofEpochSecond(row.getLong("drafted_at")),
        row.getLocalDate("execution_date"),
        FileForm.named(row.getString("form")).orElseThrow(),
        new Debtor(row.getString("debtor_name"), row.getString("debtor_iban")),
        row.getString("jws"));
  }
}
