package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.proposals.Proposal;
import org.omloop.server.proposals.ProposalStore;

/** Proposals in the database. Thread-safe. */
public final class ProposalTable implements ProposalStore {
  private static final String COLUMNS =
      "SELECT order_id, source, jws, key_id, made_at, expires_at FROM proposal p WHERE ";

  /** At $1, unix seconds. */
  private static final String OPEN = """
      withdrawn_at IS NULL AND expires_at >= $1
      AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.order_id = p.order_id)""";

  private final Pool pool;

  /** Opens a connection when it is needed. */
  public ProposalTable(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, 1);
  }

  @Override
  public Future<Kept> add(Proposal proposal) {
    return pool.preparedQuery("""
            WITH forgotten AS (
              DELETE FROM proposal WHERE expires_at < $1
            ), waiting AS (
              SELECT count(*) AS number FROM proposal p WHERE source = $6 AND (""" + OPEN + """
            )
            ), added AS (
              INSERT INTO proposal (made_at, order_id, jws, key_id, expires_at, source)
              SELECT $1::bigint, $2::uuid, $3::text, $4::text, $5::bigint, $6::text
              FROM waiting WHERE number < $7
              ON CONFLICT (order_id) DO NOTHING RETURNING 1
            )
            SELECT CASE
              WHEN EXISTS (SELECT 1 FROM added)
                OR EXISTS (SELECT 1 FROM proposal WHERE order_id = $2 AND jws = $3 AND withdrawn_at IS NULL)
                THEN 'YES'
              WHEN EXISTS (SELECT 1 FROM proposal WHERE order_id = $2) THEN 'CONFLICT'
              ELSE 'FULL' END""")
        .execute(Tuple.of(
            proposal.madeAt(),
            proposal.order().value(),
            proposal.signed(),
            proposal.by().text(),
            proposal.expiresAt(),
            proposal.source().value(),
            (long) MOST))
        .map(rows -> Kept.valueOf(rows.iterator().next().getString(0)));
  }

  @Override
  public Future<List<Proposal>> open(AccountId source, long now) {
    return pool.preparedQuery(
            COLUMNS + "source = $2 AND " + OPEN + " ORDER BY made_at, order_id LIMIT $3")
        .execute(Tuple.of(now, source.value(), (long) MOST))
        .map(ProposalTable::read);
  }

  @Override
  public Future<List<Proposal>> open(long now) {
    return pool.preparedQuery(COLUMNS + OPEN + " ORDER BY made_at, order_id")
        .execute(Tuple.of(now))
        .map(ProposalTable::read);
  }

  @Override
  public Future<Optional<Proposal>> find(OrderId order) {
    return pool.preparedQuery(COLUMNS + "order_id = $1")
        .execute(Tuple.of(order.value()))
        .map(rows -> read(rows).stream().findFirst());
  }

  @Override
  public Future<Void> withdraw(OrderId order, long now) {
    return pool.preparedQuery(
            "UPDATE proposal SET withdrawn_at = $2 WHERE order_id = $1 AND withdrawn_at IS NULL")
        .execute(Tuple.of(order.value(), now))
        .mapEmpty();
  }

  private static List<Proposal> read(RowSet<Row> rows) {
    List<Proposal> proposals = new ArrayList<>();
    rows.forEach(row -> proposals.add(new Proposal(
        new OrderId(row.getUUID("order_id")),
        new AccountId(row.getString("source")),
        row.getString("jws"),
        KeyId.parse(row.getString("key_id")),
        row.getLong("made_at"),
        row.getLong("expires_at"))));
    return proposals;
  }
}
