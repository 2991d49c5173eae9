package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.identity.MailboxStore;
import org.omloop.server.identity.SealedMailbox;

/** Mailboxes in the database's schema {@code identity}. Thread-safe. */
public final class MailboxTable implements MailboxStore {
  private static final int CONNECTIONS = 2;

  private static final String MAILBOXES = """
      SELECT m.*, p.account, p.wrapped_key FROM identity.mailbox m
      JOIN identity.person p ON p.id = m.person""";

  /** The address that goes is kept for a while; one that is kept already is not driven out by another. */
  private static final String FORMER = """
      former = CASE WHEN m.former_until > %1$s::bigint THEN m.former
        WHEN m.address IS DISTINCT FROM %2$s THEN m.address END,
      former_until = CASE WHEN m.former_until > %1$s::bigint THEN m.former_until
        WHEN m.address IS DISTINCT FROM %2$s AND m.address IS NOT NULL THEN %1$s::bigint + %3$d
        ELSE 0 END
      """;

  private final Pool pool;

  /** Opens connections as they are needed. */
  public MailboxTable(Vertx vertx, Database database) {
    this.pool = database.identity(vertx, CONNECTIONS);
  }

  @Override
  public Future<List<SealedMailbox>> of(Collection<AccountId> accounts) {
    return pool.preparedQuery(MAILBOXES + " WHERE p.account = ANY ($1)")
        .execute(Tuple.of(accounts.stream().map(AccountId::value).toArray(String[]::new)))
        .map(MailboxTable::all);
  }

  @Override
  public Future<List<SealedMailbox>> wantStatements() {
    return pool.query(MAILBOXES + """
             WHERE m.statement <> 'none' AND m.address IS NOT NULL AND p.account IS NOT NULL
            ORDER BY p.account""").execute().map(MailboxTable::all);
  }

  @Override
  public Future<Void> keep(SealedMailbox mailbox, long now) {
    return pool.preparedQuery("""
            INSERT INTO identity.mailbox AS m (person, address, pending, nonce, asked_at, wrong, language,
              events, statement, stop_token)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10
            WHERE EXISTS (SELECT 1 FROM identity.person WHERE id = $1)
            ON CONFLICT (person) DO UPDATE SET address = excluded.address, pending = excluded.pending,
              nonce = excluded.nonce, asked_at = excluded.asked_at, wrong = excluded.wrong,
              language = excluded.language, events = excluded.events, statement = excluded.statement,
            """ + FORMER.formatted("$11", "excluded.address", FORMER_SECONDS))
        .execute(Tuple.from(new @Nullable Object[] {
          mailbox.person(),
          mailbox.address().orElse(null),
          mailbox.pending().orElse(null),
          mailbox.nonce(),
          mailbox.askedAt(),
          mailbox.wrong(),
          mailbox.language(),
          mailbox.events(),
          mailbox.statement(),
          mailbox.stopToken(),
          now
        }))
        .mapEmpty();
  }

  @Override
  public Future<Boolean> confirm(String person, String nonce, long now) {
    return pool.preparedQuery("""
            UPDATE identity.mailbox m SET address = pending, pending = NULL, nonce = '', asked_at = 0, wrong = 0,
            """ + FORMER.formatted("$3", "m.pending", FORMER_SECONDS) + """

            WHERE person = $1 AND nonce = $2 AND pending IS NOT NULL""")
        .execute(Tuple.of(person, nonce, now))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Boolean> takeTry(String person, String nonce, int most) {
    return pool.preparedQuery("""
            UPDATE identity.mailbox SET wrong = wrong + 1
            WHERE person = $1 AND nonce = $2 AND wrong < $3""")
        .execute(Tuple.of(person, nonce, most))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Boolean> takeCode(String person, int most, long now) {
    return pool.preparedQuery("""
            INSERT INTO identity.mail_code AS c (person, since, asked)
            SELECT $1, $3::bigint, 1 WHERE EXISTS (SELECT 1 FROM identity.person WHERE id = $1)
            ON CONFLICT (person) DO UPDATE SET
              since = CASE WHEN c.since <= $3::bigint - 86400 THEN $3::bigint ELSE c.since END,
              asked = CASE WHEN c.since <= $3::bigint - 86400 THEN 1 ELSE c.asked + 1 END
            WHERE c.since <= $3::bigint - 86400 OR c.asked < $2::integer""")
        .execute(Tuple.of(person, most, now))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Void> forgetFormer(long now) {
    return pool.preparedQuery("""
            UPDATE identity.mailbox SET former = NULL, former_until = 0
            WHERE former_until <= $1 AND former IS NOT NULL""").execute(Tuple.of(now)).mapEmpty();
  }

  @Override
  public Future<Void> stop(String stopToken) {
    return pool.preparedQuery("""
            UPDATE identity.mailbox SET events = 'none', statement = 'none'
            WHERE stop_token = $1""").execute(Tuple.of(stopToken)).mapEmpty();
  }

  private static List<SealedMailbox> all(RowSet<Row> rows) {
    List<SealedMailbox> all = new ArrayList<>();
    rows.forEach(row -> all.add(mailbox(row)));
    return all;
  }

  private static SealedMailbox mailbox(Row row) {
    return new SealedMailbox(
        row.getString("person"),
        new AccountId(row.getString("account")),
        row.getBuffer("wrapped_key"),
        Optional.ofNullable(row.getBuffer("address")),
        Optional.ofNullable(row.getBuffer("pending")),
        row.getString("nonce"),
        row.getLong("asked_at"),
        row.getInteger("wrong"),
        row.getString("language"),
        row.getString("events"),
        row.getString("statement"),
        row.getString("stop_token"),
        Optional.ofNullable(row.getBuffer("former")),
        row.getLong("former_until"));
  }
}
