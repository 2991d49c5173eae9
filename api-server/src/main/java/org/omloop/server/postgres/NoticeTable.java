package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.notices.NewNotice;
import org.omloop.server.notices.Notice;
import org.omloop.server.notices.NoticeKind;
import org.omloop.server.notices.NoticeStore;

/** Notices in the database. Thread-safe. */
public final class NoticeTable implements NoticeStore {
  private static final int CONNECTIONS = 2;

  private static final String ADD = """
      INSERT INTO notice (recipient, kind, about, language, made_at, noted_at)
      SELECT $1, $2, $3, $4, $5, $6
      WHERE NOT EXISTS (SELECT 1 FROM notice WHERE recipient = $1 AND kind = $2 AND about = $3)
      ON CONFLICT DO NOTHING""";

  private static final String UNREAD = """
      WITH place AS (
        SELECT c.next AS since, least(h.size, c.next + 1000) AS until
        FROM notice_cursor c CROSS JOIN journal_head h
      )
      SELECT p.since, p.until, e.leaf, r.leaf AS original FROM place p
      LEFT JOIN journal_entry e ON e.index >= p.since AND e.index < p.until AND e.reason IS NULL
        AND e.kind IN ('issue', 'paid-out', 'returned', 'open', 'key-add', 'key-revoke')
      LEFT JOIN journal_entry r ON r.order_id = e.refers_to
      ORDER BY e.index""";

  /** The day's mail of a recipient is one, whatever else is due. */
  private static final String DUE = """
      WITH head AS (
        SELECT id, recipient, is_daily FROM notice WHERE due_at <= $1
        ORDER BY kind = ANY ($2) DESC, id LIMIT 20
      )
      SELECT * FROM notice WHERE id IN (SELECT id FROM head)
        OR is_daily AND due_at IS NOT NULL AND recipient IN (SELECT recipient FROM head WHERE is_daily)
      ORDER BY kind = ANY ($2) DESC, id""";

  private static final String[] URGENT = Arrays.stream(NoticeKind.values())
      .filter(NoticeKind::isUrgent)
      .map(NoticeKind::wireName)
      .toArray(String[]::new);

  private final Pool pool;

  /** Opens connections as they are needed. */
  public NoticeTable(Vertx vertx, Database database) {
    this.pool = database.writers(vertx, CONNECTIONS);
  }

  @Override
  public Future<Stretch> unread() {
    return pool.preparedQuery(UNREAD).execute().map(rows -> {
      Row first = rows.iterator().next();
      List<Told> told = new ArrayList<>();
      rows.forEach(row -> {
        if (row.getBuffer("leaf") != null) {
          told.add(new Told(
              row.getBuffer("leaf").getBytes(),
              Optional.ofNullable(row.getBuffer("original")).map(leaf -> leaf.getBytes())));
        }
      });
      return new Stretch(first.getLong("since"), first.getLong("until"), told);
    });
  }

  @Override
  public Future<Void> follow(Stretch stretch, List<NewNotice> notices, long now) {
    return pool.withTransaction(connection -> connection
        .preparedQuery("UPDATE notice_cursor SET next = $2 WHERE next = $1")
        .execute(Tuple.of(stretch.from(), stretch.until()))
        .compose(moved -> moved.rowCount() == 0 || notices.isEmpty()
            ? Future.succeededFuture()
            : add(notices, now, connection)));
  }

  private static Future<Void> add(List<NewNotice> notices, long now, SqlClient connection) {
    return connection
        .preparedQuery(ADD)
        .executeBatch(notices.stream().map(each -> added(each, now)).toList())
        .mapEmpty();
  }

  private static Tuple added(NewNotice notice, long now) {
    return Tuple.from(new @Nullable Object[] {
      notice.recipient(),
      notice.kind().wireName(),
      notice.about(),
      notice.language().orElse(null),
      notice.madeAt(),
      now
    });
  }

  @Override
  public Future<Void> add(NewNotice notice, long now) {
    return add(List.of(notice), now, pool);
  }

  @Override
  public Future<Optional<String>> languageOf(String recipient) {
    return pool.preparedQuery(
            "SELECT language FROM notice WHERE recipient = $1 AND language IS NOT NULL LIMIT 1")
        .execute(Tuple.of(recipient))
        .map(rows -> all(rows, row -> row.getString("language")).stream().findFirst());
  }

  @Override
  public Future<List<Notice>> fresh(int most) {
    return pool.preparedQuery("SELECT * FROM notice WHERE NOT is_planned ORDER BY id LIMIT $1")
        .execute(Tuple.of(most))
        .map(rows -> all(rows, NoticeTable::notice));
  }

  @Override
  public Future<Void> plan(List<Plan> plans) {
    if (plans.isEmpty()) {
      return Future.succeededFuture();
    }
    return pool.preparedQuery(
            "UPDATE notice SET is_planned = true, due_at = $2, is_daily = $3 WHERE id = $1")
        .executeBatch(plans.stream()
            .map(each ->
                Tuple.from(new @Nullable Object[] {each.id(), boxed(each.dueAt()), each.isDaily()}))
            .toList())
        .mapEmpty();
  }

  @Override
  public Future<List<Notice>> due(long now) {
    return pool.preparedQuery(DUE)
        .execute(Tuple.from(new Object[] {now, URGENT}))
        .map(rows -> all(rows, NoticeTable::notice));
  }

  @Override
  public Future<Void> postpone(
      Collection<Long> ids, long dueAt, boolean wasTried, OptionalInt status) {
    return pool.preparedQuery("""
            UPDATE notice SET due_at = $2, tries = tries + $3, status = coalesce($4, status)
            WHERE id = ANY ($1) AND due_at IS NOT NULL""")
        .execute(Tuple.from(
            new @Nullable Object[] {ids.toArray(Long[]::new), dueAt, wasTried ? 1 : 0, boxed(status)
            }))
        .mapEmpty();
  }

  @Override
  public Future<Void> end(Collection<Long> ids, Optional<Outcome> outcome, OptionalInt status) {
    return pool.preparedQuery("""
            UPDATE notice SET due_at = NULL, outcome = $2, status = $3, tries = tries + $4
            WHERE id = ANY ($1)""")
        .execute(Tuple.from(new @Nullable Object[] {
          ids.toArray(Long[]::new),
          outcome.map(Outcome::wireName).orElse(null),
          boxed(status),
          outcome.isPresent() ? 1 : 0
        }))
        .mapEmpty();
  }

  @Override
  public Future<List<Notice>> of(AccountId account) {
    return pool.preparedQuery("""
            SELECT * FROM notice WHERE recipient = $1 AND kind <> 'confirmation'
            ORDER BY id DESC LIMIT 100""")
        .execute(Tuple.of(account.value()))
        .map(rows -> all(rows, NoticeTable::notice));
  }

  @Override
  public Future<Long> readUntil(AccountId account) {
    return pool.preparedQuery("SELECT until FROM notice_read WHERE account = $1")
        .execute(Tuple.of(account.value()))
        .map(rows -> all(rows, row -> row.getLong("until")).stream().findFirst().orElse(0L));
  }

  @Override
  public Future<Void> read(AccountId account, long until) {
    return pool.preparedQuery("""
            INSERT INTO notice_read (account, until)
            SELECT $1, least($2::bigint, (SELECT coalesce(max(id), 0) FROM notice WHERE recipient = $1))
            ON CONFLICT (account) DO UPDATE SET until = greatest(notice_read.until, excluded.until)""").execute(Tuple.of(account.value(), until)).mapEmpty();
  }

  @Override
  public Future<Long> late(long moment) {
    return pool.preparedQuery("""
            SELECT count(*) AS late FROM notice
            WHERE due_at IS NOT NULL AND (tries > 0 OR due_at < $1)""")
        .execute(Tuple.of(moment))
        .map(rows -> rows.iterator().next().getLong("late"));
  }

  @Override
  public Future<List<Failure>> failures() {
    return pool.query("""
            SELECT * FROM notice WHERE outcome IN ('refused', 'given-up')
            ORDER BY id DESC LIMIT 200""")
        .execute()
        .map(rows -> all(
            rows,
            row -> new Failure(
                notice(row),
                row.getString("outcome").equals("refused") ? Outcome.REFUSED : Outcome.GIVEN_UP,
                status(row),
                row.getLong("noted_at"))));
  }

  @Override
  public Future<List<Long>> forget(Collection<String> recipients) {
    String[] all = recipients.toArray(String[]::new);
    return pool.withTransaction(connection -> connection
        .preparedQuery("DELETE FROM notice_read WHERE account = ANY ($1)")
        .execute(Tuple.of(all))
        .compose(gone -> connection
            .preparedQuery("DELETE FROM notice WHERE recipient = ANY ($1) RETURNING id")
            .execute(Tuple.of(all)))
        .map(rows -> all(rows, row -> row.getLong("id"))));
  }

  @Override
  public Future<List<Long>> prune(long now) {
    return pool.preparedQuery("""
            DELETE FROM notice WHERE noted_at < $1
              OR noted_at < $2 AND kind IN ('application-received', 'application-refused')
            RETURNING id""")
        .execute(Tuple.of(now - KEPT_SECONDS, now - APPLICATION_KEPT_SECONDS))
        .map(rows -> all(rows, row -> row.getLong("id")));
  }

  private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> as) {
    List<T> all = new ArrayList<>();
    rows.forEach(row -> all.add(as.apply(row)));
    return all;
  }

  private static Notice notice(Row row) {
    return new Notice(
        row.getLong("id"),
        row.getString("recipient"),
        NoticeKind.named(row.getString("kind")),
        row.getString("about"),
        Optional.ofNullable(row.getString("language")),
        row.getLong("made_at"),
        row.getInteger("tries"),
        row.getBoolean("is_daily"));
  }

  private static OptionalInt status(Row row) {
    Integer status = row.getInteger("status");
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  private static @Nullable Long boxed(OptionalLong time) {
    return time.isPresent() ? time.getAsLong() : null;
  }

  private static @Nullable Integer boxed(OptionalInt status) {
    return status.isPresent() ? status.getAsInt() : null;
  }
}
