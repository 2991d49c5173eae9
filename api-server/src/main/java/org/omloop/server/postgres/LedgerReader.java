package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.books.AccountSums;

/** Reads the books as the office looks at them, on two connections of their own: sums take long. Thread-safe. */
public final class LedgerReader {
  private static final int CONNECTIONS = 2;

  private final Pool pool;

  /** Makes a reader whose connections are opened as they are needed. */
  public LedgerReader(Vertx vertx, Database database) {
    this.pool = PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(CONNECTIONS))
        .connectingTo(database.reader().setCachePreparedStatements(true))
        .using(vertx)
        .build();
  }

  /**
   * Returns the trial balance of a half-open span of unix microseconds, by entries below a size; accounts that were never
   * used before its end are left out.
   */
  public Future<List<AccountSums>> sums(long fromMicros, long untilMicros, long size) {
    return pool.preparedQuery("""
            SELECT account,
              coalesce(sum(CASE WHEN debit THEN -amount ELSE amount END)
                FILTER (WHERE booked_at < $1), 0)::bigint,
              coalesce(sum(amount) FILTER (WHERE booked_at >= $1 AND debit), 0)::bigint,
              coalesce(sum(amount) FILTER (WHERE booked_at >= $1 AND NOT debit), 0)::bigint
            FROM posting JOIN journal_entry USING (index)
            WHERE booked_at < $2 AND index < $3 GROUP BY account ORDER BY account""")
        .execute(Tuple.of(fromMicros, untilMicros, size))
        .map(rows -> {
          List<AccountSums> sums = new ArrayList<>(rows.size());
          rows.forEach(row -> sums.add(new AccountSums(
              new AccountId(row.getString(0)), row.getLong(1), row.getLong(2), row.getLong(3))));
          return sums;
        });
  }

  /**
   * Returns leaves of a half-open span of unix microseconds and of indexes, in order.
   *
   * @param kind of the entries, by its name on the wire; empty: any
   * @param account that the entries move money of; empty: any
   */
  public Future<List<byte[]>> leaves(
      long fromMicros,
      long untilMicros,
      Optional<String> kind,
      Optional<AccountId> account,
      long from,
      long size,
      int limit) {
    return pool.preparedQuery("""
            SELECT leaf FROM journal_entry
            WHERE booked_at >= $1 AND booked_at < $2 AND index >= $3 AND index < $4
              AND ($5::text IS NULL OR kind = $5)
              AND ($6::text IS NULL OR EXISTS (SELECT 1 FROM posting
                WHERE posting.index = journal_entry.index AND posting.account = $6))
            ORDER BY index LIMIT $7""")
        .execute(Tuple.from(Arrays.asList(
            fromMicros,
            untilMicros,
            from,
            size,
            kind.orElse(null),
            account.map(AccountId::value).orElse(null),
            limit)))
        .map(rows -> {
          List<byte[]> leaves = new ArrayList<>(rows.size());
          rows.forEach(row -> leaves.add(row.getBuffer(0).getBytes()));
          return leaves;
        });
  }
}
