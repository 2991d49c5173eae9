package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.bank.BankStatement;
import org.omloop.server.bank.BankStore;
import org.omloop.server.bank.ChainEnd;
import org.omloop.server.bank.CreditorReference;
import org.omloop.server.bank.Iban;
import org.omloop.server.bank.KeptLine;
import org.omloop.server.bank.KeptStatement;
import org.omloop.server.bank.Known;
import org.omloop.server.bank.LineJson;
import org.omloop.server.bank.TopUpReference;
import org.omloop.server.bank.Vault;

/** The bank's files, statements, lines and references in the database. Thread-safe. */
public final class BankTables implements BankStore {
  private static final int CONNECTIONS = 2;
  private static final long PAGE = 10_000;

  private static final String STATEMENTS = """
      SELECT s.*, f.received_at, e.index AS entry, e.reason AS refusal
      FROM bank_statement s JOIN bank_file f ON f.hash = s.file
      LEFT JOIN journal_entry e ON e.order_id = s.order_id""";

  /** What is booked or settled; about the rest somebody still has to talk with who paid. */
  private static final String OF_MEMBER =
      BankRows.IS_DONE + " AND (account = $1 OR account IS NULL AND other_index = ANY ($2))";

  /** Lines of a statement that the journal has not got, or refused, are no lines of the reserve's; and some are settled. */
  private static final String OPEN = """
      entry IS NULL AND EXISTS (SELECT 1 FROM bank_statement s
        JOIN journal_entry e ON e.order_id = s.order_id AND e.reason IS NULL
        WHERE s.id = bank_line.statement)
      AND NOT (""" + BankRows.SETTLED + ")";

  /** What is booked against a line is noted before the line is kept, or after, and not meanwhile. */
  private static final String ONE_AT_A_TIME = "SELECT next FROM bank_cursor FOR UPDATE";

  private final Vertx vertx;
  private final Pool pool;
  private final Vault vault;
  private final BankRows rows;

  /** Opens connections as they are needed. */
  public BankTables(Vertx vertx, Database database, Vault vault) {
    this.vertx = vertx;
    this.pool = database.writers(vertx, CONNECTIONS);
    this.vault = vault;
    this.rows = new BankRows(vault);
  }

  @Override
  public Future<Boolean> hasFile(String hash) {
    return pool.preparedQuery("SELECT EXISTS (SELECT 1 FROM bank_file WHERE hash = $1)")
        .execute(Tuple.of(hash))
        .map(found -> found.iterator().next().getBoolean(0));
  }

  @Override
  public Future<List<byte[]>> heldFiles() {
    return pool.query("""
            SELECT DISTINCT f.hash, f.sealed, f.received_at FROM bank_file f
            JOIN bank_statement s ON s.file = f.hash AND s.is_held ORDER BY f.received_at, f.hash""")
        .execute()
        .compose(found -> vertx.executeBlocking(
            () -> all(
                found,
                row -> vault.open(
                    row.getBuffer("sealed").getBytes(), Vault.placeOfFile(row.getString("hash")))),
            false));
  }

  @Override
  public Future<Known> known(Collection<String> statements, Collection<String> lineKeys) {
    Future<RowSet<Row>> kept = pool.preparedQuery(STATEMENTS + " WHERE s.id = ANY ($1)")
        .execute(Tuple.of(statements.toArray(String[]::new)));
    Future<RowSet<Row>> lines = pool.preparedQuery("SELECT key FROM bank_line WHERE key = ANY ($1)")
        .execute(Tuple.of(lineKeys.toArray(String[]::new)));
    Future<RowSet<Row>> last = pool.query(
            STATEMENTS + " WHERE NOT s.is_held ORDER BY s.number DESC LIMIT 1")
        .execute();
    return Future.all(kept, lines, last)
        .map(read -> new Known(
            all(last.result(), BankRows::statement).stream()
                .findFirst()
                .map(each -> new ChainEnd(
                    each.number().orElseThrow(),
                    each.electronicNumber(),
                    each.closingDate(),
                    each.closing())),
            all(kept.result(), BankRows::statement),
            new HashSet<>(all(lines.result(), row -> row.getString("key")))));
  }

  @Override
  public Future<Boolean> keep(Delivery delivery) {
    return vertx
        .executeBlocking(() -> shut(delivery), false)
        .compose(shut -> pool.withTransaction(connection -> connection
            .preparedQuery("""
                INSERT INTO bank_file (hash, sealed, brought_by, received_at)
                VALUES ($1, $2, $3, $4) ON CONFLICT (hash) DO NOTHING""")
            .execute(Tuple.of(delivery.hash(), shut.file(), delivery.by(), delivery.receivedAt()))
            .compose(added -> added.rowCount() == 0
                ? Future.succeededFuture(false)
                : keepAll(delivery, shut, connection).map(true))));
  }

  /** A file and the lines of each statement taken from it, as the tables have them. */
  private record Shut(Buffer file, List<List<Tuple>> lines) {}

  private Shut shut(Delivery delivery) {
    return new Shut(
        Buffer.buffer(vault.seal(delivery.file(), Vault.placeOfFile(delivery.hash()))),
        delivery.taken().stream()
            .map(each -> each.lines().stream().map(rows::tuple).toList())
            .toList());
  }

  private static Future<Void> keepAll(Delivery delivery, Shut shut, SqlConnection connection) {
    Future<?> done = connection.query(ONE_AT_A_TIME).execute().compose(mine -> connection
        .preparedQuery("""
            DELETE FROM bank_statement WHERE is_held
            AND (id, page) IN (SELECT * FROM unnest($1::text[], $2::integer[]))""")
        .execute(Tuple.tuple()
            .addArrayOfString(
                delivery.released().stream().map(BankStatement::id).toArray(String[]::new))
            .addArrayOfInteger(
                delivery.released().stream().map(BankStatement::page).toArray(Integer[]::new))));
    for (BankStatement held : delivery.held()) {
      done = done.compose(before -> insert(held, null, null, connection));
    }
    for (int at = 0; at < delivery.taken().size(); at++) {
      Statement taken = delivery.taken().get(at);
      List<Tuple> lines = shut.lines().get(at);
      done = done.compose(before ->
              insert(taken.taken().statement(), taken.taken().number(), taken, connection))
          .compose(inserted -> lines(lines, connection));
    }
    return done.mapEmpty();
  }

  private static Future<?> insert(
      BankStatement statement,
      @Nullable Long number,
      @Nullable Statement taken,
      SqlConnection connection) {
    return connection.preparedQuery("""
            INSERT INTO bank_statement (id, page, file, is_held, number, electronic_number, iban,
              opening_date, closing_date, opening, credits, debits, closing, order_id, jws)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)""").execute(Tuple.from(new @Nullable Object[] {
      statement.id(),
      statement.page(),
      statement.fileHash(),
      taken == null,
      number,
      BankRows.boxed(statement.electronicNumber()),
      statement.account().text(),
      statement.openingDate(),
      statement.closingDate(),
      statement.opening(),
      statement.credits(),
      statement.debits(),
      statement.closing(),
      taken == null ? null : taken.order().id().value(),
      taken == null ? null : taken.order().text()
    }));
  }

  private static Future<?> lines(List<Tuple> lines, SqlConnection connection) {
    if (lines.isEmpty()) {
      return Future.succeededFuture();
    }
    return connection.preparedQuery("""
            INSERT INTO bank_line (key, statement, position, booked_on, valued_on, cents, is_credit,
              is_reversal, bank_ref, return_reason, adds_up, sealed, other_index, account, reason, entry)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
              coalesce((SELECT account FROM bank_booking WHERE key = $1), $14),
              CASE WHEN $15 = '' AND $14 <> (SELECT account FROM bank_booking WHERE key = $1)
                THEN 'names-another' ELSE $15 END,
              (SELECT entry FROM bank_booking WHERE key = $1))""").executeBatch(lines);
  }

  @Override
  public Future<List<String>> unbooked() {
    return pool.query("""
            SELECT jws FROM bank_statement s WHERE NOT is_held
            AND NOT EXISTS (SELECT 1 FROM journal_entry e WHERE e.order_id = s.order_id)
            ORDER BY number""").execute().map(found -> all(found, row -> row.getString("jws")));
  }

  @Override
  public Future<List<KeptStatement>> statements(long skip) {
    return pool.preparedQuery(STATEMENTS
            + " ORDER BY s.closing_date DESC, s.number DESC, s.id, s.page LIMIT $1 OFFSET $2")
        .execute(Tuple.of((long) MOST, skip))
        .map(found -> all(found, BankRows::statement));
  }

  @Override
  public Future<Long> countStatements() {
    return pool.query("SELECT count(*) FROM bank_statement")
        .execute()
        .map(found -> found.iterator().next().getLong(0));
  }

  @Override
  public Future<List<KeptLine>> lines(KeptLine.State state, long skip, long most) {
    String order = state == KeptLine.State.BOOKED ? "entry DESC" : "booked_on, key";
    return pool.preparedQuery("SELECT * FROM bank_line WHERE " + which(state) + " ORDER BY " + order
            + " LIMIT $1 OFFSET $2")
        .execute(Tuple.of(most, skip))
        .compose(found -> vertx.executeBlocking(() -> all(found, rows::line), false));
  }

  @Override
  public Future<Long> count(KeptLine.State state) {
    return pool.query("SELECT count(*) FROM bank_line WHERE " + which(state))
        .execute()
        .map(found -> found.iterator().next().getLong(0));
  }

  private static String which(KeptLine.State state) {
    return switch (state) {
      case BOOKED -> "entry IS NOT NULL";
      case DEBIT -> OPEN + " AND reason = 'debit'";
      case MATCHED -> OPEN + " AND reason = ''";
      case WORK -> OPEN + " AND reason NOT IN ('', 'debit')";
    };
  }

  @Override
  public Future<List<KeptLine>> lines(Collection<String> keys) {
    return pool.preparedQuery("SELECT * FROM bank_line WHERE key = ANY ($1)")
        .execute(Tuple.of(keys.toArray(String[]::new)))
        .compose(found -> vertx.executeBlocking(() -> all(found, rows::line), false));
  }

  @Override
  public Future<List<KeptLine>> linesOf(AccountId account, Set<Iban> ibans) {
    return pool.preparedQuery("SELECT * FROM bank_line WHERE " + OF_MEMBER + " ORDER BY entry DESC")
        .execute(Tuple.of(account.value(), (Object) indexes(ibans)))
        .map(found -> all(found, rows::line));
  }

  @Override
  public Future<Void> forget(AccountId account, Set<Iban> ibans) {
    return pool.withTransaction(connection -> connection
        .preparedQuery("SELECT key FROM bank_line WHERE " + OF_MEMBER + " FOR UPDATE")
        .execute(Tuple.of(account.value(), (Object) indexes(ibans)))
        .compose(found -> blank(all(found, row -> row.getString("key")), connection))
        .compose(blanked -> connection
            .preparedQuery("DELETE FROM top_up_reference WHERE account = $1")
            .execute(Tuple.of(account.value())))
        .mapEmpty());
  }

  private Future<Void> blank(List<String> keys, SqlConnection connection) {
    return keys.isEmpty()
        ? Future.succeededFuture()
        : connection
            .preparedQuery(
                "UPDATE bank_line SET account = NULL, other_index = NULL, sealed = $2, is_blank = true WHERE key = $1")
            .executeBatch(keys.stream()
                .map(key ->
                    Tuple.of(key, Buffer.buffer(vault.seal(LineJson.blank(), BankRows.place(key)))))
                .toList())
            .mapEmpty();
  }

  private String[] indexes(Set<Iban> ibans) {
    return ibans.stream().map(vault::index).toArray(String[]::new);
  }

  @Override
  public Future<Optional<KeptLine>> line(String key) {
    return pool.preparedQuery("SELECT * FROM bank_line WHERE key = $1")
        .execute(Tuple.of(key))
        .map(found -> all(found, rows::line).stream().findFirst());
  }

  @Override
  public Future<TopUpReference> standing(TopUpReference ifNone) {
    return insert(ifNone)
        .compose(added -> pool.preparedQuery(
                "SELECT * FROM top_up_reference WHERE account = $1 AND cents IS NULL")
            .execute(Tuple.of(ifNone.account().value())))
        .map(found -> BankRows.reference(found.iterator().next()));
  }

  @Override
  public Future<Void> keep(TopUpReference request) {
    return insert(request).mapEmpty();
  }

  private Future<RowSet<Row>> insert(TopUpReference reference) {
    return pool.preparedQuery("""
            INSERT INTO top_up_reference (reference, account, cents, expires_at, made_at)
            VALUES ($1, $2, $3, $4, extract(epoch FROM now())::bigint) ON CONFLICT DO NOTHING""")
        .execute(Tuple.of(
            reference.reference().text(),
            reference.account().value(),
            BankRows.boxed(reference.cents()),
            BankRows.boxed(reference.expiresAt())));
  }

  @Override
  public Future<Map<CreditorReference, TopUpReference>> references(Set<CreditorReference> named) {
    String[] texts = named.stream().map(CreditorReference::text).toArray(String[]::new);
    return pool.preparedQuery("SELECT * FROM top_up_reference WHERE reference = ANY ($1)")
        .execute(Tuple.of(texts))
        .map(found -> {
          Map<CreditorReference, TopUpReference> known = new HashMap<>();
          all(found, BankRows::reference).forEach(each -> known.put(each.reference(), each));
          return known;
        });
  }

  @Override
  public Future<Map<Iban, AccountId>> paidBefore(Set<Iban> payers) {
    Map<String, Iban> byIndex = new HashMap<>();
    payers.forEach(each -> byIndex.put(vault.index(each), each));
    return pool.preparedQuery("""
            SELECT other_index, min(account) AS account FROM bank_line
            WHERE other_index = ANY ($1) AND is_credit AND entry IS NOT NULL AND account IS NOT NULL
            GROUP BY other_index HAVING count(DISTINCT account) = 1""")
        .execute(Tuple.of(byIndex.keySet().toArray(String[]::new)))
        .map(found -> {
          Map<Iban, AccountId> before = new HashMap<>();
          found.forEach(row -> Optional.ofNullable(byIndex.get(row.getString("other_index")))
              .ifPresent(iban -> before.put(iban, new AccountId(row.getString("account")))));
          return before;
        });
  }

  @Override
  public Future<Optional<Unread>> unread() {
    return pool.preparedQuery("""
            SELECT c.next, least(c.next + $1, h.size) AS until FROM bank_cursor c, journal_head h
            WHERE c.next < h.size""")
        .execute(Tuple.of(PAGE))
        .map(found -> all(found, row -> row).stream().findFirst())
        .compose(stretch -> stretch.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : unread(stretch.get().getLong("next"), stretch.get().getLong("until"))
                .map(Optional::of));
  }

  private Future<Unread> unread(long from, long until) {
    return pool.preparedQuery("""
            SELECT leaf FROM journal_entry WHERE index >= $1 AND index < $2
            AND kind IN ('issue', 'paid-out', 'returned', 'refused') ORDER BY index""")
        .execute(Tuple.of(from, until))
        .map(found -> new Unread(all(found, row -> row.getBuffer("leaf").getBytes()), until));
  }

  @Override
  public Future<Void> mark(List<Mark> marks, long next) {
    return pool.withTransaction(connection -> {
      Future<?> done = connection.query(ONE_AT_A_TIME).execute();
      for (Mark each : marks) {
        done = done.compose(before -> mark(each, connection));
      }
      return done.compose(marked -> connection
              .preparedQuery("UPDATE bank_cursor SET next = $1 WHERE next < $1")
              .execute(Tuple.of(next)))
          .mapEmpty();
    });
  }

  /** What was booked stays so; a refusal is what somebody has to look at. */
  private static Future<?> mark(Mark mark, SqlConnection connection) {
    OptionalLong entry = mark.entry();
    return entry.isPresent()
        ? connection
            .preparedQuery("""
                WITH booking AS (INSERT INTO bank_booking (key, entry, account) VALUES ($1, $2, $3)
                  ON CONFLICT (key) DO NOTHING)
                UPDATE bank_line SET entry = $2, account = coalesce($3, account),
                  reason = CASE WHEN reason = '' AND account <> $3 THEN 'names-another' ELSE reason END
                WHERE key = $1 AND entry IS NULL""")
            .execute(Tuple.of(
                mark.key(),
                entry.getAsLong(),
                mark.account().map(AccountId::value).orElse(null)))
        : connection.preparedQuery("""
                UPDATE bank_line SET reason = $2 WHERE key = $1 AND entry IS NULL AND is_credit
                AND NOT is_reversal AND return_reason = '' AND adds_up""").execute(Tuple.of(mark.key(), "refused-" + mark.refusal()));
  }

  private interface As<T> {
    T read(Row row);
  }

  private static <T> List<T> all(RowSet<Row> found, As<T> as) {
    List<T> all = new ArrayList<>();
    found.forEach(row -> all.add(as.read(row)));
    return all;
  }
}
