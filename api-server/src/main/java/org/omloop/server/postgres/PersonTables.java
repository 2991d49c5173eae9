package org.omloop.server.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.identity.BlindIndex;
import org.omloop.server.identity.KeptPerson;
import org.omloop.server.identity.PersonStore;
import org.omloop.server.identity.SealedBankAccount;

/** Persons in the database's schema {@code identity}, entered by the one role that may. Thread-safe. */
public final class PersonTables implements PersonStore {
  private static final int CONNECTIONS = 4;

  private final Pool pool;

  /** Opens connections as they are needed. */
  public PersonTables(Vertx vertx, Database database) {
    this.pool = database.identity(vertx, CONNECTIONS);
  }

  @Override
  public Future<Boolean> isEmpty() {
    return pool.query("SELECT NOT EXISTS (SELECT 1 FROM identity.person)")
        .execute()
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public Future<KeptPerson> keepUnlessKept(KeptPerson person) {
    return pool.preparedQuery("""
            INSERT INTO identity.person (id, account, wrapped_key, dossier, version, made_at, changed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (account) DO NOTHING""")
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
            ? Future.succeededFuture(person)
            : of(person.account().orElseThrow()).map(Optional::orElseThrow));
  }

  @Override
  public Future<Optional<KeptPerson>> of(AccountId account) {
    return pool.preparedQuery("SELECT * FROM identity.person WHERE account = $1")
        .execute(Tuple.of(account.value()))
        .map(rows -> first(rows).map(PersonTables::person));
  }

  @Override
  public Future<Void> keepBankAccount(SealedBankAccount account, List<BlindIndex> indexes) {
    return pool.withTransaction(connection -> connection
        .preparedQuery("""
            INSERT INTO identity.bank_account (iban_hash, person, sealed, made_at)
            VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING""")
        .execute(Tuple.of(account.ibanHash(), account.person(), account.sealed(), account.madeAt()))
        .compose(kept -> addIndexes(account.person(), indexes, connection)));
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

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.iterator().hasNext() ? Optional.of(rows.iterator().next()) : Optional.empty();
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
