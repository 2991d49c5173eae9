package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.checkpoint.Hash;
import org.omloop.ledger.signing.KeyId;
import org.omloop.server.closings.Closing;
import org.omloop.server.closings.ClosingStore;

/** Closings in the database, whose role may add and read them alone. Thread-safe. */
public final class Closings implements ClosingStore {
  private static final int CONNECTIONS = 2;

  /** The number is the key, so that of two with the same number only the first is kept, even when both fit. */
  private static final String ADD = """
      INSERT INTO closing (account, number, first, size, closed_at, root, key_id, jws)
      SELECT $1, $2, $3, $4, $5, $6, $7, $8
      WHERE ($2, $3) = (
        SELECT coalesce(max(number), 0) + 1, coalesce(max(size), 0) FROM closing WHERE account = $1)
      ON CONFLICT DO NOTHING""";

  private final Pool pool;

  /** Opens connections as they are needed. */
  public Closings(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, CONNECTIONS);
  }

  @Override
  public Future<Boolean> add(Closing closing) {
    return pool.preparedQuery(ADD)
        .execute(Tuple.from(new Object[] {
          closing.shop().value(),
          closing.number(),
          closing.first(),
          closing.size(),
          closing.closedAt(),
          Buffer.buffer(closing.root().toBytes()),
          closing.signer().text(),
          closing.jws()
        }))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Optional<Closing>> find(AccountId shop, long number) {
    return pool.preparedQuery("SELECT * FROM closing WHERE account = $1 AND number = $2")
        .execute(Tuple.of(shop.value(), number))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(Closings::read).findFirst());
  }

  @Override
  public Future<List<Closing>> list(AccountId shop, long before, int limit) {
    return pool.preparedQuery("""
            SELECT * FROM closing WHERE account = $1 AND number < $2
            ORDER BY number DESC LIMIT $3""")
        .execute(Tuple.of(shop.value(), before, limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(Closings::read).toList());
  }

  private static Closing read(Row row) {
    return new Closing(
        new AccountId(row.getString("account")),
        row.getLong("number"),
        row.getLong("first"),
        row.getLong("size"),
        Hash.of(row.getBuffer("root").getBytes()),
        KeyId.parse(row.getString("key_id")),
        row.getString("jws"),
        row.getLong("closed_at"));
  }
}
