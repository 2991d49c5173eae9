package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.identity.ApplicationQuestion;
import org.omloop.server.identity.ApplicationQuestion.Place;
import org.omloop.server.identity.BlindIndex;
import org.omloop.server.identity.KeptApplication;
import org.omloop.server.identity.KeptApplications;
import org.omloop.server.identity.KeptDecision;
import org.omloop.server.identity.KeptPerson;
import org.omloop.server.identity.PersonStore;
import org.omloop.server.identity.Same;
import org.omloop.server.identity.SealedBankAccount;

/** Persons in the database's schema {@code identity}, entered by the one role that may. Thread-safe. */
public final class PersonTables implements PersonStore {
  private static final int CONNECTIONS = 4;

  private static final String APPLICATIONS = """
      SELECT p.*, a.kind, a.state, a.decided_at, a.reason, a.words FROM identity.application a
      JOIN identity.person p ON p.id = a.person""";

  private static final String ENDED = """
      account IS NULL AND id IN (SELECT person FROM identity.application
        WHERE coalesce(decided_at, made_at) < $1 AND made_at < $1)""";

  private final Pool pool;

  /** Opens connections as they are needed. */
  public PersonTables(Vertx vertx, Database database) {
    this.pool = database.identity(vertx, CONNECTIONS);
  }

  @Override
  public Future<Optional<KeptPerson>> anybody() {
    return pool.query("SELECT * FROM identity.person LIMIT 1").execute().map(rows -> first(rows)
        .map(PersonTables::person));
  }

  @Override
  public Future<Optional<KeptPerson>> keepUnlessKept(KeptPerson person) {
    return pool.preparedQuery("""
            INSERT INTO identity.person (id, account, wrapped_key, dossier, version, made_at, changed_at)
            SELECT $1, $2, $3, $4, $5, $6, $7
            WHERE NOT EXISTS (SELECT 1 FROM identity.erasure WHERE account = $2)
            ON CONFLICT (account) DO NOTHING""")
        .execute(Tuple.from(new @Nullable Object[] {
          person.id(),
          person.account().map(AccountId::value).orElse(null),
          person.wrappedKey(),
          person.dossier(),
          person.version(),
          person.madeAt(),
          person.changedAt()
        }))
        .compose(rows -> rows.rowCount() == 1
            ? Future.succeededFuture(Optional.of(person))
            : of(person.account().orElseThrow()));
  }

  @Override
  public Future<Optional<KeptPerson>> of(AccountId account) {
    return pool.preparedQuery("SELECT * FROM identity.person WHERE account = $1")
        .execute(Tuple.of(account.value()))
        .map(rows -> first(rows).map(PersonTables::person));
  }

  @Override
  public Future<Optional<KeptPerson>> byId(String person) {
    return pool.preparedQuery("SELECT * FROM identity.person WHERE id = $1")
        .execute(Tuple.of(person))
        .map(rows -> first(rows).map(PersonTables::person));
  }

  @Override
  public Future<List<KeptPerson>> of(Collection<AccountId> accounts) {
    return pool.preparedQuery("SELECT * FROM identity.person WHERE account = ANY ($1)")
        .execute(Tuple.of(accounts.stream().map(AccountId::value).toArray(String[]::new)))
        .map(rows -> all(rows, PersonTables::person));
  }

  @Override
  public Future<Boolean> keepBankAccount(SealedBankAccount account, List<BlindIndex> indexes) {
    return pool.withTransaction(connection -> connection
        .preparedQuery("""
            WITH added AS (
              INSERT INTO identity.bank_account (iban_hash, person, sealed, made_at)
              SELECT $1, $2, $3, $4::bigint
              WHERE (SELECT count(*) FROM identity.bank_account
                     WHERE person = $2 AND made_at > $4::bigint - 86400) < $5
              ON CONFLICT DO NOTHING RETURNING 1
            )
            SELECT EXISTS (SELECT 1 FROM added)
              OR EXISTS (SELECT 1 FROM identity.bank_account WHERE iban_hash = $1)""")
        .execute(Tuple.of(
            account.ibanHash(), account.person(), account.sealed(), account.madeAt(), (long)
                BANK_ACCOUNTS_A_DAY))
        .map(rows -> rows.iterator().next().getBoolean(0))
        .compose(isKept -> isKept
            ? addIndexes(account.person(), indexes, connection).map(true)
            : Future.succeededFuture(false)));
  }

  private static Future<Void> addIndexes(
      String person, List<BlindIndex> indexes, SqlClient connection) {
    if (indexes.isEmpty()) {
      return Future.succeededFuture();
    }
    return connection
        .preparedQuery("""
            INSERT INTO identity.blind_index (person, field, value)
            VALUES ($1, $2, $3) ON CONFLICT DO NOTHING""")
        .executeBatch(indexes.stream()
            .map(each -> Tuple.of(person, each.field(), each.value()))
            .toList())
        .mapEmpty();
  }

  @Override
  public Future<Optional<SealedBankAccount>> bankAccount(String ibanHash) {
    return pool.preparedQuery("""
            SELECT b.*, p.wrapped_key FROM identity.bank_account b
            JOIN identity.person p ON p.id = b.person WHERE b.iban_hash = $1""").execute(Tuple.of(ibanHash)).map(rows -> first(rows)
        .map(PersonTables::bankAccount));
  }

  @Override
  public Future<List<SealedBankAccount>> bankAccountsOf(AccountId account) {
    return pool.preparedQuery("""
            SELECT b.*, p.wrapped_key FROM identity.bank_account b
            JOIN identity.person p ON p.id = b.person
            WHERE p.account = $1 ORDER BY b.made_at DESC, b.iban_hash""")
        .execute(Tuple.of(account.value()))
        .map(rows -> all(rows, PersonTables::bankAccount));
  }

  @Override
  public Future<List<KeptPerson>> search(List<BlindIndex> indexes) {
    return pool.preparedQuery("""
            SELECT p.* FROM identity.person p
            WHERE p.account IS NOT NULL AND (
              SELECT count(*) FROM identity.blind_index b
              WHERE b.person = p.id AND b.field = $1 AND b.value = ANY ($2::bytea[])) = $3
            ORDER BY p.changed_at DESC, p.id LIMIT 50""")
        .execute(Tuple.of(
            indexes.stream().map(BlindIndex::field).findFirst().orElse(""),
            indexes.stream().map(BlindIndex::value).toArray(Buffer[]::new),
            (long) indexes.size()))
        .map(rows -> indexes.isEmpty() ? List.of() : all(rows, PersonTables::person));
  }

  @Override
  public Future<List<KeptPerson>> latest() {
    return pool.query("""
            SELECT * FROM identity.person WHERE account IS NOT NULL AND account <> 'operator'
            ORDER BY changed_at DESC, id LIMIT 50""").execute().map(rows -> all(rows, PersonTables::person));
  }

  @Override
  public Future<Boolean> change(KeptPerson person, List<BlindIndex> indexes) {
    return pool.withTransaction(connection -> connection
        .preparedQuery("""
            UPDATE identity.person SET dossier = $2, version = $3, changed_at = $4
            WHERE id = $1 AND version = $3 - 1""")
        .execute(Tuple.of(person.id(), person.dossier(), person.version(), person.changedAt()))
        .compose(rows -> rows.rowCount() == 1
            ? replaceIndexes(person.id(), indexes, connection).map(true)
            : Future.succeededFuture(false)));
  }

  /** All but those of bank accounts, which no dossier names. */
  private static Future<Void> replaceIndexes(
      String person, List<BlindIndex> indexes, SqlClient connection) {
    return connection
        .preparedQuery("DELETE FROM identity.blind_index WHERE person = $1 AND field <> 'iban'")
        .execute(Tuple.of(person))
        .compose(gone -> addIndexes(person, indexes, connection));
  }

  @Override
  public Future<Void> addApplication(
      KeptPerson person, String kind, List<BlindIndex> indexes, Buffer codeIndex) {
    return pool.withTransaction(connection -> connection
        .preparedQuery("""
            WITH person AS (
              INSERT INTO identity.person (id, wrapped_key, dossier, made_at, changed_at)
              VALUES ($1, $2, $3, $4, $4) RETURNING id
            )
            INSERT INTO identity.application (person, kind, state, made_at, code_index)
            SELECT id, $5, 'waiting', $4, $6 FROM person""")
        .execute(Tuple.of(
            person.id(), person.wrappedKey(), person.dossier(), person.madeAt(), kind, codeIndex))
        .compose(kept -> addIndexes(person.id(), indexes, connection)));
  }

  @Override
  public Future<KeptApplications> applications(ApplicationQuestion question) {
    Future<RowSet<Row>> counts = pool.preparedQuery("""
            SELECT state, count(*) AS count FROM identity.application
            WHERE NOT is_opened AND $1 IN ('', kind) GROUP BY state""").execute(Tuple.of(question.kind()));
    Future<RowSet<Row>> page = pool.preparedQuery(APPLICATIONS + """
             WHERE NOT a.is_opened AND a.state = ANY ($1) AND $2 IN ('', a.kind)
            AND (a.made_at, a.person) > ($3, $4) ORDER BY a.made_at, a.person LIMIT $5""")
        .execute(Tuple.of(
            question.states().toArray(String[]::new),
            question.kind(),
            question.after().map(Place::madeAt).orElse(-1L),
            question.after().map(Place::person).orElse(""),
            question.limit() + 1L));
    return Future.all(counts, page)
        .map(read -> new KeptApplications(
            all(page.result(), PersonTables::application).stream()
                .limit(question.limit())
                .toList(),
            page.result().size() > question.limit(),
            counts(counts.result())));
  }

  private static Map<String, Long> counts(RowSet<Row> rows) {
    Map<String, Long> counts = new HashMap<>();
    rows.forEach(row -> counts.put(row.getString("state"), row.getLong("count")));
    return counts;
  }

  @Override
  public Future<Optional<KeptApplication>> application(String person) {
    return application("a.person = $1", person);
  }

  @Override
  public Future<Optional<KeptApplication>> applicationByCode(Buffer codeIndex) {
    return application("a.code_index = $1", codeIndex);
  }

  @Override
  public Future<Optional<KeptApplication>> applicationOf(AccountId account) {
    return application("p.account = $1", account.value());
  }

  private Future<Optional<KeptApplication>> application(String which, Object value) {
    return pool.preparedQuery(APPLICATIONS + " WHERE " + which)
        .execute(Tuple.of(value))
        .map(rows -> first(rows).map(PersonTables::application));
  }

  @Override
  public Future<List<Same>> same(Collection<String> persons) {
    return pool.preparedQuery("""
            SELECT DISTINCT one.person, one.field, two.person AS other, p.account
            FROM identity.blind_index one
            JOIN identity.blind_index two ON two.field = one.field AND two.value = one.value
              AND two.person <> one.person
            JOIN identity.person p ON p.id = two.person
            WHERE one.person = ANY ($1) AND one.field IN ('email', 'kvk', 'iban')
            ORDER BY one.field, other""")
        .execute(Tuple.of(persons.toArray(String[]::new)))
        .map(rows -> all(
            rows,
            row -> new Same(
                row.getString("person"),
                row.getString("field"),
                row.getString("other"),
                Optional.ofNullable(row.getString("account")).map(AccountId::new))));
  }

  @Override
  public Future<Void> markOpened(Collection<String> persons) {
    return persons.isEmpty()
        ? Future.succeededFuture()
        : pool.preparedQuery(
                "UPDATE identity.application SET is_opened = true WHERE person = ANY ($1)")
            .execute(Tuple.of(persons.toArray(String[]::new)))
            .mapEmpty();
  }

  @Override
  public Future<Boolean> decide(String person, KeptDecision decision) {
    return pool.preparedQuery("""
            WITH decided AS (
              UPDATE identity.application
              SET state = $2, decided_by = $4, decided_at = $5, reason = $7, words = $8
              WHERE person = $1 AND (state IN ('waiting', 'asked') OR state = 'approved' AND $6)
              RETURNING person
            )
            UPDATE identity.person SET account = CASE WHEN $6 THEN $3 ELSE coalesce($3, account) END
            WHERE id IN (SELECT person FROM decided)""")
        .execute(Tuple.from(new @Nullable Object[] {
          person,
          decision.state(),
          decision.account().map(AccountId::value).orElse(null),
          decision.by(),
          decision.at(),
          decision.takesBack(),
          decision.reason().orElse(null),
          decision.words().orElse(null)
        }))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Map<String, AccountId>> approvedBefore(long before) {
    return pool.preparedQuery("""
            SELECT p.id, p.account FROM identity.application a JOIN identity.person p ON p.id = a.person
            WHERE a.state = 'approved' AND NOT a.is_opened AND a.decided_at < $1 AND p.account IS NOT NULL""").execute(Tuple.of(before)).map(rows -> {
      Map<String, AccountId> accounts = new HashMap<>();
      rows.forEach(
          row -> accounts.put(row.getString("id"), new AccountId(row.getString("account"))));
      return accounts;
    });
  }

  @Override
  public Future<Integer> forgetApproved(Collection<String> persons) {
    return pool.preparedQuery("""
            DELETE FROM identity.person WHERE id = ANY ($1) AND id IN (
              SELECT person FROM identity.application WHERE state = 'approved')""")
        .execute(Tuple.of(persons.toArray(String[]::new)))
        .map(RowSet::rowCount);
  }

  @Override
  public Future<Integer> forgetApplications(long before) {
    return pool.preparedQuery("DELETE FROM identity.person WHERE " + ENDED)
        .execute(Tuple.of(before))
        .map(RowSet::rowCount);
  }

  @Override
  public Future<Integer> dueApplications(long before) {
    return pool.preparedQuery("SELECT count(*) FROM identity.person WHERE " + ENDED)
        .execute(Tuple.of(before))
        .map(rows -> rows.iterator().next().getLong(0).intValue());
  }

  @Override
  public Future<String> erase(AccountId account, String certificate, long now) {
    return pool.withTransaction(connection -> connection
        .preparedQuery("DELETE FROM identity.person WHERE account = $1")
        .execute(Tuple.of(account.value()))
        .compose(gone ->
            connection.preparedQuery("""
                INSERT INTO identity.erasure (account, erased_at, jws) VALUES ($1, $2, $3)
                ON CONFLICT DO NOTHING""").execute(Tuple.of(account.value(), now, certificate)))
        .compose(kept -> connection
            .preparedQuery("SELECT jws FROM identity.erasure WHERE account = $1")
            .execute(Tuple.of(account.value())))
        .map(rows -> rows.iterator().next().getString(0)));
  }

  @Override
  public Future<Optional<String>> certificate(AccountId account) {
    return pool.preparedQuery("SELECT jws FROM identity.erasure WHERE account = $1")
        .execute(Tuple.of(account.value()))
        .map(rows -> first(rows).map(row -> row.getString("jws")));
  }

  private static <T> List<T> all(RowSet<Row> rows, Function<Row, T> as) {
    List<T> all = new ArrayList<>();
    rows.forEach(row -> all.add(as.apply(row)));
    return all;
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.iterator().hasNext() ? Optional.of(rows.iterator().next()) : Optional.empty();
  }

  private static KeptApplication application(Row row) {
    return new KeptApplication(
        person(row),
        row.getString("kind"),
        row.getString("state"),
        Optional.ofNullable(row.getLong("decided_at")),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getBuffer("words")));
  }

  private static KeptPerson person(Row row) {
    return new KeptPerson(
        row.getString("id"),
        Optional.ofNullable(row.getString("account")).map(AccountId::new),
        row.getBuffer("wrapped_key"),
        row.getBuffer("dossier"),
        row.getInteger("version"),
        row.getLong("made_at"),
        row.getLong("changed_at"));
  }

  private static SealedBankAccount bankAccount(Row row) {
    Buffer wrapped = row.getBuffer("wrapped_key");
    return new SealedBankAccount(
        row.getString("iban_hash"),
        row.getString("person"),
        wrapped,
        row.getBuffer("sealed"),
        row.getLong("made_at"));
  }
}
