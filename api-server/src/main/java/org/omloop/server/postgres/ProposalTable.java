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
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.proposals.Proposal;
import org.omloop.server.proposals.ProposalStore;

/** Proposals in the database. Thread-safe. */
public final class ProposalTable implements ProposalStore {
  private static final String COLUMNS =
      "SELECT order_id, jws, key_id, made_at, expires_at FROM proposal p WHERE ";

  private final Pool pool;

  /** Opens a connection when it is needed. */
  public ProposalTable(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, 1);
  }

  @Override
  public Future<Boolean> add(Proposal proposal) {
    return pool.preparedQuery("""
            WITH forgotten AS (
              DELETE FROM proposal WHERE expires_at < $4
            ), added AS (
              INSERT INTO proposal (order_id, jws, key_id, made_at, expires_at)
              VALUES ($1, $2, $3, $4, $5)
              ON CONFLICT (order_id) DO NOTHING RETURNING 1
            )
            SELECT EXISTS (SELECT 1 FROM added)
              OR EXISTS (SELECT 1 FROM proposal WHERE order_id = $1 AND jws = $2 AND withdrawn_at IS NULL)""")
        .execute(Tuple.of(
            proposal.order().value(),
            proposal.signed(),
            proposal.by().text(),
            proposal.madeAt(),
            proposal.expiresAt()))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public Future<List<Proposal>> open(long now) {
    return pool.preparedQuery(COLUMNS + """
            withdrawn_at IS NULL AND expires_at >= $1
            AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.order_id = p.order_id)
            ORDER BY made_at, order_id LIMIT $2""")
        .execute(Tuple.of(now, (long) MOST))
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
        row.getString("jws"),
        KeyId.parse(row.getString("key_id")),
        row.getLong("made_at"),
        row.getLong("expires_at"))));
    return proposals;
  }
}
