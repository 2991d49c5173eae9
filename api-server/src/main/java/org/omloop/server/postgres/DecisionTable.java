package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.bank.DecisionKind;
import org.omloop.server.bank.DecisionStore;
import org.omloop.server.bank.LineDecision;

/** Decisions about bank lines in the database. Thread-safe. */
public final class DecisionTable implements DecisionStore {
  private static final int CONNECTIONS = 2;
  private static final String TAKEN = "23505"; // unique_violation

  /** With all of its lines or not at all; what an entry has booked is no line to decide about, but why is said afterwards too. */
  private static final String ADD = """
      WITH made AS (
        INSERT INTO bank_decision (id, kind, reason, key_id, made_at, jws, state)
        SELECT $1::uuid, $2, $3, $4, $5::bigint, $6, $7
        WHERE NOT EXISTS (
          SELECT 1 FROM bank_line b LEFT JOIN bank_booking k ON k.key = b.key
          WHERE b.key = ANY ($8::text[]) AND coalesce(b.entry, k.entry) IS NOT NULL
            AND NOT ($2 = 'match' AND EXISTS (SELECT 1 FROM journal_entry e
              WHERE e.index = coalesce(b.entry, k.entry) AND e.order_id = $1::uuid)))
        ON CONFLICT (id) DO NOTHING RETURNING id
      ), held AS (
        INSERT INTO bank_decision_line (decision, line, position, closes)
        SELECT made.id, said.line, (said.place - 1)::smallint, $9::boolean
        FROM made, unnest($8::text[]) WITH ORDINALITY AS said (line, place)
        RETURNING 1
      )
      SELECT (SELECT count(*) FROM held) > 0 AS is_new,
        (SELECT jws FROM bank_decision WHERE id = $1) AS known""";

  /** Not while the journal has orders about the bank of which it is not noted yet which lines they book. */
  private static final String AGREE = """
      UPDATE bank_decision SET state = 'agreed', second_key = $2, decided_at = $3, second_jws = $4
      WHERE id = $1 AND state = 'open' AND NOT EXISTS (
        SELECT 1 FROM bank_decision_line JOIN bank_booking ON key = line WHERE decision = $1)
      AND NOT EXISTS (
        SELECT 1 FROM bank_decision_line JOIN bank_line ON key = line
        WHERE decision = $1 AND entry IS NOT NULL)
      AND NOT EXISTS (
        SELECT 1 FROM journal_entry JOIN bank_cursor ON index >= next
        WHERE kind IN ('issue', 'paid-out', 'returned'))""";

  private static final String WITHDRAW = """
      WITH taken_back AS (
        UPDATE bank_decision SET state = 'withdrawn', withdrawn_key = $2, decided_at = $3
        WHERE id = $1 AND (state = 'open' OR state = 'noted' AND NOT EXISTS (
          SELECT 1 FROM journal_entry WHERE order_id = $1 AND reason IS NULL)) RETURNING id
      ), freed AS (
        UPDATE bank_decision_line SET closes = false
        WHERE decision IN (SELECT id FROM taken_back) RETURNING 1
      )
      SELECT count(*) FROM taken_back""";

  private static final String DECISIONS = """
      SELECT d.*, (SELECT array_agg(l.line ORDER BY l.position) FROM bank_decision_line l
        WHERE l.decision = d.id) AS lines
      FROM bank_decision d""";

  private final Pool pool;

  /** Opens connections as they are needed. */
  public DecisionTable(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, CONNECTIONS);
  }

  @Override
  public Future<Kept> add(LineDecision decision) {
    return pool.preparedQuery(ADD)
        .execute(Tuple.from(new Object[] {
          decision.id().value(),
          decision.kind().wireName(),
          decision.reason(),
          decision.by().text(),
          decision.madeAt(),
          decision.signed(),
          decision.state().wireName(),
          decision.lines().toArray(String[]::new),
          decision.kind().closesLines()
        }))
        .map(found -> kept(found.iterator().next(), decision))
        .recover(
            cause -> cause instanceof PgException failure && TAKEN.equals(failure.getSqlState())
                ? Future.succeededFuture(Kept.TAKEN)
                : Future.failedFuture(cause));
  }

  private static Kept kept(Row row, LineDecision decision) {
    String known = row.getString("known");
    if (row.getBoolean("is_new") || decision.signed().equals(known)) {
      return Kept.YES;
    }
    return known == null ? Kept.TAKEN : Kept.CONFLICT;
  }

  @Override
  public Future<Boolean> agree(OrderId decision, KeyId second, long now, String signed) {
    return pool.preparedQuery(AGREE)
        .execute(Tuple.of(decision.value(), second.text(), now, signed))
        .map(done -> done.rowCount() == 1);
  }

  @Override
  public Future<Boolean> withdraw(OrderId decision, KeyId by, long now) {
    return pool.preparedQuery(WITHDRAW)
        .execute(Tuple.of(decision.value(), by.text(), now))
        .map(done -> done.iterator().next().getLong(0) == 1)
        .compose(isDone -> isDone
            ? Future.succeededFuture(true)
            // Asked anew: the statement above has not seen what somebody else decided meanwhile.
            : find(decision).map(found -> found
                .filter(each -> each.state() == LineDecision.State.WITHDRAWN)
                .isPresent()));
  }

  @Override
  public Future<Boolean> isTaken(String line) {
    return pool.preparedQuery("""
            SELECT EXISTS (SELECT 1 FROM bank_decision_line WHERE line = $1 AND closes)""")
        .execute(Tuple.of(line))
        .map(found -> found.iterator().next().getBoolean(0));
  }

  @Override
  public Future<Optional<LineDecision>> find(OrderId decision) {
    return pool.preparedQuery(DECISIONS + " WHERE d.id = $1")
        .execute(Tuple.of(decision.value()))
        .map(found -> all(found).stream().findFirst());
  }

  @Override
  public Future<List<LineDecision>> latest() {
    return pool.preparedQuery(
            DECISIONS + " ORDER BY d.state = 'open' DESC, d.made_at DESC, d.id LIMIT $1")
        .execute(Tuple.of((long) SHOWN))
        .map(DecisionTable::all);
  }

  private static List<LineDecision> all(RowSet<Row> found) {
    List<LineDecision> all = new ArrayList<>();
    found.forEach(row -> all.add(new LineDecision(
        OrderId.parse(row.getUUID("id").toString()),
        DecisionKind.named(row.getString("kind")).orElseThrow(),
        List.of(row.getArrayOfStrings("lines")),
        row.getString("reason"),
        new KeyId(row.getString("key_id")),
        row.getLong("made_at"),
        row.getString("jws"),
        LineDecision.State.named(row.getString("state")),
        Optional.ofNullable(row.getString("second_key")).map(KeyId::new),
        Optional.ofNullable(row.getString("withdrawn_key")).map(KeyId::new),
        row.getLong("decided_at") == null
            ? OptionalLong.empty()
            : OptionalLong.of(row.getLong("decided_at")))));
    return all;
  }
}
