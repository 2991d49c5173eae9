package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.order.OrderId;

/**
 * Reads what is in the journal, on the readers' own connections. Every read names the size it is meant for, or an
 * index below it, so that whoever asks twice is told one story.
 *
 * <p>Thread-safe.
 */
public final class JournalReader {
  private static final int CONNECTIONS = 8;

  private final Pool pool;

  /** Makes a reader with a pool of connections, opened as they are needed. */
  public JournalReader(Vertx vertx, Database database) {
    this(vertx, database, CONNECTIONS);
  }

  private JournalReader(Vertx vertx, Database database, int connections) {
    this.pool = PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(connections))
        .connectingTo(database.reader().setCachePreparedStatements(true))
        .using(vertx)
        .build();
  }

  /** Makes a reader with one connection of its own, so that whoever reads all of the journal keeps nobody waiting. */
  public static JournalReader alone(Vertx vertx, Database database) {
    return new JournalReader(vertx, database, 1);
  }

  /** Tells whether the database answers. */
  public Future<Void> ping() {
    return pool.query("SELECT 1").execute().mapEmpty();
  }

  /** Closes the connections. */
  public Future<Void> close() {
    return pool.close();
  }

  /** Returns the leaf of that index; empty when there is none. */
  public Future<Optional<byte[]>> leaf(long index) {
    return pool.preparedQuery("SELECT leaf FROM journal_entry WHERE index = $1")
        .execute(Tuple.of(index))
        .map(rows -> first(rows).map(JournalReader::bytes));
  }

  /** Returns up to so many leaves, from that index on, in order. */
  public Future<List<byte[]>> leaves(long from, int count) {
    return pool.preparedQuery(
            "SELECT leaf FROM journal_entry WHERE index >= $1 AND index < $2 ORDER BY index")
        .execute(Tuple.of(from, from + count))
        .map(JournalReader::allBytes);
  }

  /** Returns the index of the entry that decided an order. */
  public Future<Optional<Long>> indexOf(OrderId order) {
    return pool.preparedQuery("SELECT index FROM journal_entry WHERE order_id = $1")
        .execute(Tuple.of(order.value()))
        .map(rows -> first(rows).map(row -> row.getLong(0)));
  }

  /**
   * Returns the leaves that moved an account's money, newest first.
   *
   * @param before only entries below this index
   */
  public Future<List<byte[]>> leavesOf(AccountId account, long before, int limit) {
    return pool.preparedQuery("""
            SELECT leaf FROM journal_entry
            WHERE index IN (
              SELECT DISTINCT index FROM posting
              WHERE account = $1 AND index < $2 ORDER BY index DESC LIMIT $3)
            ORDER BY index DESC""")
        .execute(Tuple.of(account.value(), before, limit))
        .map(JournalReader::allBytes);
  }

  /** Returns the leaves that moved an account's money while the booking time was in a half-open span, oldest first. */
  public Future<List<byte[]>> leavesOf(
      AccountId account, long fromMicros, long untilMicros, long size) {
    return pool.preparedQuery("""
            SELECT leaf FROM journal_entry
            WHERE booked_at >= $2 AND booked_at < $3 AND index < $4
              AND index IN (SELECT index FROM posting WHERE account = $1)
            ORDER BY index""")
        .execute(Tuple.of(account.value(), fromMicros, untilMicros, size))
        .map(JournalReader::allBytes);
  }

  /** Returns an account's balance before a booking time, in minor units, by its postings. */
  public Future<Long> balanceBefore(AccountId account, long micros, long size) {
    return pool.preparedQuery("""
            SELECT coalesce(sum(CASE WHEN debit THEN -amount ELSE amount END), 0)::bigint
            FROM posting JOIN journal_entry USING (index)
            WHERE account = $1 AND booked_at < $2 AND index < $3""")
        .execute(Tuple.of(account.value(), micros, size))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /**
   * Returns how much refunds gave back of each of these orders, as the journal was at a size; orders that have no refund
   * are left out.
   *
   * @param account the payer or the payee of all of them
   */
  public Future<Map<OrderId, Long>> refunded(AccountId account, List<OrderId> orders, long size) {
    // What the fund gives back is in the same entry, and never more than the refund.
    return pool.preparedQuery("""
            SELECT refers_to, sum(given.amount)::bigint
            FROM journal_entry refund, LATERAL (
              SELECT max(amount) AS amount FROM posting
              WHERE posting.account = $1 AND posting.index = refund.index) given
            WHERE refers_to = ANY($2) AND kind = 'refund' AND refund.index < $3
            GROUP BY refers_to""")
        .execute(Tuple.of(
            account.value(), orders.stream().map(OrderId::value).toArray(UUID[]::new), size))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
            .collect(Collectors.toMap(row -> new OrderId(row.getUUID(0)), row -> row.getLong(1))));
  }

  /**
   * Returns the leaves that moved an account's money, of entries in a half-open span of indexes, oldest first.
   *
   * @param limit how many at most
   */
  public Future<List<byte[]>> leavesBetween(AccountId account, long from, long until, int limit) {
    return pool.preparedQuery("""
            SELECT leaf FROM journal_entry
            WHERE index IN (
              SELECT DISTINCT index FROM posting
              WHERE account = $1 AND index >= $2 AND index < $3 ORDER BY index LIMIT $4)
            ORDER BY index""")
        .execute(Tuple.of(account.value(), from, until, limit))
        .map(JournalReader::allBytes);
  }

  /** Returns a full hash tile, 8,192 bytes; empty when it is not full yet. */
  public Future<Optional<byte[]>> tile(int level, long tile) {
    return pool.preparedQuery("SELECT hashes FROM hash_tile WHERE level = $1 AND tile = $2")
        .execute(Tuple.of(level, tile))
        .map(rows -> first(rows).map(JournalReader::bytes));
  }

  /** Returns up to so many neighbouring full hash tiles of one level, in order. */
  public Future<List<byte[]>> tiles(int level, long from, int count) {
    return pool.preparedQuery(
            "SELECT hashes FROM hash_tile WHERE level = $1 AND tile >= $2 AND tile < $3 ORDER BY tile")
        .execute(Tuple.of(level, from, from + count))
        .map(JournalReader::allBytes);
  }

  /**
   * Returns the leaves of redemptions in a state, oldest first, from that index on, as the journal was at a size.
   *
   * @param state {@code requested}, or the kind of the entry that settled it last: {@code paid-out}, {@code returned}
   */
  public Future<List<byte[]>> redemptions(String state, long size, long from, int limit) {
    return pool.preparedQuery("""
            SELECT leaf FROM journal_entry asked
            WHERE kind = 'redeem' AND index >= $2 AND index < $4 AND $1 = coalesce(
              (SELECT settled.kind FROM journal_entry settled
               WHERE settled.refers_to = asked.order_id AND settled.kind IN ('paid-out', 'returned')
                 AND settled.index < $4
               ORDER BY settled.index DESC LIMIT 1),
              'requested')
            ORDER BY index LIMIT $3""")
        .execute(Tuple.of(state, from, limit, size))
        .map(JournalReader::allBytes);
  }

  /** Returns the leaves of those redemptions that were posted, oldest first. */
  public Future<List<byte[]>> redemptions(List<OrderId> orders) {
    return pool.preparedQuery("""
            SELECT leaf FROM journal_entry WHERE order_id = ANY($1::uuid[]) AND kind = 'redeem'
            ORDER BY index""").execute(Tuple.of(ids(orders))).map(JournalReader::allBytes);
  }

  /** Returns the leaves of an account's redemptions, newest first. */
  public Future<List<byte[]>> redemptions(AccountId account, int limit) {
    return pool.preparedQuery("""
            SELECT leaf FROM journal_entry
            WHERE kind = 'redeem' AND index IN (SELECT index FROM posting WHERE account = $1 AND debit)
            ORDER BY index DESC LIMIT $2""")
        .execute(Tuple.of(account.value(), limit))
        .map(JournalReader::allBytes);
  }

  /** Returns the leaves that say what became of those redemptions, oldest first. */
  public Future<List<byte[]>> settlements(List<OrderId> redemptions) {
    return pool.preparedQuery("""
            SELECT leaf FROM journal_entry
            WHERE refers_to = ANY($1::uuid[]) AND kind IN ('paid-out', 'returned')
            ORDER BY index""").execute(Tuple.of(ids(redemptions))).map(JournalReader::allBytes);
  }

  private static UUID[] ids(List<OrderId> orders) {
    return orders.stream().map(OrderId::value).toArray(UUID[]::new);
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst();
  }

  private static List<byte[]> allBytes(RowSet<Row> rows) {
    List<byte[]> all = new ArrayList<>(rows.size());
    rows.forEach(row -> all.add(bytes(row)));
    return all;
  }

  private static byte[] bytes(Row row) {
    return row.getBuffer(0).getBytes();
  }
}
