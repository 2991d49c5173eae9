package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.LeafDecoder;
import org.omloop.ledger.order.Order;
import org.omloop.server.bank.LineJson;
import org.omloop.server.bank.Vault;
import org.omloop.server.retention.RetentionStore;

/** What retention ends of the bank's tables, and its proofs. Thread-safe. */
public final class RetentionTable implements RetentionStore {
  private static final int CONNECTIONS = 1;
  private static final int AT_ONCE = 500;
  private static final long MICROS_PER_SECOND = 1_000_000;

  /** $1 is a day. */
  private static final String LINES =
      " FROM bank_line WHERE booked_on < $1 AND NOT is_blank AND " + BankRows.IS_DONE;

  /** $1 is the start of a day in unix seconds. */
  private static final String FILES = """
       FROM bank_file f WHERE received_at < $1 AND NOT is_blank AND NOT EXISTS (
        SELECT 1 FROM bank_statement s WHERE s.file = f.hash AND (s.is_held OR EXISTS (
          SELECT 1 FROM bank_line WHERE statement = s.id AND NOT""" + BankRows.IS_DONE + ")))";

  private final Vertx vertx;
  private final Pool pool;
  private final Vault vault;

  /** Opens connections as they are needed. */
  public RetentionTable(Vertx vertx, Database database, Vault vault) {
    this.vertx = vertx;
    this.pool = database.writers(vertx, CONNECTIONS);
    this.vault = vault;
  }

  @Override
  public Future<List<AccountId>> closedBefore(LocalDate day) {
    return pool.preparedQuery("""
            SELECT leaf FROM journal_entry
            WHERE kind = 'close' AND reason IS NULL AND booked_at < $1 ORDER BY index""")
        .execute(Tuple.of(seconds(day) * MICROS_PER_SECOND))
        .compose(rows -> vertx.executeBlocking(
            () -> all(rows, row -> closed(row.getBuffer("leaf").getBytes())), false));
  }

  private static AccountId closed(byte[] leaf) {
    return ((Order.Close) LeafDecoder.decode(leaf).order().order()).account();
  }

  @Override
  public Future<OfTheBank> dueOfTheBank(LocalDate before) {
    Future<Integer> lines = count(LINES, Tuple.of(before));
    Future<Integer> files = count(FILES, Tuple.of(seconds(before)));
    return Future.all(lines, files).map(all -> new OfTheBank(lines.result(), files.result()));
  }

  private Future<Integer> count(String from, Tuple tuple) {
    return pool.preparedQuery("SELECT count(*) " + from)
        .execute(tuple)
        .map(rows -> rows.iterator().next().getLong(0).intValue());
  }

  @Override
  public Future<OfTheBank> blank(LocalDate before) {
    return blankLines(before, 0)
        .compose(lines -> blankFiles(before, 0).map(files -> new OfTheBank(lines, files)));
  }

  private Future<Integer> blankLines(LocalDate before, int done) {
    return some(
            "SELECT key " + LINES,
            before,
            "UPDATE bank_line SET other_index = NULL,"
                + " sealed = $2, is_blank = true WHERE key = $1",
            key -> vault.seal(LineJson.blank(), BankRows.place(key)))
        .compose(count -> count < AT_ONCE
            ? Future.succeededFuture(done + count)
            : blankLines(before, done + count));
  }

  private Future<Integer> blankFiles(LocalDate before, int done) {
    return some(
            "SELECT hash AS key " + FILES,
            seconds(before),
            "UPDATE bank_file SET sealed = $2," + " is_blank = true WHERE hash = $1",
            hash -> vault.seal(new byte[0], Vault.placeOfFile(hash)))
        .compose(count -> count < AT_ONCE
            ? Future.succeededFuture(done + count)
            : blankFiles(before, done + count));
  }

  /** Some at a time, so that no transaction holds a year's rows. */
  private Future<Integer> some(
      String find, Object before, String change, Function<String, byte[]> blank) {
    return pool.withTransaction(connection -> connection
        .preparedQuery(find + " LIMIT " + AT_ONCE)
        .execute(Tuple.of(before))
        .map(rows -> all(rows, row -> row.getString("key")))
        .compose(keys -> change(keys, change, blank, connection).map(keys.size())));
  }

  private static Future<Void> change(
      List<String> keys, String change, Function<String, byte[]> blank, SqlConnection connection) {
    return keys.isEmpty()
        ? Future.succeededFuture()
        : connection
            .preparedQuery(change)
            .executeBatch(keys.stream()
                .map(key -> Tuple.of(key, Buffer.buffer(blank.apply(key))))
                .toList())
            .mapEmpty();
  }

  @Override
  public Future<Void> add(long ranAt, String jws) {
    return pool.preparedQuery("INSERT INTO retention_run (ran_at, jws) VALUES ($1, $2)")
        .execute(Tuple.of(ranAt, jws))
        .mapEmpty();
  }

  @Override
  public Future<List<String>> latest(int most) {
    return pool.preparedQuery("SELECT jws FROM retention_run ORDER BY ran_at DESC LIMIT $1")
        .execute(Tuple.of(most))
        .map(rows -> all(rows, row -> row.getString("jws")));
  }

  private static long seconds(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> as) {
    List<T> all = new ArrayList<>();
    rows.forEach(row -> all.add(as.apply(row)));
    return all;
  }
}
